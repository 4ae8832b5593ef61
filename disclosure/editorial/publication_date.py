"""The date of publication against today and against the text: signing, sealing, publishing ask.

A build asks no clock: the same content gives the same bytes on any day. So whether a date lies
in the future is looked at where somebody answers for the text.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from disclosure.checks.reading.dates import find_dates
from disclosure.checks.reading.later_dates import later_than
from disclosure.checks.timeline.publication import FARTHEST, stated_years
from disclosure.clock import moment_in_china
from disclosure.document.document import read_document
from disclosure.document.printed import PrintedText, printed_texts
from disclosure.editorial.check import Checked
from disclosure.errors import OutputError
from disclosure.model.coarse_day import first_day
from disclosure.model.notice import Notice
from disclosure.source.load import LoadedNotice

# Sign-offs are given while the day of publication is still a plan.
PLANNED: Final = timedelta(days=60)


class DateFault(NamedTuple):
    """What is wrong with a date of publication: a message code and its values."""

    code: str
    params: tuple[tuple[str, str], ...]


def publication_faults(loaded: LoadedNotice, ahead: timedelta) -> Iterator[DateFault]:
    """Yield what is wrong with the date of publication.

    Args:
        loaded: the notice.
        ahead: how far behind today (China's, or ``SOURCE_DATE_EPOCH``) the date may lie.

    """
    notice, today = loaded.notice, date.fromisoformat(moment_in_china()[:10])
    if notice.published is None:
        yield DateFault("publication.none", ())
        return
    published = (("published", notice.published.isoformat()),)
    if (notice.published - today) > ahead:
        code = "publication.far" if ahead else "publication.future"
        yield DateFault(code, (*published, ("today", today.isoformat())))
    genre = loaded.genre.genre if loaded.genre else None
    tells = genre is None or "timeline.future" not in genre.rules_off
    later = [day for day in _told_days(notice, visit=tells) if day > notice.published]
    if later:
        yield DateFault("publication.before", (*published, ("day", min(later).isoformat())))
    document = read_document(notice, loaded.outline)
    texts = printed_texts(document, loaded.figures)
    years = stated_years(notice, (text.text for text in texts))
    if years and notice.published.year < years[0] - FARTHEST:
        yield DateFault("publication.early", (*published, ("year", str(years[0]))))
    elif tells and not later and (day := _all_later(notice.published, texts)):
        yield DateFault("publication.before", (*published, ("day", day.isoformat())))


def _told_days(notice: Notice, *, visit: bool) -> Iterator[date]:
    """Yield the days that fields tell as past: of the data, the signature and the visit.

    Args:
        notice: the text.
        visit: whether the visit is over; some genres announce it.

    """
    if notice.as_of:
        yield notice.as_of
    if notice.inspection and visit:
        told = (notice.inspection.start, notice.inspection.end, notice.inspection.feedback)
        yield from (first_day(day) for day in told if day)
    if notice.signature and notice.signature.date:
        yield first_day(notice.signature.date)


def _all_later(published: date, pieces: Iterable[PrintedText]) -> date | None:
    """Return the first date of a text all of whose dates lie behind publication.

    Returns:
        None where one does not, or where all are of plans and periods.

    """
    dated = [(piece, tuple(find_dates(piece.text))) for piece in pieces]
    days = [found.earliest for _, dates in dated for found in dates if found.has_year]
    if not days or any(day is None or day <= published for day in days):
        return None
    told = [later.date.earliest for later in later_than(published, dated)]
    return min((day for day in told if day), default=None)


def refuse_publication_date(checked: Checked) -> None:
    """Refuse to sign or seal a text whose date of publication cannot be right.

    Raises:
        OutputError: there is none, it lies far in the future, or before the text's own dates.

    """
    if checked.loaded is not None:
        for fault in publication_faults(checked.loaded, PLANNED):
            raise OutputError(fault.code, **dict(fault.params))
