"""Counted things: numbers with thousands separators are one number."""

from decimal import Decimal

import pytest

from disclosure.checks.reading.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("问题资金251,023.54万元", "251,023.54万元", "2510235400"),
        ("追缴1,580余元", "1,580余元", "1580"),
        ("共1,234,567个", "1,234,567个", "1234567"),
        ("收回23.6亿元", "23.6亿元", "2360000000"),
        ("共12,34个", "34个", None),
    ],
)
def test_separators(text: str, written: str, value: str | None) -> None:
    """A well-grouped number is read whole; one that is not is not read in half."""
    found = list(find_quantities(text))
    if value is None:
        assert not found
        return
    (quantity,) = found
    assert (quantity.written, quantity.value) == (written, Decimal(value))
    assert text[quantity.start : quantity.end] == written
