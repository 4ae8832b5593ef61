"""Folded values: joined as Chinese is joined, and nothing but the line ends touched."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.source.folding import unfold_lines, unfold_quoted
from disclosure.source.reader import parse

WORDS = st.lists(st.text("ab '\"\\", min_size=1, max_size=8), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("'甲\n  乙'", "甲乙"),
        ("'甲 乙\n  丙 two\n  words 丁'", "甲 乙丙 two words 丁"),
        ("'it''s\n  so'", "it's so"),
        ("'甲。\n\n  乙。'", "甲。\n\n乙。"),
        ('"甲\n  乙"', "甲乙"),
        ('"甲。\n\n\n  乙。"', "甲。\n\n乙。"),
        ('"甲\\\n   乙"', "甲乙"),
        ('"two \\\n   words"', "two words"),
        ('"a\\\\\n  b"', "a\\ b"),
        ('"\\u4e2d\\n\n  b"', "中\n b"),
        # A blank behind a backslash was meant to stay; those behind it are the line's end.
        ('"甲\\ \n  乙"', "甲 乙"),
        ('"甲\\ \t \n  乙"', "甲 乙"),
        ('"two\\ \n  words"', "two  words"),
        ('"a\\\\ \n  b"', "a\\ b"),
        ('"a\\\t\n  b"', "a\t b"),
        ('"甲\\ \n\n  乙"', "甲 \n\n乙"),
        ("'甲\\ \n  乙'", "甲\\乙"),
        ("' a '", " a "),
        ("'\n  a'", "a"),
    ],
)
def test_quoted(raw: str, expected: str) -> None:
    """Spaces inside a line stay, those of the fold go where Han characters meet."""
    assert unfold_quoted(raw) == expected


def test_lines() -> None:
    """Rows of unquoted text are joined, blank ones part paragraphs."""
    assert unfold_lines(["甲", "  乙", "", " ", "  two", "  words "]) == "甲乙\n\ntwo words"


@given(WORDS)
@settings(max_examples=300, deadline=None)
def test_latin_text_is_folded_as_yaml_folds_it(words: list[str]) -> None:
    """Without Han characters a folded value is what every YAML reader makes of it."""
    text = " ".join(" ".join(words).split())
    dumped = yaml.safe_dump({"a": text}, default_style="'", width=6)
    assert parse(dumped).data in ({"a": text}, None)
    assert parse(dumped).data == yaml.safe_load(dumped)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: |\n  甲\n  乙 # 丙\n", "甲\n乙 # 丙\n"),
        ("a: |-\n  甲\n\n  乙\n# note\n", "甲\n\n乙"),
        ("a: >-\n  甲\n  乙\n# note\n", "甲乙"),
        ("a: > # note\n  two\n  words\n  # 3\n", "two words # 3"),
        ("a: >2\n  甲\n  乙", "甲乙"),
        ("a: two\n  words\n\n\n  甲\n", "two words\n\n甲"),
        ("a: [甲\n  乙, 丙]\n", ["甲乙", "丙"]),
        ("a: 甲    # note\n", "甲"),
    ],
)
def test_in_files(text: str, expected: object) -> None:
    """Blocks, brackets and comments around folded values change nothing in them."""
    document = parse(text)
    assert (document.data, document.faults) == ({"a": expected}, [])
