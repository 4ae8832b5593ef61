"""Parts of paragraphs: a stretch of one as a paragraph of its own, with its spans."""

from dataclasses import replace
from typing import Final

from disclosure.importer.reading import SOFT_RETURN, Paragraph

_BLANKS: Final = frozenset(" \t\n\r\u3000\xa0\u202f\u205f\ufeff") | {
    chr(code) for code in range(0x2000, 0x200C)
}


def part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return ``[start:end]`` of a paragraph without blanks at its ends and without its mark."""
    text = paragraph.text.text
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    spans = tuple(
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in paragraph.spans
        if span.start < end and span.end > start
    )
    return replace(paragraph, text=paragraph.text[start:end], spans=spans, mark="")


def line_places(text: str) -> list[tuple[int, int]]:
    """Return where the lines of a paragraph with soft returns stand, empty ones left out."""
    found, start = [], 0
    for line in text.split(SOFT_RETURN):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found
