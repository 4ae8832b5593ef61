"""The date of publication against today and against the text: signing, sealing, publishing ask.

A build asks no clock: the same content gives the same bytes on any day. So whether a date lies
in the future is looked at where somebody answers for the text.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from disclosure.checks.timeline.publication import FARTHEST, stated_years
from disclosure.clock import moment_in_china
from disclosure.document.document import read_document
from disclosure.document.printed import printed_texts
from disclosure.editorial.check import Checked
from disclosure.errors import OutputError
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
    if notice.as_of and notice.as_of > notice.published:
        yield DateFault("publication.before", (*published, ("day", notice.as_of.isoformat())))
    document = read_document(notice, loaded.outline)
    texts = printed_texts(document, loaded.figures)
    years = stated_years(notice, (text.text for text in texts))
    if years and notice.published.year < years[0] - FARTHEST:
        yield DateFault("publication.early", (*published, ("year", str(years[0]))))


def refuse_publication_date(checked: Checked) -> None:
    """Refuse to sign or seal a text whose date of publication cannot be right.

    Raises:
        OutputError: there is none, it lies far in the future, or before the text's own dates.

    """
    if checked.loaded is not None:
        for fault in publication_faults(checked.loaded, PLANNED):
            raise OutputError(fault.code, **dict(fault.params))
