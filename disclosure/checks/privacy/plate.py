"""privacy.plate: no number plate stands in the text.

Good: 公务用车3辆。
Bad: 车牌号皖P12A45。
Bad: 号牌为皖-P12A45的公车。
Bad: 车辆皖P·D12345违规停放。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# GA 36-2018: province, letter, five characters; neither I nor O. New energy: six, of which D or F
# (or another letter up to K) is the first or the last.
_GAP = r"[·•‧・.．\-－— \u3000]?"
_PLATE = re.compile(
    rf"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]{_GAP}"
    rf"[A-HJ-NP-Z]{_GAP}(?:[A-HJ-NP-Z0-9]{{4}}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJK]\d{{5}}|\d{{5}}[A-HJK])"
    r"(?![A-Za-z0-9]|[-·.]\d)"
)
# Licences, stocks and papers begin alike.
_NO_PLATE = re.compile(r"(?:编号|证号|许可证|文号|代码|字|批号|备案号?)(?:为|是|：|:)?[（(〔]?$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in _PLATE.finditer(piece.text):
            before = piece.text[max(0, match.start() - 8) : match.start()]
            if re.search(r"\d{2}", match[0]) and not _NO_PLATE.search(before):
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


RULE = Rule("privacy.plate", Level.ERROR, "个人信息保护法；GA 36—2018", __doc__, _check)
