"""privacy.contact_mobile: the office is reached by its own line, not by somebody's mobile.

Good::
    contact: {phone: 0563-2263070}
Bad::
    contact: {phone: 13812345678}
Bad::
    contact: {lines: [{label: 手机, phone: 138 1234 5678（微信同号）}]}
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.zh.phones_in_text import MOBILE, find_phones

_DIALLED = re.compile(r"tel:\+86(1[3-9]\d{9})(?:;|$)")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, contact in enumerate(context.notice.contact):
        for path, phone in contact.telephones():
            for mobile in sorted(_mobiles(phone)):
                yield at_value(("contact", number, *path), text=mask(mobile))


def _mobiles(text: str) -> set[str]:
    """Return the mobiles that can be dialled there, and what else reads like one."""
    links = (_DIALLED.match(found.phone.uri) for found in find_phones(text, named=True))
    read = (match["number"] for match in MOBILE.finditer(text))
    return {link[1] for link in links if link} | {re.sub("[ -]", "", number) for number in read}


RULE = Rule("privacy.contact_mobile", Level.WARNING, "个人信息保护法第34条", __doc__, _check)
