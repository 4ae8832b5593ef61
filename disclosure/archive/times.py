"""Times of the log that have not come yet: a clock was ahead when they were written."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure.archive.log import Line
from disclosure.archive.store import LOG


class Ahead(NamedTuple):
    """A version that says it was sealed later than now."""

    place: str
    sealed: str


def find_ahead(lines: Sequence[Line], now: str) -> Iterator[Ahead]:
    """Yield the versions whose time lies in the future.

    It is no fault of the archive, which is as it was sealed; but whoever relies on the time
    must know.

    Args:
        lines: the log.
        now: ISO 8601 in China's time, as the log writes it.

    """
    for number, line in enumerate(lines, 1):
        if line.entry is not None and line.entry.sealed > now:
            yield Ahead(f"{LOG}:{number}", line.entry.sealed)
