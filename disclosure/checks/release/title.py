"""release.title: the title says whose notice it is, about what, and what kind of notice.

Good::
    title: 中共某县某局党组关于巡察整改进展情况的通报
Bad::
    title: 整改情况
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_TITLE = re.compile(
    r".{4,}关于.{2,}的?(?:通报|公示|公告|通告|报告|情况|说明|公开)(?:[（(].*[）)])?$"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    if not _TITLE.fullmatch(context.notice.title):
        yield at_value(("title",), title=context.notice.title)


RULE = Rule("release.title", Level.INFO, "GB/T 9704—2012 7.3.1", __doc__, _check)
