"""timeline.posting_text: the posting period in the text is that under ``posting_period``.

Good::
    posting_period: {start: 2022-02-23, end: 2022-03-01}
    closing: 公示时间：2022年2月23日至3月1日。
Good::
    posting_period: {text: 2022年3月1日至3月7日，共7天。, start: 2022-03-01, end: 2022-03-07}
Bad::
    posting_period: {text: 2022年3月1日至3月8日，共7天。, start: 2022-03-01, end: 2022-03-07}
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
    days = period.days if period else None
    if days is None:
        return
    for piece, dates in context.dates:
        # Sections tell of other postings: of new members, of prizes. 公示时间 may be one, too.
        if piece.node and "公示" not in piece.node.section.title:
            continue
        for first, last in pairwise(dates):
            labelled = piece.path[0] == "posting_period"
            if not labelled and not _LABEL.search(words_before(piece.text, first.start)):
                continue
            stated = (first.as_date, last.as_date)
            if None not in stated and stated != days:
                text = piece.text[first.start : last.end]
                wanted = f"{days[0].isoformat()} — {days[1].isoformat()}"
                yield in_piece(piece, first.start, last.end, text=text, wanted=wanted)


RULE = Rule("timeline.posting_text", Level.ERROR, "通报自身", __doc__, _check)
