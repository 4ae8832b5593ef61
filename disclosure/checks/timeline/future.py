"""timeline.future: nothing is told as done on a day after publication.

Good: 2022年2月10日召开会议，计划2022年12月底前完成。
Good: 本办法自2022年12月10日起施行。
Bad: 2022年12月10日召开会议。
Bad: 自2022年12月10日起开展了清理。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import DateText
from disclosure.checks.reading.quantities import sentence_bounds
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_PLANNED = re.compile(
    r"预计|计划|拟|力争|确保|将于|将在|时限|期限|规划|方案|目标|公示|有效期|任期|底前|之前|以前|前(?:全面|全部|基本)?(?:完成|到位)|日前|月前"
)
# From a day on (自2026年4月1日起施行): nothing is said to be done, unless a word says so.
_FROM = re.compile(r"(?:自|从|于)\s*$")
_ON = re.compile(r"起(?!草)")
_DONE = re.compile(r"了|已|过")


def _check(context: NoticeContext) -> Iterator[Finding]:
    published = context.notice.published
    if published is None:
        return
    for piece, dates in context.dates:
        if piece.path[0] == "posting_period":
            continue
        for found in dates:
            earliest = found.earliest
            # A date whose year was taken over from another is not sure enough.
            if earliest is None or earliest <= published or not (found.has_year and found.month):
                continue
            if not _is_planned(piece.text, found):
                text = piece.text[found.start : found.end]
                yield in_piece(
                    piece, found.start, found.end, text=text, published=published.isoformat()
                )


def _is_planned(text: str, found: DateText) -> bool:
    start, end = sentence_bounds(text, found.start)
    around = text[start:end]
    # In a title between 《 》 a year is part of a name.
    quoted = text.rfind("《", 0, found.start) > text.rfind("》", 0, found.start)
    begins = _FROM.search(text, start, found.start) and _ON.match(text, found.end)
    return quoted or bool(_PLANNED.search(around)) or (bool(begins) and not _DONE.search(around))


RULE = Rule("timeline.future", Level.ERROR, "通报自身", __doc__, _check)
