"""Dates as official documents print them, and whether people work on them."""

import re
from datetime import date
from typing import Final

from disclosure.zh.numerals import number_of

_YEAR: Final = {digit: str(number) for number, digit in enumerate("〇一二三四五六七八九")}
_YEAR_ZEROS: Final = ("○", "零")  # typed for 〇
_HAN_DATE: Final = (
    r"([一二三四五六七八九][〇○零一二三四五六七八九]{3})年(十?[一二三四五六七八九]|十)月"
    r"((?:二?十|三十)?[一二三四五六七八九]|二?十|三十)日"
)


def chinese_date(day: date) -> str:
    """Return 2022年2月23日: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_period(start: date, end: date) -> str:
    """Return start至end, leaving out the year (and month) that the two dates share."""
    if start == end:
        return chinese_date(start)
    if start.year != end.year:
        return f"{chinese_date(start)}至{chinese_date(end)}"
    return f"{chinese_date(start)}至{end.month}月{end.day}日"


def han_date(text: str) -> date | None:
    """Return the day of 二〇二二年二月二十三日; None where the text is no such date."""
    match = re.fullmatch(_HAN_DATE, text)
    if match is None:
        return None
    year = "".join("0" if digit in _YEAR_ZEROS else _YEAR[digit] for digit in match[1])
    try:
        return date(int(year), number_of(match[2]), number_of(match[3]))
    except ValueError:
        return None


def is_workday(day: date) -> bool | None:
    """Say whether people work on ``day``; None when its year has not been announced.

    By the yearly announcement of the State Council (国务院办公厅节假日安排).
    """
    import chinese_calendar  # a table of twenty years; few notices need it

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
