"""The notice and the corrected file as rows of characters that know where they stand.

Both are without blanks, as the proof compares them; the head's facts are in neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from disclosure.document.document import Document, read_document
from disclosure.document.facts import HEAD
from disclosure.document.printed import PrintedText, print_value
from disclosure.document.values import Role, Value
from disclosure.importer.importing import Imported
from disclosure.importer.proof import printed_row, said_by_file
from disclosure.source.load import LoadedNotice

# Between two paragraphs of the file.
BREAK = "\n"
# Paragraphs among which the facts of the head stand.
_HEAD: Final = 12
_FARTHEST: Final = 400
# What others hold has a form of its own: a telephone, a date, a label.
WORDS: Final = frozenset({Role.TITLE, Role.HEADING, Role.PROSE, Role.ITEM, Role.CELL})


@dataclass(frozen=True, slots=True)
class Written:
    """A character that is printed from a text of the notice: of which, and where in it."""

    text: PrintedText
    at: int


@dataclass(frozen=True, slots=True)
class Printed:
    """The notice as it is printed.

    Attributes:
        row: its characters without blanks.
        sources: of each of them; None of what the program writes itself.

    """

    row: str
    sources: tuple[Written | None, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The file as it is now.

    Attributes:
        row: its characters without blanks.
        text: the same with blanks and with ``BREAK`` between paragraphs.
        places: of each character of ``row`` in ``text``.

    """

    row: str
    text: str
    places: tuple[int, ...]

    def between(self, start: int, end: int) -> str:
        """Return what stands from one place of the row to another, with the blanks inside."""
        return self.text[self.places[start] : self.places[end - 1] + 1] if start < end else ""

    def breaks(self, at: int) -> bool:
        """Say whether a paragraph begins with the character at a place of the row."""
        if not 0 < at < len(self.places):
            return True
        return BREAK in self.text[self.places[at - 1] : self.places[at]]


def printed_by(loaded: LoadedNotice) -> Printed:
    """Return a notice as it is printed."""
    row = printed_row(loaded)
    sources: list[Written | None] = [None] * len(row)
    for text, _, found in texts_of(loaded, row):
        places = (at for at, sign in enumerate(text.text) if not sign.isspace())
        for number, at in enumerate(places, found):
            sources[number] = Written(text, at)
    return Printed(row, tuple(sources))


def texts_of(loaded: LoadedNotice, row: str) -> Iterator[tuple[PrintedText, str, int]]:
    """Yield the texts of a notice, each with its characters without blanks and its place.

    Args:
        loaded: the notice.
        row: what it prints, without blanks.

    """
    start = 0
    for value in values_of(read_document(loaded.notice, loaded.outline)):
        text = print_value(value, loaded.figures)
        signs = "".join(text.text.split())
        # Only labels and marks stand between two texts; farther off, it is another's text.
        found = row.find(signs, start, start + len(signs) + _FARTHEST) if signs else -1
        if found >= 0:
            yield text, signs, found
            start = found + len(signs)


def values_of(document: Document) -> Iterator[Value]:
    """Yield the texts that a notice prints, the facts of its head but for its own entries apart."""
    title = document.fact("title")
    yield from title.values if title else ()
    for line in document.below_title:
        yield line.value
    for fact in document.own:
        yield from fact.values
    for block in document.blocks:
        yield from block.values


def said_by(imported: Imported, loaded: LoadedNotice) -> Said:
    """Return what the corrected file says, without the facts of the head that a notice states."""
    lines = [f"{label}{text}" for label, text in stated_by(loaded)]
    parts = [part for part, _ in said_by_file(imported.reading, imported.account)]
    for number, part in enumerate(parts[:_HEAD]):
        for line in lines:
            if line in "".join(part.split()):
                parts[number] = part = _without(part, line)
    text = BREAK.join(parts)
    places = tuple(at for at, sign in enumerate(text) if not sign.isspace())
    return Said("".join(text[at] for at in places), text, places)


def stated_by(loaded: LoadedNotice) -> tuple[tuple[str, str], ...]:
    """Return the facts of a notice's head, with their labels and without blanks."""
    document = read_document(loaded.notice, loaded.outline)
    found = (document.fact(key) for key in HEAD)
    return tuple(("".join(f.opening.split()), "".join(f.text.split())) for f in found if f)


def _without(part: str, line: str) -> str:
    places = [at for at, sign in enumerate(part) if not sign.isspace()]
    start = "".join(part.split()).index(line)
    end = places[start + len(line) - 1] + 1
    return part[: places[start]] + part[end:]


def holder_of(
    found: tuple[int, int, int, int], printed: Printed, said: Said
) -> tuple[PrintedText, int, int] | None:
    """Return the one text that holds a change, and the stretch of it; None where none does."""
    a, b, c, d = found
    if a < b:
        sources = printed.sources[a:b]
        first, last = sources[0], sources[-1]
        if first is None or last is None or any(each is None for each in sources):
            return None
        if first.text.path != last.text.path:
            return None
        return first.text, first.at, last.at + 1
    before = printed.sources[a - 1] if a else None
    behind = printed.sources[a] if a < len(printed.sources) else None
    if before and behind and before.text.path == behind.text.path:
        return before.text, before.at + 1, before.at + 1
    if before and not said.breaks(c):
        return before.text, before.at + 1, before.at + 1
    if behind and not said.breaks(d):
        return behind.text, behind.at, behind.at
    return None
