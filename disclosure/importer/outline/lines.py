"""Lines: where in the blocks a line begins with a mark that may be a heading's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from disclosure.importer.outline.marks import Form, Mark, mark_of
from disclosure.importer.outline.parts import line_places, part
from disclosure.importer.outline.titles import LONG
from disclosure.importer.reading import Block, Paragraph

_WORD: Final = re.compile(r"[^\w]{0,4}\w")
# Marks that count what a sentence lists; headings only where each is a short line with text below.
_COUNTING: Final = frozenset({Form.HAN_IS, Form.ORDINAL})


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

    """

    paragraph: Paragraph
    start: int
    end: int
    last: int
    mark: Mark | None = None
    made: bool = False
    twice: bool = False

    @property
    def title_length(self) -> int:
        """How much stands on the line behind the mark."""
        at = self.mark.text_at if self.mark and not self.made else self.start
        return len(self.paragraph.text.text[at : self.end].strip())

    def whole(self) -> Paragraph:
        """Return all of it as a paragraph."""
        if self.start == 0 and self.last >= len(self.paragraph.text):
            return self.paragraph
        return part(self.paragraph, self.start, self.last)


def marked_lines(blocks: Iterable[Block]) -> list[Line | Block]:
    """Return the blocks, those paragraphs in lines that have a line which begins with a mark."""
    found: list[Line | Block] = []
    for block in blocks:
        found.extend(_lines_of(block) if isinstance(block, Paragraph) else (block,))
    return _without_lookalikes(found)


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


def _without_lookalikes(entries: list[Line | Block]) -> list[Line | Block]:
    """Return the entries with those lines as paragraphs again that only look like headings."""
    numbers: dict[Form, set[int]] = {}
    for entry in entries:
        if isinstance(entry, Line) and entry.mark:
            numbers.setdefault(entry.mark.form, set()).add(entry.mark.number)
    refused = _counting_sentences(entries)
    last: dict[Form, int] = {}
    ahead = _next_numbers(entries)
    found: list[Line | Block] = []
    for at, entry in enumerate(entries):
        if not isinstance(entry, Line) or not entry.mark:
            found.append(entry)
            continue
        mark = entry.mark
        lone = mark.number > 1 and not numbers[mark.form] & {mark.number - 1, mark.number + 1}
        doubtful = mark.doubtful and not (
            last.get(mark.form) == mark.number - 1 or (mark.number == 1 and ahead[at] == 2)
        )
        if lone or doubtful or at in refused:
            found.append(entry.whole())
        else:
            last[mark.form] = mark.number
            found.append(entry)
    return found


def _next_numbers(entries: list[Line | Block]) -> dict[int, int]:
    """Return for each line the number of the next mark of its form."""
    found: dict[int, int] = {}
    behind: dict[Form, int] = {}
    for at in range(len(entries) - 1, -1, -1):
        entry = entries[at]
        if isinstance(entry, Line) and entry.mark:
            found[at] = behind.get(entry.mark.form, 0)
            behind[entry.mark.form] = entry.mark.number
    return found


def _counting_sentences(entries: list[Line | Block]) -> set[int]:
    """Return the lines whose 一是 or 第一， counts sentences, run by run."""
    refused: set[int] = set()
    runs: dict[Form, list[int]] = {}
    for at, entry in enumerate(entries):
        if not isinstance(entry, Line) or not entry.mark or entry.mark.form not in _COUNTING:
            continue
        run = runs.setdefault(entry.mark.form, [])
        if entry.mark.number == 1 and run:
            refused.update(_refused(entries, run))
            run.clear()
        run.append(at)
    for run in runs.values():
        refused.update(_refused(entries, run))
    return refused


def _refused(entries: list[Line | Block], run: list[int]) -> list[int]:
    short = all(_is_title(entries[at]) for at in run)
    parents = sum(at + 1 < len(entries) and at + 1 not in run for at in run)
    return [] if short and len(run) > 1 and parents == len(run) else run


def _is_title(entry: Line | Block) -> bool:
    if not isinstance(entry, Line):
        return False
    text = entry.paragraph.text.text[entry.start : entry.end].rstrip()
    return entry.title_length <= LONG and not text.endswith(("；", ";", "，"))
