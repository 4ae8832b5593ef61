"""Cells of a terminal and gaps between lines, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.zh.numerals import ordinal
from disclosure.zh.phone import parse_phone
from disclosure.zh.width import display_width, fold_gap, join_lines


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("ab", 2),
        ("甲乙", 4),
        ("ａ", 2),
        ("，", 2),
        ("e\u0301", 1),
        ("👍", 2),
        ("㎡", 2),
        ("❤\ufe0f", 1),
    ],
)
def test_cells(text: str, cells: int) -> None:
    """Wide characters take two cells, marks that combine take none."""
    assert display_width(text) == cells


@given(st.text(), st.text())
def test_widths_add_up(one: str, two: str) -> None:
    """The width of a text is that of its parts."""
    assert display_width(one + two) == display_width(one) + display_width(two)


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ("甲", "乙", ""), ("甲", "a", ""), ("a", "乙", ""), ("a", "b", " "), ("1", "2", " "),
        ("。", "“", ""), ("年", "2022", ""), ("，", "A", ""), ("𠮷", "a", ""), ("", "a", ""), ("a", "", ""),
    ],
)  # fmt: skip
def test_gap(before: str, after: str, gap: str) -> None:
    """Only between two words is a line end a gap."""
    assert fold_gap(before, after) == gap


@given(st.lists(st.text("甲乙，ab ", max_size=6)))
def test_joining_loses_no_character(lines: list[str]) -> None:
    """Joined lines hold every character but the blanks at their ends."""
    joined = join_lines(lines)
    assert joined.replace(" ", "") == "".join(lines).replace(" ", "")


def test_ordinal_has_no_limit() -> None:
    """Beyond ninety-nine, where no Han mark is used, digits are."""
    assert [ordinal(number) for number in (9, 99, 100, 1234)] == ["九", "九十九", "100", "1234"]


@pytest.mark.parametrize(
    "text", ["０５６３-２２６３０７０", "0563-2٢63070", "0563-2263070\n1", "0563–2263070"]
)
def test_no_dialling_of_other_digits(text: str) -> None:
    """A number that a telephone could not dial is none."""
    assert parse_phone(text) is None
