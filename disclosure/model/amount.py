"""Amounts as notices print them: 1580, 35,435.70, 251,023.54."""

import re
from decimal import Decimal
from typing import Annotated, Any, Final
from unicodedata import normalize

from pydantic import BeforeValidator, WithJsonSchema

from disclosure.model.fields import refuse

_PART: Final = r"(?:\.\d{1,10})?"
_GROUPED = re.compile(rf"[1-9]\d{{0,2}}(?:,\d{{3}})+{_PART}", re.ASCII)
_PLAIN = re.compile(rf"(?:0|[1-9]\d{{0,17}}){_PART}", re.ASCII)


def is_grouped(value: object) -> bool:
    """Say whether a text is a number with a comma before every third digit."""
    return isinstance(value, str) and bool(_GROUPED.fullmatch(value.removeprefix("-")))


def ungrouped(text: str) -> str:
    """Return a number without these commas."""
    return text.replace(",", "")


def value_of(amount: str) -> Decimal:
    """Return the number that an ``Amount`` stands for."""
    return Decimal(ungrouped(amount))


def _is_amount(text: str) -> bool:
    return bool(_GROUPED.fullmatch(text) or _PLAIN.fullmatch(text))


def _amount(value: Any) -> str:
    if isinstance(value, str) and _is_amount(value):
        return value
    if value == "":
        raise refuse("field.empty")
    mended = normalize("NFKC", value) if isinstance(value, str) else ""
    if mended != value and _is_amount(mended):
        raise refuse("field.half_width", value=str(value), mended=mended)
    raise refuse("field.amount", value=str(value))


# What is printed is what was typed, so it stays a text.
Amount = Annotated[str, BeforeValidator(_amount), WithJsonSchema({"type": ["string", "number"]})]
