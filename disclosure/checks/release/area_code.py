"""release.area_code: the office's number can be dialled from elsewhere.

Good::
    contact: {phone: 0563-2263070}
Bad::
    contact: {phone: 2263070}
Bad::
    contact: {lines: [{label: 值班电话, phone: 2263070、2263071（工作日）}]}
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.zh.phones_in_text import find_phones

_LOCAL = re.compile(r"[2-9]\d{6,7}(?:[-转]\d+)?")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, contact in enumerate(context.notice.contact):
        for path, phone in contact.telephones():
            if "phone" in path:
                for local in _locals(phone):
                    yield at_value(("contact", number, *path), text=local)


def _locals(text: str) -> Iterator[str]:
    for found in find_phones(text, named=True):
        if _LOCAL.fullmatch(found.phone.shown):
            yield text[found.start : found.end]


RULE = Rule("release.area_code", Level.WARNING, "RFC 3966", __doc__, _check)
