"""privacy.mobile: no mobile number stands outside the contact block.

Good: 联系电话0563-2263070。
Good: 财政拨款13812345678元。
Bad: 联系人手机13812345678。
Bad: 联系人1３８１２３４５６７８，电话138.1234.5678。
Bad: 手机13812 345678。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.values import Role
from disclosure.model.contact import TELEPHONES

# However people part it; a dot only where all its three parts are.
_MOBILE = re.compile(
    r"(?<![\dA-Za-z.])(?:(?:\+|00)?86[ -]{0,2})?(?P<number>1[3-9]\d(?:"
    r"\d{8}|(?P<gap>[ .·•-])\d{4}(?P=gap)\d{4}|[ -]{1,3}\d{4}[ -]{1,3}\d{4}|[ -]{1,2}\d{8}"
    r"|\d[ -]\d{3}[ -]\d{4}|\d{4}[ -]\d{4}|\d{2}[ -]\d{6}|\d[ -]\d{4}[ -]\d{3}|\d{1}[ -]\d{7}))"
    r"(?![\dA-Za-z%‰]|\.\d|[余多]?[万亿]?元|[余多]?[万亿])"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    # The contact block too, but for its telephones, at which privacy.contact_mobile looks.
    for piece, text in context.numbered:
        if piece.role is Role.CONTACT and piece.path[-1] in TELEPHONES:
            continue
        for match in _MOBILE.finditer(text):
            number = re.sub(r"\D", "", match["number"])
            yield in_piece(piece, match.start(), match.end(), text=mask(number))


RULE = Rule("privacy.mobile", Level.ERROR, "个人信息保护法第25条、第34条", __doc__, _check)
