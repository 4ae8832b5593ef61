"""timeline.posting: the posting period begins on or after publication.

Good::
    posting_period: {start: 2022-02-23, end: 2022-03-08}
Bad::
    posting_period: {start: 2022-02-13, end: 2022-03-08}
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    period, published = context.notice.posting_period, context.notice.published
    days = period.days if period else None
    if days and published and days[0] < published:
        yield at_value(
            ("posting_period", "start"),
            start=days[0].isoformat(),
            published=published.isoformat(),
        )


RULE = Rule("timeline.posting", Level.ERROR, "通报自身", __doc__, _check)
