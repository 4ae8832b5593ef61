"""timeline.publication: the year of publication is one that the text's own dates support.

Good::
    published: 2022-02-23
    lead: 2021年9月召开会议。
Bad::
    published: 2042-02-23
    lead: 2021年9月召开会议。
"""

from collections.abc import Iterable, Iterator
from datetime import date

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import find_dates
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.coarse_day import first_day
from disclosure.model.notice import Notice

# A text may be published late, and speak of a plan of some years; not of more.
FARTHEST = 2


def stated_years(notice: Notice, texts: Iterable[str]) -> tuple[int, ...]:
    """Return the years of every date but that of publication, sorted, each once."""
    found = {each.year for text in texts for each in find_dates(text) if each.has_year}
    found |= {day.year for day in _own_dates(notice)}
    return tuple(sorted(found))


def _own_dates(notice: Notice) -> Iterator[date]:
    if notice.as_of:
        yield notice.as_of
    if notice.inspection:
        told = (notice.inspection.start, notice.inspection.end, notice.inspection.feedback)
        yield from (first_day(day) for day in told if day)
    if notice.signature and notice.signature.date:
        yield first_day(notice.signature.date)
    if notice.posting_period and notice.posting_period.days:
        yield from notice.posting_period.days


def _check(context: NoticeContext) -> Iterator[Finding]:
    published = context.notice.published
    if published is None:
        return
    years = stated_years(context.notice, (piece.text for piece in context.prose))
    if years and all(abs(year - published.year) > FARTHEST for year in years):
        listed = "、".join(str(year) for year in years[:8])
        yield at_value(("published",), published=published.isoformat(), years=listed)


RULE = Rule("timeline.publication", Level.WARNING, "通报自身", __doc__, _check)
