"""release.contact: readers can reach somebody.

Good::
    contact: {phone: 0563-2263070}
Bad::
    contact: []
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    if not (context.notice.contact or context.site.contact):
        yield Finding()


RULE = Rule("release.contact", Level.ERROR, "国办秘函〔2019〕19号（互动交流）", __doc__, _check)
