"""YAML text to values and places, for any text whatever."""

import random
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.source.document import Span
from disclosure.source.load import load_notice
from disclosure.source.reader import parse
from disclosure.source.text import decode
from tests.conftest import ROOT
from tests.yaml_writer import as_yaml

REAL = (ROOT / "content/notices/2022-02-23-jxzszx.yaml").read_bytes()
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"),
    max_size=30,
)  # fmt: skip
KEY = st.text(st.sampled_from("abc甲乙_"), min_size=1, max_size=6)
TREE = st.dictionaries(
    KEY,
    st.recursive(
        TEXT,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(KEY, inner, min_size=1, max_size=3)
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@given(TREE)
@settings(max_examples=300, deadline=None)
def test_quoted_trees_come_back(tree: dict[str, object]) -> None:
    """Whatever is written with quotes is read back as it was."""
    text = as_yaml(tree, default_style='"')
    document = parse(text)
    assert document.faults == []
    assert document.data == tree


@given(TREE)
@settings(max_examples=200, deadline=None)
def test_places_are_where_the_values_stand(tree: dict[str, object]) -> None:
    """Every scalar is found at the line and column that are told for it."""
    text = as_yaml(tree, default_style='"')
    lines = text.split("\n")
    for span in (Span.between(*marks) for marks in parse(text).values.values()):
        assert 0 <= span.line < len(lines)
        assert 0 <= span.column <= len(lines[span.line])


@given(st.binary(max_size=200))
@settings(max_examples=500, deadline=None)
def test_no_bytes_crash_it(data: bytes) -> None:
    """Any bytes end in a notice or in diagnostics."""
    loaded, found = load_notice(data, PurePosixPath("a.yaml"))
    assert loaded is not None or found


@given(st.text(st.sampled_from("ab:-[]{}'\"#&*!|>%@`?,~ \n\t甲：—\u3000"), max_size=60))
@settings(max_examples=1000, deadline=None)
def test_no_signs_crash_it(text: str) -> None:
    """Any jumble of YAML's own signs ends in diagnostics whose places exist."""
    loaded, found = load_notice(text.encode(), PurePosixPath("a.yaml"))
    assert loaded is None
    rows = decode(text.encode())[0].split("\n")
    for each in found:
        assert each.line <= len(rows)


@pytest.mark.slow
def test_mutated_notices_never_crash() -> None:
    """The real notice with random characters changed is read or refused, 300 times."""
    chance = random.Random(11)
    text = REAL.decode()
    signs = list("：:-[]{}'\"#&*!|> \n\t甲0")
    for _ in range(300):
        place = chance.randrange(len(text))
        mutant = text[:place] + chance.choice(signs) + text[place + chance.randrange(3) :]
        loaded, found = load_notice(mutant.encode(), PurePosixPath("a.yaml"))
        assert loaded is not None or found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  现将\n  整改。\n", "现将整改。"),
        ("a: 现将\n  整改。\n\n  第二段\n", "现将整改。\n\n第二段"),
        ("a: >\n  现将\n  整改\n\n  第二段\n", "现将整改\n\n第二段"),
        ("a: '现将\n  整改'\n", "现将整改"),
        ("a: two\n  words\n", "two words"),
        ("a: |\n  现将\n  整改\n", "现将\n整改\n"),
        ("a: 甲#乙\n", "甲#乙"),
        ("a: 05632263070\n", "05632263070"),
    ],
)
def test_folded_text(text: str, expected: str) -> None:
    """Lines are joined as Chinese is joined; nothing is typed."""
    assert parse(text).data == {"a": expected}


def test_empty_values_are_not_given() -> None:
    """A key without a value, or with ~ or null, is as if it were not there."""
    document = parse("a:\nb: ~\nc: null\nd: 'null'\n")
    assert document.data == {"d": "null"}
    assert set(document.keys) == {("a",), ("b",), ("c",), ("d",)}


def test_places() -> None:
    """Lines and columns count from zero, in characters, not bytes."""
    document = parse("甲: 乙丙\nlist:\n  - x\n")
    assert Span.between(*document.values["甲",]) == Span(0, 3, 0, 5)
    assert Span.between(*document.values["list", 0]) == Span(2, 4, 2, 5)
    assert Span.between(*document.keys["list",]) == Span(1, 0, 1, 4)


def test_cost_grows_with_size() -> None:
    """Many duplicate keys, deep lists and long lines are read in one pass (seconds, not minutes)."""
    for text in ("a: 1\n" * 5000, "a: [" + "b, " * 50_000 + "]", "a: " + "甲" * 500_000):
        assert parse(text).data is not None
