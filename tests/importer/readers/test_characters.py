"""Radicals become characters, what nobody sees is dropped, and all of it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.reading import Fate
from tests.importer.readers.accounting import unaccounted_text


@pytest.mark.parametrize(
    ("given", "becomes", "codes"),
    [
        ("一是加强学习3次。", "一是加强学习3次。", []),
        ("⼀是⻓江", "一是长江", ["folded", "folded"]),
        ("臨\uf9f7", "臨立", ["folded"]),
        ("整\u200b改\u00ad情\ufeff况", "整改情况", ["unseen"] * 3),
        ("\u202e甲\x07乙", "甲乙", ["unseen"] * 2),
        ("0555\u20112234567", "0555-2234567", ["folded"]),
        ("张\ue001", "张\ue001", ["private"]),
        ("王\ufffd", "王\ufffd", ["lost"]),
        ("葛\U000e0100", "葛\U000e0100", []),
        ("甲\u00a0乙\u3000丙\t丁\n", "甲 乙\u3000丙\t丁\n", []),
        ("⻌", "⻌", ["radical"]),
        ("", "", []),
    ],
)
def test_each_kind_of_character(given: str, becomes: str, codes: list[str]) -> None:
    """A character becomes what it looks like, or goes, or stays and is told."""
    collector = Collector()
    folded = fold(given, collector, "第1段")
    assert str(folded) == becomes
    assert [remark.code for remark in collector.remarks] == [f"import.file.{c}" for c in codes]
    assert all(remark.place == "第1段" for remark in collector.remarks)
    assert len(collector.characters) == len(given)


def test_places_are_those_of_the_file() -> None:
    """A character behind a dropped one still knows its own number."""
    collector = Collector()
    fold("前文", collector, "")
    folded = fold("甲\u200b⼀", collector, "")
    assert folded.origins == (2, 4)
    assert [remark.fate for remark in collector.remarks] == [Fate.DROPPED, Fate.NORMALISED]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=5))
def test_nothing_is_lost(texts: list[str]) -> None:
    """Whatever the text, each character is kept or covered by a remark."""
    collector = Collector()
    kept = [fold(text, collector, "") for text in texts]
    assert unaccounted_text(collector.characters, kept, collector.remarks) == []
