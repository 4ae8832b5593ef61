"""timeline.publication: the year of publication is one that the text's own dates support.

Good::
    published: 2022-02-23
    lead: 2021年9月召开会议。
Good::
    published: 2022-02-23
    lead: 根据《2015年信息公开工作要点》，印发了〔2021〕5号文件。
Bad::
    published: 2042-02-23
    lead: 2021年9月召开会议。
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import DateText, find_dates
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.coarse_day import first_day
from disclosure.model.notice import Notice

# A text may be published late, and speak of a plan of some years; not of more.
FARTHEST = 2
# A year in the number or the title of a document is no evidence against a date, but may support it.
_NUMBERED = re.compile(r"[〔﹝\[（(]((?:19|20)\d\d)[〕﹞\]）)]|(?<!\d)((?:19|20)\d\d)[-./—－至]\d")
_QUOTED = re.compile("《[^《》]*》")


def stated_years(notice: Notice, texts: Iterable[str]) -> tuple[int, ...]:
    """Return the years of every date but that of publication, sorted, each once."""
    return _years(notice, (each for text in texts for each in find_dates(text)))


def _years(notice: Notice, dates: Iterable[DateText]) -> tuple[int, ...]:
    found = {each.year for each in dates if each.has_year}
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
    years = _years(context.notice, (each for _, dates in context.dates for each in dates))
    if not years or any(abs(year - published.year) <= FARTHEST for year in years):
        return
    texts = [piece.text for piece in context.prose]
    numbered = (int(a or b) for text in texts for a, b in _NUMBERED.findall(text))
    bare = (_QUOTED.sub("", text) for text in texts)
    if stated_years(context.notice, bare) and all(
        abs(year - published.year) > FARTHEST for year in numbered
    ):
        listed = "、".join(str(year) for year in years[:8])
        yield at_value(("published",), published=published.isoformat(), years=listed)


RULE = Rule("timeline.publication", Level.WARNING, "通报自身", __doc__, _check)
