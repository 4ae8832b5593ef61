"""The notice and the corrected file as rows of characters that know where they stand.

Both are without blanks, as the proof compares them; the head's facts are in neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.document.document import Document, read_document
from disclosure.document.printed import PrintedText, print_value
from disclosure.document.values import Value
from disclosure.importer.importing import Imported
from disclosure.importer.proof import printed_row, said_by_file
from disclosure.source.load import LoadedNotice

# Between two paragraphs of the file.
BREAK = "\n"


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
    document = read_document(loaded.notice, loaded.outline)
    start = 0
    for value in _values(document):
        text = print_value(value, loaded.figures)
        signs = [(at, sign) for at, sign in enumerate(text.text) if not sign.isspace()]
        found = row.find("".join(sign for _, sign in signs), start)
        if found < 0 or not signs:
            continue  # printed elsewhere, or not as a text of its own
        for number, (at, _) in enumerate(signs):
            sources[found + number] = Written(text, at)
        start = found + len(signs)
    return Printed(row, tuple(sources))


def _values(document: Document) -> Iterator[Value]:
    title = document.fact("title")
    yield from title.values if title else ()
    for line in document.below_title:
        yield line.value
    for fact in document.own:
        yield from fact.values
    for block in document.blocks:
        yield from block.values


def said_by(imported: Imported) -> Said:
    """Return what the corrected file says."""
    parts = [part for part, _ in said_by_file(imported.reading, imported.account)]
    text = BREAK.join(parts)
    places = tuple(at for at, sign in enumerate(text) if not sign.isspace())
    return Said("".join(text[at] for at in places), text, places)
