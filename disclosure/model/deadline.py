"""Until when something is to be put right: a day, a month, or words."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Final
from unicodedata import normalize

from pydantic import PlainValidator, WithJsonSchema

from disclosure.model.fields import day, refuse
from disclosure.zh.dates import chinese_date
from disclosure.zh.width import join_lines

_MONTH = re.compile(r"(?!0000)(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
# What is meant for a date, in whatever form; 2024年底前 is not.
_LIKE_DAY = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?", re.ASCII)
_LIKE_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?", re.ASCII)
_HAN = re.compile("[\u4e00-\u9fff]")
_LONGEST: Final = 60
_SHORTEST: Final = 2
_MONTHS: Final = 12


def _deadline(value: Any) -> date | str:
    if isinstance(value, date):
        return value
    text = join_lines(value.split("\n")) if isinstance(value, str) else ""
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
    # 无 alone would be printed as if it were a time; what is not known is left out.
    if not (_SHORTEST <= len(text) <= _LONGEST and _HAN.search(text)):
        raise refuse("field.deadline", value=text[:_LONGEST])
    return text


# A month stays the text that was typed, 2023-06: so it is signed and sealed.
Deadline = Annotated[date | str, PlainValidator(_deadline), WithJsonSchema({"type": "string"})]


def is_words(deadline: date | str) -> bool:
    """Say whether a deadline is words, which are printed as typed."""
    return isinstance(deadline, str) and not _MONTH.fullmatch(deadline)


def deadline_text(deadline: date | str) -> str:
    """Return a deadline as it is printed: 2023年10月31日, 2023年6月, or its words."""
    if isinstance(deadline, date):
        return chinese_date(deadline)
    if match := _MONTH.fullmatch(deadline):
        return f"{int(match[1])}年{int(match[2])}月"
    return deadline


def last_day(deadline: date | str) -> date | None:
    """Return the last day within a deadline; None where words do not say one."""
    if isinstance(deadline, date):
        return deadline
    if match := _MONTH.fullmatch(deadline):
        year, month = int(match[1]), int(match[2])
        return date(year, month, monthrange(year, month)[1])
    return None
