"""timeline.posting_text: the posting period in the text is that under ``posting_period``.

Good::
    posting_period: {start: 2022-02-23, end: 2022-03-01}
    closing: 公示时间：2022年2月23日至3月1日。
Bad::
    posting_period: {start: 2022-02-23, end: 2022-03-01}
    closing: 公示时间：2022年2月23日至3月2日。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_LABEL = re.compile(r"公[示开告](?:时间|期限|期)(?:为|：|:|自|从)*$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    period = context.notice.posting_period
    if period is None:
        return
    for piece, dates in context.dates:
        for first, last in pairwise(dates):
            if not _LABEL.search(words_before(piece.text, first.start)):
                continue
            stated = (first.as_date, last.as_date)
            if None not in stated and stated != (period.start, period.end):
                text = piece.text[first.start : last.end]
                wanted = f"{period.start.isoformat()} — {period.end.isoformat()}"
                yield in_piece(piece, first.start, last.end, text=text, wanted=wanted)


RULE = Rule("timeline.posting_text", Level.ERROR, "通报自身", __doc__, _check)
