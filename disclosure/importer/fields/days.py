"""Days as texts tell them: exactly, to the month or a third of it, with the year left out."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from disclosure.importer.draft import Scalar
from disclosure.importer.fields.lines import plain
from disclosure.importer.tracked import Tracked
from disclosure.model.coarse_day import first_day, last_day
from disclosure.zh.dates import han_date

_YEAR: Final = r"(?P<year>(?:19|20)\d{2})"
_IN_TEXT: Final = re.compile(
    rf"(?:(?:{_YEAR}|(?P<same>同|当|本|今)|(?P<next>次|翌))[ ]?年[ ]?)?"
    r"(?P<month>1[0-2]|0?[1-9])[ ]?月[ ]?"
    r"(?:(?P<day>3[01]|[12]\d|0?[1-9])[ ]?日|(?P<third>[上中下])旬|(?=底|初|末|份|[^\d]|$))",
    re.ASCII,
)
_WHOLE: Final = re.compile(
    rf"{_YEAR}\s?[-/.年]\s?(?P<month>\d{{1,2}})(?:\s?[-/.月]\s?(?P<day>\d{{1,2}})\s?日?|\s?月)",
    re.ASCII,
)
_CLOCK: Final = r"(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?"
_MOMENT: Final = re.compile(rf"(?P<whole>{_WHOLE.pattern})(?:[ T]*{_CLOCK})?", re.ASCII)

Coarse = date | str


class Found(NamedTuple):
    """A day in a text.

    Attributes:
        start: its first character.
        end: behind the last one.
        value: as ``CoarseDay`` takes it.
        dated: whether its year stands there.

    """

    start: int
    end: int
    value: Coarse
    dated: bool


class Moment(NamedTuple):
    """A day and, where it is told, the time: 2022-02-23 09:30."""

    day: date
    clock: str
    clock_start: int
    end: int


def find_days(text: str) -> Iterator[Found]:
    """Yield the days of a text whose year is told there, or before; the others are no days.

    Args:
        text: with half-width digits, see ``plain``.

    """
    year = 0
    for match in _IN_TEXT.finditer(text):
        if match["year"]:
            year = int(match["year"])
        elif match["next"] and year:
            year += 1
        if year and (value := _value(year, match)) is not None:
            yield Found(*match.span(), value, bool(match["year"] or match["next"]))


def _value(year: int, match: re.Match[str]) -> Coarse | None:
    month = int(match["month"])
    if match["third"]:
        return f"{year}年{month}月{match['third']}旬"
    if not match["day"]:
        return f"{year:04}-{month:02}"
    return _date(year, month, int(match["day"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def later(value: Coarse, years: int) -> Coarse:
    """Return a day some years later; the 29th of February stays where it is."""
    if isinstance(value, date):
        return _date(value.year + years, value.month, value.day) or value
    return f"{int(value[:4]) + years:04}{value[4:]}"


def read_moment(text: str) -> Moment | None:
    """Return the day, and the time, with which a text begins; None where it begins otherwise."""
    match = _MOMENT.match(plain(text))
    if match is None or not match["day"]:
        return None
    found = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    if found is None:
        return None
    clock = (match["clock"] or "").zfill(5) if match["clock"] else ""
    return Moment(found, clock, match.end("whole"), match.end())


def read_day(text: str) -> Coarse | None:
    """Return the day that a text tells, and nothing else; words of Han digits stay words."""
    said = text.strip()
    if han_date(said):
        return said
    match = _WHOLE.fullmatch(plain(said))
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["day"]:
        return _date(year, month, int(match["day"]))
    return f"{year:04}-{month:02}" if said.endswith("月") else None


def day_scalar(value: Coarse, source: Tracked | None = None) -> Scalar:
    """Return a day as it is written; without ``source`` it stands for no characters."""
    if isinstance(value, str) and source is not None and han_date(value):
        return Scalar(source)
    return Scalar(str(value), source if source is not None else Tracked(), plain=True)


def in_order(*days: Coarse | None) -> bool:
    """Say whether none of the days that are known is surely later than the next."""
    known = [day for day in days if day is not None]
    return all(first_day(a) <= last_day(b) for a, b in pairwise(known))
