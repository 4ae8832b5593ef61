"""release.area_code: the office's number can be dialled from elsewhere.

Good::
    contact: {phone: 0563-2263070}
Bad::
    contact: {phone: 2263070}
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_LOCAL = re.compile(r"[2-9]\d{6,7}(?:[-转]\d+)?")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, contact in enumerate(context.notice.contact):
        for position, phone in enumerate(contact.phone):
            if _LOCAL.fullmatch(phone):
                yield at_value(("contact", number, "phone", position), text=phone)


RULE = Rule("release.area_code", Level.WARNING, "RFC 3966", __doc__, _check)
