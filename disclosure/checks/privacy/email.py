"""privacy.email: a mailbox in the text is one of the contact block.

Good::
    contact: {email: office@example.com}
    closing: 电子邮箱office@example.com。
Bad::
    contact: {email: office@example.com}
    closing: 电子邮箱zhangsan@example.com。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    offices = (*context.notice.contact, *context.site.contact)
    known = {box for office in offices for box in office.mailboxes}
    for piece in context.whole():
        for match in _EMAIL.finditer(piece.text):
            if match[0] not in known:
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


RULE = Rule("privacy.email", Level.INFO, "个人信息保护法第25条", __doc__, _check)
