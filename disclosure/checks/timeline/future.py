"""timeline.future: nothing is told as done on a day after publication.

Good: 2022年2月10日召开会议，计划2022年12月底前完成。
Good: 本办法自2022年5月1日起施行。
Good: 2022年3月1日至2023年2月28日，对困难企业给予社保补贴。
Good: 补贴政策将持续至2023年12月31日。
Bad: 2022年12月10日召开会议。
Bad: 该项工作已于2023年3月完成验收。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.later_dates import later_dates
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for later in later_dates(context):
        if later.done:
            piece, found = later.piece, later.date
            text, day = piece.text[found.start : found.end], context.notice.published
            yield in_piece(piece, found.start, found.end, text=text, published=str(day))


RULE = Rule("timeline.future", Level.ERROR, "通报自身", __doc__, _check)
