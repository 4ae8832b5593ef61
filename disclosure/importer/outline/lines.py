"""Lines: where in the blocks a line begins with a mark that may be a heading's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from disclosure.importer.outline.marks import Mark, mark_of
from disclosure.importer.outline.parts import line_places, part
from disclosure.importer.reading import Block, Paragraph

# 第一部分，… is a sentence that tells of a part.
_WORD: Final = re.compile(r"(?![，,；;。])[^\w]{0,4}\w")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph, from a mark on, with the lines of the paragraph that follow it.

    Attributes:
        paragraph: that it is a line of.
        start: of the line in the paragraph's text.
        end: of the line.
        last: end of the unmarked lines behind it.
        mark: at its start; None for a line that begins with none.
        made: whether the file's program makes the mark; then it is in no text.
        twice: whether the mark is typed, and made by the program as well.
        within: whether it begins within a line of the file, behind a sentence.

    """

    paragraph: Paragraph
    start: int
    end: int
    last: int
    mark: Mark | None = None
    made: bool = False
    twice: bool = False
    within: bool = False

    @property
    def title_length(self) -> int:
        """How much stands on the line behind the mark."""
        at = self.mark.text_at if self.mark and not self.made else self.start
        return len(self.paragraph.text.text[at : self.end].strip())

    def whole(self) -> Paragraph:
        """Return all of it as a paragraph."""
        if self.start == 0 and self.last >= len(self.paragraph.text):
            return self.paragraph
        rest = part(self.paragraph, self.start, self.last)
        return replace(rest, mark=self.paragraph.mark) if self.made or self.twice else rest


def marked_lines(blocks: Iterable[Block]) -> list[Line | Block]:
    """Return the blocks, those paragraphs in lines that have a line which begins with a mark."""
    found: list[Line | Block] = []
    for block in blocks:
        found.extend(_lines_of(block) if isinstance(block, Paragraph) else (block,))
    return found


def _lines_of(paragraph: Paragraph) -> list[Line | Block]:
    text = paragraph.text.text
    places = line_places(text)
    marks = [_mark_with_text(text, start, end) for start, end in places]
    made = _made_mark(paragraph) if places else None
    twice = bool(made and marks[0] and _same(marks[0], made))
    if made and not twice:
        marks[0] = made
    if not any(marks):
        return [paragraph]
    found: list[Line | Block] = []
    for number, ((start, end), mark) in enumerate(zip(places, marks, strict=True)):
        if mark is None and found:
            continue
        following = number + 1
        while following < len(places) and marks[following] is None:
            following += 1
        last = places[following - 1][1]
        if mark is None:
            found.append(part(paragraph, start, last))
        else:
            again = twice and number == 0
            found.append(Line(paragraph, start, end, last, mark, mark is made, again))
    return found


def _mark_with_text(text: str, start: int, end: int) -> Mark | None:
    """Return the mark of a line that has words behind it: no number alone, no 3.%."""
    mark = mark_of(text, start)
    return mark if mark and mark.text_at < end and _WORD.match(text, mark.text_at, end) else None


def _made_mark(paragraph: Paragraph) -> Mark | None:
    printed = paragraph.mark.strip()
    mark = mark_of(printed) if printed else None
    return mark if mark and mark.end == len(printed) else None


def _same(one: Mark, other: Mark) -> bool:
    return (one.form, one.number) == (other.form, other.number)
