"""A text file gives its paragraphs; broken lines are joined only where that is certain."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from disclosure.importer.readers.plain import read_plain
from tests.importer.readers.accounting import codes_of, lines_of, unaccounted

PARAGRAPHS = [
    "中共云岭县某局党组关于巡察整改进展情况的通报",
    "根据县委统一部署，县委第二巡察组对局党组开展了巡察，并于十月反馈了意见。按照有关要求，现将整改进展情况予以公布，欢迎广大干部群众监督。",
    "一、提高政治站位，扛牢政治责任",
    "（一）深化思想认识。局党组把抓好巡察整改作为检验忠诚的重要标尺，先后召开党组会议六次、专题会议四次，研究部署整改工作，逐条逐项推进落实。",
]


def broken(indent: str) -> str:
    """Return the text as an editor breaks it at thirty characters."""
    lines = []
    for paragraph in PARAGRAPHS:
        lines += textwrap.wrap(indent + paragraph, 30)
    return "\n".join(lines)


def test_a_line_is_a_paragraph() -> None:
    """Lines, with or without empty ones between, are paragraphs; the first is nothing special."""
    text = "# source: constructed\n" + "\n\n".join(f"　　{each}" for each in PARAGRAPHS)
    assert lines_of(read_plain(text.encode())) == ["# source: constructed", *PARAGRAPHS]


def test_broken_lines_are_joined() -> None:
    """A text broken at one width throughout comes back in whole paragraphs, and that is said."""
    reading = read_plain(broken("　　").encode())
    assert lines_of(reading) == PARAGRAPHS
    assert codes_of(reading) == ["import.file.healed"]
    assert unaccounted(reading) == []


def test_broken_lines_without_indents() -> None:
    """Without indents a full line goes on unless it ends a sentence or a mark follows."""
    assert lines_of(read_plain(broken("").encode())) == PARAGRAPHS


def test_lines_of_different_widths_stay() -> None:
    """Contact lines and short paragraphs are no broken text."""
    lines = ["联系电话：0555-2234567", "电子邮箱：office@example.com", "邮政地址：云岭县人民路1号"]
    assert lines_of(read_plain("\n".join(lines).encode())) == lines


def test_a_signature_stands_at_the_right() -> None:
    """What is far indented is set at the right."""
    reading = read_plain(("现予公布。\n" + "　" * 20 + "2023年4月18日").encode())
    assert [block.look.aligned for block in reading.blocks] == ["left", "right"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_nothing_is_lost(text: str) -> None:
    """Every character that is no blank is kept or said."""
    if "\0" in text:
        text = text.replace("\0", "")
    assert unaccounted(read_plain(text.encode())) == []
