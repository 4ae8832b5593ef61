"""What a cell's number stands for: a plain number, a day, or a month, by its format."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Final

_DAYS: Final = frozenset({14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58})
_MONTHS: Final = frozenset({17, 27, 36, 50, 52, 57})
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_BEGINNING: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a day has no zone
_BEGINNING_OF_MACS: Final = datetime(1904, 1, 1)  # noqa: DTZ001
_LATEST: Final = 2_958_465  # the last day of the year 9999
_NUMBER: Final = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_LONGEST: Final = 40


class Form(Enum):
    """What a format shows a number as."""

    NUMBER = "number"
    DAY = "day"
    MONTH = "month"


def form_of(number: int, code: str | None) -> Form:
    """Return what a format shows.

    Args:
        number: of the format; Chinese programs number their dates as ECMA-376 says (18.8.30).
        code: of a format that the file declares; None leaves it to the number.

    """
    if code is None:
        return Form.DAY if number in _DAYS else Form.MONTH if number in _MONTHS else Form.NUMBER
    shown = _QUOTED.sub("", code.split(";")[0]).lower()
    if "y" in shown or ("m" in shown and "d" in shown):
        return Form.DAY if "d" in shown else Form.MONTH
    return Form.NUMBER


def day_of(text: str, *, of_macs: bool) -> date | None:
    """Return the day that a serial number stands for; None where it is none."""
    number = _decimal(text)
    if number is None or not 1 <= number <= _LATEST:
        return None
    beginning = _BEGINNING_OF_MACS if of_macs else _BEGINNING
    try:
        return (beginning + timedelta(days=int(number))).date()
    except OverflowError:
        return None


def plain_number(text: str) -> str:
    """Return a number as it is typed: 13812345678 for 1.3812345678E10, 12 for 12.0."""
    number = _decimal(text)
    if number is None:
        return text
    if number == number.to_integral_value():
        return str(int(number))
    return f"{number.normalize():f}"


def _decimal(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if abs(number.adjusted()) < _LONGEST else None
