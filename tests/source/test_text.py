"""Bytes to text: encodings named, hidden characters refused, no byte sequence too odd."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.source.text import MAX_BYTES, decode, fault_at, hidden_character

SENTENCE = "title: 中共某县某局党组关于巡察整改进展情况的通报\nsource: 某县纪委\n"


def codes(data: bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with the bytes."""
    return [(fault.code, fault.line, fault.column) for fault in decode(data)[1]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [("text.empty", 0, 0)]),
        (b" \n\t\n", [("text.empty", 0, 0)]),
        (b"\xef\xbb\xbf", [("text.empty", 0, 0)]),
        (SENTENCE.encode("utf-16"), [("text.utf16", 0, 0)]),
        (SENTENCE.encode("utf-16-le"), [("text.utf16", 0, 0)]),
        (SENTENCE.encode("utf-16-be"), [("text.utf16", 0, 0)]),
        (SENTENCE.encode("gbk"), [("text.gbk", 1, 8)]),
        (b"a: b\r\n" + SENTENCE.encode("gbk"), [("text.gbk", 2, 8)]),
        (b"a: b\r" + SENTENCE.encode("gbk"), [("text.gbk", 2, 8)]),
        (SENTENCE.encode().replace("县".encode(), b"\xe5\x8e", 1), [("text.encoding", 1, 11)]),
        (b"x" * (MAX_BYTES + 1), [("text.large", 0, 0)]),
        ("a: \ufeffb".encode(), [("text.character", 1, 4)]),
        ("a: b\n\u2029".encode(), [("text.character", 2, 1)]),
        (b"a: \x1b[31m", [("text.character", 1, 4)]),
        ("a: \u2066b".encode(), [("text.character", 1, 4)]),
    ],
)  # fmt: skip
def test_faults(data: bytes, expected: list[tuple[str, int, int]]) -> None:
    """Each kind of unreadable text has its name and its place."""
    assert codes(data) == expected


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_good_text(mark: bytes, end: bytes) -> None:
    """Every line end becomes LF and a byte order mark disappears."""
    assert decode(mark + SENTENCE.encode().replace(b"\n", end)) == (SENTENCE, [])


def test_one_damaged_byte_is_not_gbk() -> None:
    """UTF-8 in which one byte was lost is called damaged, even where GBK could read it."""
    for place in range(200, 260):
        data = SENTENCE.encode() * 4
        (fault,) = decode(data[:place] + b"\x81" + data[place:])[1] or [None]
        assert fault is not None
        assert fault.code == "text.encoding"


@pytest.mark.slow
def test_hidden_characters_are_told_twenty_times() -> None:
    """A file full of control characters is refused at once and at reasonable length."""
    assert len(codes(b"\0" * 1_000_000)) == 20


def test_excerpt_shows_no_control_character() -> None:
    """What is hidden is shown as a replacement character."""
    (fault,) = decode(b"a: \x1b[31mb")[1]
    assert fault.excerpt == "a: \ufffd[31mb"


def test_hidden_character() -> None:
    """Escapes in quotes can make what no file may hold; a tab and a line end are allowed."""
    assert hidden_character("a\x1b") == "U+001B"
    assert hidden_character("a\r") == "U+000D"
    assert hidden_character("a\tb\n甲") is None


@given(st.binary(max_size=300))
@settings(max_examples=500, deadline=None)
def test_places_are_inside_the_line(data: bytes) -> None:
    """For any bytes the place that is told lies inside the line that is shown."""
    for fault in decode(data)[1]:
        if fault.line:
            assert 1 <= fault.column <= len(fault.excerpt) + 1


@given(st.integers(-3, 9), st.integers(0, 99))
def test_fault_at_stays_inside(line: int, column: int) -> None:
    """A place beyond the file is moved to its end."""
    fault = fault_at(["ab", "", "c"], "yaml.syntax", line, column)
    assert 1 <= fault.line <= 3
    assert 1 <= fault.column <= len(fault.excerpt) + 1
