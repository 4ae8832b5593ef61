"""privacy.passport: no passport or travel permit number stands in the text.

Good: 规范证件管理62本。
Good: 批准文号为国药准字H20203045。
Bad: 护照号E12345678。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# The same letters and digits number medicines, contracts and devices: the document is named.
_PASSPORT = re.compile(
    r"(?:护照|通行证|签证|旅行证|回乡证|台胞证|因私证件|出国（境）证件|出入境证件)"
    r"(?P<between>[^。；]{0,20}?)(?<![\dA-Za-z])"
    r"(?P<number>(?:E[A-HJ-NP-Z]?|[GDSPHKCWMTL]|)\d{7,9})(?![\dA-Za-z]|\.\d)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in _PASSPORT.finditer(piece.text):
            start, end = match.span("number")
            yield in_piece(piece, start, end, text=mask(match["number"]))


RULE = Rule("privacy.passport", Level.ERROR, "个人信息保护法第28条", __doc__, _check)
