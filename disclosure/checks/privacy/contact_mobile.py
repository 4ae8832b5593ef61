"""privacy.contact_mobile: the office is reached by its own line, not by somebody's mobile.

Good::
    contact: {phone: 0563-2263070}
Bad::
    contact: {phone: 13812345678}
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_MOBILE = re.compile(r"1[3-9]\d{9}")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, contact in enumerate(context.notice.contact):
        for name in ("phone", "fax"):
            for position, phone in enumerate(getattr(contact, name)):
                digits = re.sub(r"[-\s]", "", phone)
                if _MOBILE.fullmatch(digits):
                    yield at_value(("contact", number, name, position), text=mask(digits))


RULE = Rule("privacy.contact_mobile", Level.WARNING, "个人信息保护法第34条", __doc__, _check)
