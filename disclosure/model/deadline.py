"""Until when something is to be put right: a day, a month, or words."""

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import PlainValidator, WithJsonSchema

from disclosure.model.coarse_day import day_or_month, month_of
from disclosure.model.coarse_day import last_day as last_of
from disclosure.model.fields import refuse
from disclosure.zh.width import join_lines

_HAN = re.compile("[\u4e00-\u9fff]")
_LONGEST: Final = 60
_SHORTEST: Final = 2


def _deadline(value: Any) -> date | str:
    if isinstance(value, date):
        return value
    text = join_lines(value.split("\n")) if isinstance(value, str) else ""
    if known := day_or_month(text):
        return known
    # 无 alone would be printed as if it were a time; what is not known is left out.
    if not (_SHORTEST <= len(text) <= _LONGEST and _HAN.search(text)):
        raise refuse("field.deadline", value=text[:_LONGEST])
    return text


# A month stays the text that was typed, 2023-06: so it is signed and sealed.
Deadline = Annotated[date | str, PlainValidator(_deadline), WithJsonSchema({"type": "string"})]


def is_words(deadline: date | str) -> bool:
    """Say whether a deadline is words, which are printed as typed."""
    return isinstance(deadline, str) and month_of(deadline) is None


def last_day(deadline: date | str) -> date | None:
    """Return the last day within a deadline; None where words do not say one."""
    return None if is_words(deadline) else last_of(deadline)
