"""Dates as Chinese text writes them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_DATE = re.compile(
    r"(?<![\d.])(?:(?P<year>\d{4})年(?:度)?)?(?<!\d)(?P<month>\d{1,2})月(?:份)?"
    r"(?:(?P<day>\d{1,2})[日号])?"
    # The day of a range's end: 31日 in 1月10日—31日.
    r"|(?<=[日号][至到—－~～-])(?P<last>\d{1,2})日"
    r"|(?<![\d.])(?P<only>\d{4})年(?![\d])"
)


class DateText(NamedTuple):
    """One date in a text.

    Attributes:
        start: first character.
        end: behind the last one.
        year: as written, or taken over from the date before; 0 where none is known.
        month: 0 where only a year is written.
        day: 0 where only a month is written.
        has_year: the year is written here.
    """

    start: int
    end: int
    year: int
    month: int
    day: int
    has_year: bool

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a date; without a year, in any year."""
        if not self.month and not self.day:
            return True
        if not 1 <= self.month <= 12:
            return False
        return not self.day or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def as_date(self) -> date | None:
        """The day; None where it is not fully known or does not exist."""
        if self.year and self.month and self.day and self.exists:
            return date(self.year, self.month, self.day)
        return None

    @property
    def earliest(self) -> date | None:
        """The first day that can be meant; None without a year."""
        if not self.year or not self.exists:
            return None
        return date(self.year, self.month or 1, self.day or 1)


def find_dates(text: str) -> Iterator[DateText]:
    """Yield the dates of ``text``; a date without a year takes over the one before it."""
    year = month = day_end = 0
    if "月" not in text and "年" not in text:
        return
    for match in _DATE.finditer(text):
        if match["only"]:
            year = int(match["only"])
            if 1900 <= year <= 2100:
                yield DateText(match.start(), match.end(), year, 0, 0, has_year=True)
            continue
        if match["last"]:
            if match.start() != day_end + 1:
                continue
            yield DateText(
                match.start(), match.end(), year, month, int(match["last"]), has_year=False
            )
            continue
        # 3个月 is a time span; the pattern lets no such text through, 12月份 it does.
        day_end = match.end() if match["day"] else 0
        written = int(match["year"] or 0)
        year, month = written or year, int(match["month"])
        yield DateText(
            match.start(), match.end(), year, month, int(match["day"] or 0), has_year=bool(written)
        )
