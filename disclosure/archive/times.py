"""Times of an archive that cannot be right: a clock was wrong when they were written."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from disclosure.archive.bounded_reading import read_bounded, read_json
from disclosure.archive.log import Entry, Line
from disclosure.archive.store import LOG
from disclosure.archive.verify import RECORD


class Ahead(NamedTuple):
    """A time that lies behind what it should lie before."""

    place: str
    at: str


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


def find_signed_later(folder: Path, lines: Sequence[Line]) -> Iterator[Ahead]:
    """Yield the versions that were signed, as their records say, later than they were sealed.

    As with ``find_ahead`` that is no fault, but somebody's clock was wrong.

    Args:
        folder: the archive.
        lines: its log.

    """
    for line in lines:
        if line.entry is not None:
            last = max(_signed(folder, line.entry), default="")
            if last > line.entry.sealed:
                yield Ahead(line.entry.folder + RECORD, last)


def _signed(folder: Path, entry: Entry) -> list[str]:
    record = read_bounded(folder / entry.folder / RECORD)
    try:
        signed = read_json(record)["审签记录"] if record is not None else []
        return [str(each["时间"]) for each in signed]
    except (ValueError, KeyError, TypeError):
        return []  # reported where the record is compared with the log
