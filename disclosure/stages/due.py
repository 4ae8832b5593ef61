"""What is due about a day: deadlines of problems, and ends of posting periods."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from disclosure.model.deadline import last_day
from disclosure.model.outline import title_in_lists
from disclosure.model.status import Status
from disclosure.source.document import Path
from disclosure.source.load import LoadedNotice
from disclosure.stages.stage import Saying

# With these a deadline is behind the office, whatever day it names.
_OVER: Final = frozenset({Status.DONE, Status.CLOSED, Status.CANCELLED})
SOON: Final = 14  # days, where nobody says another number


class DueKind(StrEnum):
    """What ends; the value is the code of the sentence."""

    DEADLINE = "due.deadline"
    POSTING = "due.posting"


class Due(NamedTuple):
    """Something that ends on a day.

    Attributes:
        day: its last.
        kind: what ends.
        slug: of the notice.
        what: title of the problem, or of the notice where its posting period ends.
        path: where the day stands in the notice.
    """

    day: date
    kind: DueKind
    slug: str
    what: str
    path: Path

    @property
    def saying(self) -> Saying:
        """The sentence that tells it."""
        values = {"day": self.day.isoformat(), "slug": self.slug, "what": self.what}
        return Saying(self.kind.value, values)


def due_in(slug: str, loaded: LoadedNotice, day: date, within: int = SOON) -> tuple[Due, ...]:
    """Return what ends in a notice about a day, the earliest first.

    Problems that are done are left out. A deadline in words that name no day is never due.

    Args:
        slug: of the notice.
        loaded: its values.
        day: usually today.
        within: how many days before and behind it; what is over for longer is history.

    """
    span = timedelta(days=within)
    return tuple(sorted(each for each in _ends(slug, loaded) if abs(each.day - day) <= span))


def _ends(slug: str, loaded: LoadedNotice) -> Iterator[Due]:
    notice = loaded.notice
    for node in loaded.outline.nodes:
        section = node.section
        if section.deadline is None or (section.status and section.status.state in _OVER):
            continue
        if (last := last_day(section.deadline)) is not None:
            path = (*node.path, "deadline")
            yield Due(last, DueKind.DEADLINE, slug, title_in_lists(section.title), path)
    if notice.posting_period and notice.posting_period.end:
        path = ("posting_period", "end")
        yield Due(notice.posting_period.end, DueKind.POSTING, slug, notice.title, path)
