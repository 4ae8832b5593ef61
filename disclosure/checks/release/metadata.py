"""release.metadata: page tags are complete: time, source, keywords, site code.

Good::
    keywords: [巡察整改]
Bad::
    keywords: []
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    if not context.notice.keywords:
        yield Finding((("name", "keywords"),))


RULE = Rule("release.metadata", Level.INFO, "国办发〔2017〕47号（网页标签）", __doc__, _check)
