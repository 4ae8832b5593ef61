"""timeline.ahead: a date after publication is one of a plan, and the text says so.

Good: 计划2022年12月完成验收。
Good: 补贴申请受理时间延长至2022年12月31日。
Bad: 整改时间：2022年12月。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.later_dates import later_dates
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for later in later_dates(context):
        # What is told as done is said by timeline.future.
        if not later.done:
            piece, found = later.piece, later.date
            text, day = piece.text[found.start : found.end], context.notice.published
            yield in_piece(piece, found.start, found.end, text=text, published=str(day))


RULE = Rule("timeline.ahead", Level.INFO, "通报自身", __doc__, _check)
