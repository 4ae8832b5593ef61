"""privacy.mobile: no mobile number stands outside the contact block.

Good: 联系电话0563-2263070。
Bad: 联系人手机13812345678。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.values import Role
from disclosure.model.contact import TELEPHONES
from disclosure.zh.phones_in_text import MOBILE


def _check(context: NoticeContext) -> Iterator[Finding]:
    # The contact block too, but for its telephones, at which privacy.contact_mobile looks.
    for piece in context.pieces:
        if piece.role is Role.CONTACT and piece.path[-1] in TELEPHONES:
            continue
        for match in MOBILE.finditer(piece.text):
            number = re.sub("[ -]", "", match["number"])
            yield in_piece(piece, match.start(), match.end(), text=mask(number))


RULE = Rule("privacy.mobile", Level.ERROR, "个人信息保护法第25条、第34条", __doc__, _check)
