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

_MOBILE = re.compile(
    r"(?<![\dA-Za-z.])(?:\+?86[ -]?)?(?P<number>1[3-9]\d(?:[ -]?\d{4}){2})(?![\dA-Za-z]|\.\d)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    # The contact block too, but for its telephone fields, which are no pieces of text.
    for piece in context.pieces:
        for match in _MOBILE.finditer(piece.text):
            number = re.sub("[ -]", "", match["number"])
            yield in_piece(piece, match.start(), match.end(), text=mask(number))


RULE = Rule("privacy.mobile", Level.ERROR, "个人信息保护法第25条、第34条", __doc__, _check)
