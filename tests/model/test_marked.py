"""Prose with its marks: what each means, and that no text costs more than its length."""

import sys
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from disclosure.model import marked
from disclosure.model.marked import read_prose
from disclosure.model.tokens import Kind, Token
from tests.model.prose_strings import generated, pathological


def links(text: str) -> list[str]:
    """Return the addresses of the links of a text."""
    return [token.value for token in read_prose(text) if token.kind is Kind.LINK]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"[x\](https://a.cn/{m})", []),
        (r"[x\](//evil.example/x)", []),
        (r"[x\\](//evil.example/x)", ["//evil.example/x"]),
        (r"[x\\\](//evil.example/x)", []),
        (r"[x\\\\](https://a.cn)", ["https://a.cn"]),
        (r"[x\\]({built})", ["{built}"]),
        (r"\[x](https://a.cn)", []),
        (r"\\[x](https://a.cn)", ["https://a.cn"]),
        (r"[x]\(https://a.cn)", []),
        (r"[x](https://a.cn/\))", ["https://a.cn/)"]),
        (r"[x](https://a.cn\)", []),
        ("[a [b](https://b.cn) c](https://c.cn)", ["https://c.cn"]),
        ("[a [b](https://b.cn)", ["https://b.cn"]),
        ("[a](https://a.cn/(1))", ["https://a.cn/(1)"]),
        ("![a](https://a.cn)", []),
        (r"\![a](https://a.cn)", ["https://a.cn"]),
        ("[a](<https://a.cn> 'x')", ["https://a.cn"]),
        ("[a]( javascript:x )", ["javascript:x"]),
        ("[a](https://a.cn b)", ["https://a.cn b"]),
        ("[a]()", [""]),
        ("x](https://a.cn)", []),
        ("[x] (https://a.cn)", []),
    ],
)
def test_links(text: str, expected: list[str]) -> None:
    """A backslash makes the sign behind it text, and only that one; the outer link counts."""
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{a}", ["figure a"]),
        (r"\{a}", ["escaped {", "text a}"]),
        (r"\\{a}", ["escaped \\", "figure a"]),
        ("{{a}", ["brace {", "figure a"]),
        ("**甲****乙**", ["strong", "text 甲", "end", "strong", "text 乙", "end"]),
        ("***甲***", ["strong", "em", "text 甲", "end", "end"]),
        ("*甲**乙*", ["em", "text 甲", "text **", "text 乙", "end"]),
        ("** 甲 **", ["text **", "text  甲 ", "text **"]),
        ("_甲_", ["text _甲_"]),
        ("[**甲](u)**", ["link u", "text **", "text 甲", "end", "text **"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    """Bold, stress, figures and braces; asterisks do not reach into links or out of them."""
    assert [f"{t.kind.value} {t.value}".strip(" ") if t.kind is not Kind.TEXT
            else f"text {t.value}" for t in read_prose(text)] == expected  # fmt: skip


def test_ten_thousand_texts_lose_nothing() -> None:
    """Every character of a text is printed, or is part of a mark; what begins, ends."""
    for text in generated(10_000):
        covered, depth = 0, 0
        for token in read_prose(text):
            assert not _skipped(text[covered : token.start], token), (text, token)
            covered = max(covered, token.end)
            depth += {Kind.STRONG: 1, Kind.EM: 1, Kind.LINK: 1, Kind.END: -1}.get(token.kind, 0)
            assert depth >= 0
            if token.kind in {Kind.TEXT, Kind.ESCAPED}:
                assert text[token.start : token.end] == token.value
        assert (covered, depth) == (len(text), 0), text


def _skipped(between: str, token: Token) -> bool:
    return between != "" and not (token.kind is Kind.ESCAPED and between == "\\")


def work(text: str) -> int:
    """Return how many calls reading a text takes, of functions and of built-in ones."""
    count = 0

    def profile(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        read_prose(text)
    finally:
        sys.setprofile(None)
    return count


def test_work_grows_with_the_length_and_not_faster() -> None:
    """A text of double length takes double work, whatever it repeats."""
    for short, long in zip(pathological(1000), pathological(2000), strict=True):
        assert work(long) <= 2.1 * work(short) + 100, long[:20]


@pytest.mark.parametrize("before", ["", "甲", "甲 ", "*", "）"])
@pytest.mark.parametrize("inside", ["", "乙", " 乙", "乙 ", "乙 。", "*乙", "乙\u3000", "乙**丙"])
@pytest.mark.parametrize("after", ["", "丁", " 丁", "*", "！"])
def test_one_bold_stretch_is_read_as_it_is_among_others(
    before: str, inside: str, after: str
) -> None:
    """A text with one bold stretch has the same tokens as when a bracket follows it."""
    text = f"{before}**{inside}**{after}丙"
    *tokens, last = read_prose(f"{text}[")
    assert list(read_prose(text)) == [
        *tokens,
        last._replace(end=last.end - 1, value=last.value[:-1]),
    ]


def test_a_pattern_that_tries_twice_is_none_of_ours() -> None:
    """Repeats in the patterns give nothing back, so no text makes them look again."""

    def repeats(items: Any) -> None:
        for code, value in items:
            assert code not in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}, value
            for part in value if isinstance(value, tuple) else ():
                for each in part if isinstance(part, list) else (part,):
                    if isinstance(each, _parser.SubPattern):
                        repeats(each)

    for pattern in (marked.REFERENCE, marked._MARK, marked._ONE_BOLD):
        repeats(_parser.parse(pattern.pattern))


def test_long_texts_are_read() -> None:
    """The texts that took half a minute and more are read in the ordinary way."""
    for text in ("[" * 12_000, "](" * 12_000, "{a." + " " * 12_000, "*" * 12_000):
        assert "".join(token.value for token in read_prose(text)) == text
