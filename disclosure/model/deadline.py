"""Until when something is to be put right: a day, a month, or words."""

import re
from datetime import date
from typing import Annotated, Any, Final
from unicodedata import normalize

from pydantic import PlainValidator, WithJsonSchema

from disclosure.model.coarse_day import day_or_month, month_of
from disclosure.model.coarse_day import last_day as last_of
from disclosure.model.fields import refuse
from disclosure.zh.numerals import number_of
from disclosure.zh.width import join_lines

# A month in words, its year before it and its day behind it where they are told; 13月内 is a span.
_IN_WORDS: Final = (
    r"(?a)(?:(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})月(?!以?内)"
    r"(?:(?P<day>\d{1,2})日)?"
)
_LEAP_YEAR: Final = 2024  # where no year is told, any that has the day will do
_LONGEST: Final = 60
_SHORTEST: Final = 2


def _deadline(value: Any) -> date | str:
    if isinstance(value, date):
        return value
    text = join_lines(value.split("\n")) if isinstance(value, str) else ""
    if known := day_or_month(text):
        return known
    in_words = any("\u4e00" <= sign <= "\u9fff" for sign in text)
    # 无 alone would be printed as if it were a time; what is not known is left out.
    if not (in_words and _SHORTEST <= len(text) <= _LONGEST):
        raise refuse("field.deadline", value=text[:_LONGEST])
    return text


# A month stays the text that was typed, 2023-06: so it is signed and sealed.
Deadline = Annotated[date | str, PlainValidator(_deadline), WithJsonSchema({"type": "string"})]


def is_words(deadline: date | str) -> bool:
    """Say whether a deadline is words, which are printed as typed."""
    return isinstance(deadline, str) and month_of(deadline) is None


def impossible_day(deadline: date | str) -> str:
    """Return the day or month in a deadline's words that no calendar has; mostly empty."""
    if not isinstance(deadline, str):
        return ""
    for match in re.finditer(_IN_WORDS, normalize("NFKC", deadline)):
        month = number_of(match["month"])
        try:
            date(int(match["year"] or _LEAP_YEAR), month, int(match["day"] or 1))
        except ValueError:
            return match[0]
    return ""


def last_day(deadline: date | str) -> date | None:
    """Return the last day within a deadline; None where words do not say one."""
    return None if is_words(deadline) else last_of(deadline)
