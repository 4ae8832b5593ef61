"""timeline.impossible: every date in the text is in the calendar.

Good: 2022年1月31日召开会议。
Good: 专题研讨班于本月23日至26日举行，下月1日至4日总结。
Bad: 2022年2月30日召开会议。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, dates in context.dates:
        for found in dates:
            if not found.exists:
                text = piece.text[found.start : found.end]
                yield in_piece(piece, found.start, found.end, text=text)


RULE = Rule("timeline.impossible", Level.ERROR, "GB/T 15835—2011 5.1.4", __doc__, _check)
