"""timeline.calendar: working days are counted only where the year's holidays are announced.

Good::
    posting_period: {start: 2022-02-23, end: 2022-03-01}
    closing: 公示期为5个工作日。
Bad::
    published: 2090-02-20
    posting_period: {start: 2090-02-23, end: 2090-03-01}
    closing: 公示期为5个工作日。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    period = context.notice.posting_period
    days = period.days if period else None
    if days is None or not any("工作日" in piece.text for piece in context.prose):
        return
    for name, day in zip(("start", "end"), days, strict=True):
        if context.is_workday(day) is None:
            yield at_value(("posting_period", name), year=str(day.year))
            return


RULE = Rule("timeline.calendar", Level.INFO, "国务院办公厅节假日安排", __doc__, _check)
