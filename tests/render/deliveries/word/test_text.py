"""The Word file says what ``notice.txt`` says, numbers of lists counted as Word counts them."""

from pathlib import Path

import pytest

from disclosure.render.deliveries.word.notice import render_docx
from tests.render.deliveries.parcels import EVERY, plain, squeezed
from tests.render.deliveries.word.word_files import (
    CASES,
    W,
    composed,
    lines_of,
    made,
    parts_of,
    text_of,
)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_text_is_word_for_word(case: Path) -> None:
    """Paragraphs with their numbers, put together, are the plain text."""
    assert squeezed("".join(lines_of(made(case)))) == plain({"notice.txt": text_of(case)})


def test_same_notice_same_bytes() -> None:
    """Two files of one notice are the same, byte for byte."""
    assert render_docx(composed(EVERY)) == made(EVERY)


def test_marks_are_automatic() -> None:
    """No heading of a chapter has its mark in its text, but for one that was typed."""
    document = parts_of(made(EVERY))["word/document.xml"]
    texts = ["".join(p.itertext()) for p in document.iter(W + "p")]
    assert "问题整改" in texts
    assert "（附）问题丙。" in texts
