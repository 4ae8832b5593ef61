"""The reader of plain lines against the reader of events: alike, or it does not answer."""

import random
from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.source.plain_reader import read_plain
from disclosure.source.reader import MAX_DEPTH, parse
from disclosure.source.text import decode
from tests.conftest import ROOT
from tests.yaml_writer import as_yaml

# What a line may begin with, hold and end with; more of what means something than clerks type.
_PARTS: Final = (
    *("- ", "- ", "-", "  ", " ", "    ", "a: ", "text: ", "items:", "甲: ", "b:", "乙：", "c:d"),
    *("字", "文字，", "a", "1.5", "-3", "-三", "'", '"', "''", "''", '"', "#", " #", ": ", ":"),
    *("?", "? ", "[", "]", "{", "}", ",", "&x", "*x", "!t", "|", ">", "|-", "%", "@", "`", "~"),
    *(
        "null",
        "---",
        "...",
        "<<: ",
        "\\",
        "\\n",
        "\t",
        "\u3000",
        "\u00a0",
        "https://a.cn",
        "=",
        "=:",
    ),
    *("[a, 乙]", "['1.', \"a: b\"]", "[1,234]", "[1, 234]", "{a: 1, 乙: a-b}", "{a: 1, a: 2}"),
    *("[[a], b]", "[a, ]", "[]", "{a}", "{a: null}", "[a：b]", "[text：b]", ", ", "], ", "{b: "),
    *("{a: [b, 乙], 乙: 'c'}", "{a: [b, c: d]}", "{a: ['b]', c], b: \"[\"}", "{a: [b], a: c}"),
    *("text：", "text:三", "true", "\U00020000", "é", "\r", "\u200b", "１"),
)
_TEXT: Final = st.text(st.sampled_from("甲乙 ，。:#-'\"?&*!|>%@`~{}[]\\a1\n：=.\u3000"), max_size=8)
_KEY: Final = st.text(st.sampled_from("ab1_甲 乙："), min_size=1, max_size=4)
_TREE: Final = st.dictionaries(
    _KEY,
    st.recursive(
        _TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEY, inner, max_size=3),
        max_leaves=10,
    ),
    min_size=1,
    max_size=4,
)


def _differences(text: str) -> tuple[bool, str]:
    """Return whether the plain reader answered, and ``text`` where the two are not alike."""
    decoded, faults = decode(text.encode())
    plain = None if faults else read_plain(decoded)
    if plain is None:
        return False, ""
    known = parse(decoded)
    same = (
        not known.faults
        and _typed(plain.data) == _typed(known.data)
        and (plain.empty, plain.faults, plain.in_brackets) == (known.empty, [], known.in_brackets)
        and list(plain.values) == list(known.values)
        and list(plain.keys) == list(known.keys)
    )
    return True, "" if same else decoded


def _typed(data: Any) -> str:
    """Return the data with the order of its keys, which no comparison of dicts looks at."""
    return repr(data)


def _jumbles(seed: int, count: int) -> Iterator[str]:
    """Yield a few lines each: of sound form, and now and then with anything in them."""
    chance = random.Random(seed)
    for _ in range(count):
        yield "\n".join(
            ("a:" if chance.random() < 0.5 else "a: 字") if not number else _line(chance)
            for number in range(chance.randrange(1, 7))
        ) + "\n" * chance.choice((0, 1, 1, 1, 2))


def _line(chance: random.Random) -> str:
    indent = " " * chance.choice((0, 0, 0, 2, 2, 2, 4, 1, 3))
    dashes = chance.choice(("", "", "- ", "- ", "- - "))
    key = chance.choice(("", "", "b: ", "c: ", "d:", "甲: ", "items:\n"))
    value = chance.choice(
        ("", "字", "字", chance.choice(_PARTS), "".join(chance.choices(_PARTS, k=3)))
    )
    return indent + dashes + key + value


