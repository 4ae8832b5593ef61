"""Deadlines: a day, a month, or words."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from disclosure.model.coarse_day import day_text
from disclosure.model.deadline import Deadline, is_words, last_day

READER: TypeAdapter[date | str] = TypeAdapter(Deadline)
WORDS = (
    "长期坚持",
    "2024年底前，并长期坚持",
    "反馈后3个月内",
    "立行立改",
    "2023年10月31日前，并长期坚持",
    "2024年6月底",
)


@pytest.mark.parametrize("words", WORDS)
def test_words_are_printed_as_typed(words: str) -> None:
    """What says a time in words stays as it is, and no rule takes it for a date."""
    read = READER.validate_python(words)
    assert (day_text(read), is_words(read), last_day(read)) == (words, True, None)
    assert READER.dump_python(read, mode="json") == words


@pytest.mark.parametrize(
    ("typed", "printed", "last"),
    [
        ("2023-10-31", "2023年10月31日", date(2023, 10, 31)),
        ("2023-06", "2023年6月", date(2023, 6, 30)),
        ("2024-02", "2024年2月", date(2024, 2, 29)),
        ("2023-12", "2023年12月", date(2023, 12, 31)),
    ],
)
def test_days_and_months(typed: str, printed: str, last: date) -> None:
    """A month is printed without its zero and lasts to its last day; both are kept as typed."""
    read = READER.validate_python(typed)
    assert (day_text(read), is_words(read), last_day(read)) == (printed, False, last)
    assert READER.dump_python(read, mode="json") == typed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2023年6月", "field.month_like"),
        ("2023-6", "field.month_like"),
        ("2023/06", "field.month_like"),
        ("2023-00", "field.date_missing"),
        ("0000-05", "field.date_missing"),
        ("2023.10.31", "field.date_like"),
        ("2023年10月32日", "field.date_missing"),
        ("20231031", "field.deadline"),
        ("2023", "field.deadline"),
        ("无", "field.deadline"),
        ("", "field.deadline"),
        ("长" * 61, "field.deadline"),
    ],
)
def test_refused(typed: str, code: str) -> None:
    """What was meant for a date has to be one, and what says nothing is no deadline."""
    with pytest.raises(ValidationError) as caught:
        READER.validate_python(typed)
    assert caught.value.errors()[0]["ctx"]["code"] == code
