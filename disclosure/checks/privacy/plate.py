"""privacy.plate: no number plate stands in the text.

Good: 公务用车3辆。
Bad: 车牌号皖P12A45。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# GA 36-2018: province, letter, five characters (six for new energy); neither I nor O.
_PLATE = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    "[A-HJ-NP-Z][·• -]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警](?![A-Za-z0-9])"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in _PLATE.finditer(piece.text):
            if re.search(r"\d{2}", match[0]):
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


RULE = Rule("privacy.plate", Level.ERROR, "个人信息保护法；GA 36—2018", __doc__, _check)