def _spoilt(seed: int, count: int) -> Iterator[str]:
    """Yield pieces of real files with a few signs put in, taken out or doubled."""
    chance = random.Random(seed)
    files = [*ROOT.glob("content/notices/*.yaml"), *ROOT.glob("tests/cases/**/*.yaml")]
    files += ROOT.glob("tests/broken/*/*.yaml")
    texts = [decode(file.read_bytes())[0] for file in sorted(files)]
    lines = [text.split("\n") for text in texts if text]
    for _ in range(count):
        file = chance.choice(lines)
        first = chance.randrange(len(file))
        piece = "\n".join(file[first : first + chance.randrange(1, 12)]) + "\n"
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(piece) + 1)
            piece = piece[:at] + chance.choice((*_PARTS, "\n")) + piece[at + chance.randrange(3) :]
        yield piece


def _differing(texts: Iterator[str]) -> tuple[int, list[str]]:
    """Return how many texts were plain, and those of them that the two read differently."""
    found = [_differences(text) for text in texts]
    return sum(plain for plain, _ in found), [text for _, text in found if text]


def test_thousands_are_read_alike() -> None:
    """Jumbled lines and spoilt pieces of real files are read alike, where they are plain."""
    for plain, differing in (_differing(_jumbles(1, 3000)), _differing(_spoilt(1, 2000))):
        assert plain > 100
        assert differing == []


@pytest.mark.slow
def test_a_hundred_thousand_are_read_alike() -> None:
    """The same of many more."""
    for plain, differing in (_differing(_jumbles(2, 80000)), _differing(_spoilt(2, 40000))):
        assert plain > 2000
        assert differing == []


@given(_TREE, st.sampled_from((None, "'", '"')), st.booleans())
@settings(max_examples=300, deadline=None)
def test_written_trees_are_read_alike(tree: dict[str, Any], style: str | None, end: bool) -> None:
    """Whatever the writer of YAML makes is read alike, where it is plain."""
    text = as_yaml(tree, default_style=style)
    assert _differences(text if end else text.rstrip("\n"))[1] == ""


@pytest.mark.parametrize("depth", range(MAX_DEPTH - 10, MAX_DEPTH + 3))
def test_depth_is_bounded_alike(depth: int) -> None:
    """What is nested too deeply is plain to neither, in the narrowest ways of nesting."""
    mappings = [" " * number + "a:" for number in range(depth)]
    lists = ["a:", *("  " * number + "- a:" for number in range(depth // 2))]
    for rows in (mappings, lists):
        for value in ("字", "{a: [字]}"):
            assert _differences("\n".join(rows) + f" {value}\n")[1] == ""


@pytest.mark.parametrize("key", ["{}: 字", "- {}: 字", "a: {{{}: 字}}", "a: {{b: {}}}", "a: [{}]"])
def test_no_key_is_longer_than_the_parser_takes(key: str) -> None:
    """Libyaml looks 1,024 characters ahead for a colon: longer words are read alike, too."""
    for length in (60, 61, 1023, 1024, 1025, 2000):
        assert _differences(f"z: 字\n{key.format('键' * length)}\n")[1] == ""
        assert _differences(f"z:\n  {key.format('键' * length)}\n")[1] == ""


def test_what_is_plain() -> None:
    """A notice as our writers and most people write it is plain: nothing falls back unnoticed."""
    notice = (ROOT / "content/notices/2022-02-23-jxzszx.yaml").read_text(encoding="utf-8")
    assert _differences(notice) == (True, "")
    site = (ROOT / "content/site.yaml").read_text(encoding="utf-8")
    assert _differences(site) == (True, "")
    lines = "a: 字\nb:\n- c: '1'\n  d: \"x\"\n- e\nf: "
    for plain in ("{g: 1, h: -2}", "{g: 1, h: [2, 3], i: [4]}"):
        assert _differences(f"{lines}{plain}\n") == (True, "")
    for nested in ("{g: 1, h: {i: 2}}", "[[2], 3]", "{g: [[2]]}", "{g: [h: 2]}"):
        assert _differences(f"{lines}{nested}\n") == (False, "")
