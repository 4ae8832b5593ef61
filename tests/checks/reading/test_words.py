"""Texts are divided into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks.reading.words import words_in


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_nothing_is_lost(text: str) -> None:
    """Every character of any text stands in exactly one word, in its place."""
    words = words_in(text).words
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)


@pytest.mark.parametrize(
    ("text", "inside"),
    [("党组每月集中学习一次", "中学"), ("干部暑期培训", "部暑"), ("维护学生权益", "生权")],
)
def test_across_words(text: str, inside: str) -> None:
    """Characters of two neighbouring words are no word."""
    start = text.index(inside)
    assert not words_in(text).whole(start, start + len(inside))


def test_own_dictionary() -> None:
    """Words that the shipped dictionary adds are words."""
    words = words_in("县委巡察组反馈问题")
    assert words.whole(2, 5)
    assert words.covering(3).text == "巡察组"
    with pytest.raises(IndexError):
        words.covering(9)
