"""Days as notices tell them: exactly, or only to the month or a third of it.

``2022-02-23`` is a day and ``2022-02`` a month. ``2022年2月上旬`` and ``二〇二二年二月二十三日``
stay the words that were typed: so they are printed, signed and sealed.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Final
from unicodedata import normalize

from pydantic import PlainValidator, WithJsonSchema

from disclosure.model.fields import day, refuse
from disclosure.zh.dates import chinese_date, chinese_period, han_date
from disclosure.zh.width import join_lines

_MONTH = re.compile(r"(?!0000)(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
# What is meant for a date, in whatever form; 2024年底前 is not.
_LIKE_DAY = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?", re.ASCII)
_LIKE_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?", re.ASCII)
_THIRD = re.compile(r"(?!0000)(\d{4})年([1-9]|1[0-2])月([上中下])旬", re.ASCII)
_FIRST_OF_THIRD: Final = {"上": 1, "中": 11, "下": 21}
_LAST_OF_THIRD: Final = {"上": 10, "中": 20}
_MONTHS: Final = 12
_LONGEST: Final = 60


def day_or_month(text: str) -> date | str | None:
    """Read a day or a month; a month stays its text.

    Returns:
        None where the text is neither, nor meant for one.

    Raises:
        PydanticCustomError: one is meant, and written in another form or not in the calendar.

    """
    if _MONTH.fullmatch(text):
        return text
    plain = normalize("NFKC", text)
    if _LIKE_DAY.fullmatch(plain):
        return day(text)
    if match := _LIKE_MONTH.fullmatch(plain):
        year, month = int(match[1]), int(match[2])
        if not year or not 1 <= month <= _MONTHS:
            raise refuse("field.date_missing", value=text)
        raise refuse("field.month_like", value=text, mended=f"{year:04}-{month:02}")
    return None


def _coarse_day(value: Any) -> date | str:
    if isinstance(value, date):
        return value
    text = join_lines(value.split("\n")) if isinstance(value, str) else ""
    if known := day_or_month(text):
        return known
    if _THIRD.fullmatch(text) or han_date(text):
        return text
    raise refuse("field.coarse_day", value=text[:_LONGEST])


CoarseDay = Annotated[date | str, PlainValidator(_coarse_day), WithJsonSchema({"type": "string"})]


def month_of(value: date | str) -> tuple[int, int] | None:
    """Return year and month of ``2022-02``; None for anything else."""
    match = _MONTH.fullmatch(value) if isinstance(value, str) else None
    return (int(match[1]), int(match[2])) if match else None


def day_text(value: date | str) -> str:
    """Return a day as it is printed: 2022年2月23日, 2022年2月, or its words."""
    if isinstance(value, date):
        return chinese_date(value)
    if month := month_of(value):
        return f"{month[0]}年{month[1]}月"
    return value


def period_text(start: date | str, end: date | str) -> str:
    """Return start至end, leaving out what the two share."""
    if isinstance(start, date) and isinstance(end, date):
        return chinese_period(start, end)
    first, last = day_text(start), day_text(end)
    if first == last:
        return first
    year, found, rest = last.partition("年")
    return f"{first}至{rest if found and first.startswith(f'{year}年') else last}"


def machine_day(value: date | str) -> str:
    """Return a day for programs, as exactly as it is known (HTML: a date, or a month)."""
    first, last = first_day(value), last_day(value)
    return first.isoformat() if first == last else f"{first.year:04}-{first.month:02}"


def first_day(value: date | str) -> date:
    """Return the first day that can be meant."""
    return _bounds(value)[0]


def last_day(value: date | str) -> date:
    """Return the last day that can be meant."""
    return _bounds(value)[1]


def _bounds(value: date | str) -> tuple[date, date]:
    if isinstance(value, date):
        return value, value
    if exact := han_date(value):
        return exact, exact
    third = ""
    if match := _THIRD.fullmatch(value):
        year, month, third = int(match[1]), int(match[2]), match[3]
    else:
        year, month = map(int, value.split("-"))
    last = _LAST_OF_THIRD.get(third, monthrange(year, month)[1])
    return date(year, month, _FIRST_OF_THIRD.get(third, 1)), date(year, month, last)
