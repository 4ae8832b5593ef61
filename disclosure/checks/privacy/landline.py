"""privacy.landline: a telephone number in the text is one of the contact block.

Good::
    contact: {phone: 0563-2263070}
    lead: 咨询电话0563-2263070。
Bad::
    contact: {phone: 0563-2263070}
    lead: 当事人电话0563-5123456。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_LANDLINE = re.compile(
    r"(?<![\dA-Za-z.])[（(]?0(?:10|2\d|[3-9]\d{2})[）)]?[-－— ]?[2-9]\d{6,7}(?![\dA-Za-z]|\.\d)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    offices = (*context.notice.contact, *context.site.contact)
    known = {number for office in offices for number in office.landlines}
    for piece in context.pieces:
        for match in _LANDLINE.finditer(piece.text):
            if _digits(match[0]) not in known:
                yield in_piece(piece, match.start(), match.end(), text=mask(_digits(match[0])))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


RULE = Rule("privacy.landline", Level.ERROR, "个人信息保护法第25条", __doc__, _check)
