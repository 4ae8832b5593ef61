"""Data that an updated notice does not print, and that its text now says otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.checks.reading.told_data import told_apart
from disclosure.document.document import read_document
from disclosure.document.printed import printed_texts
from disclosure.source.load import LoadedNotice


@dataclass(frozen=True, slots=True)
class StillApart:
    """A value that text and data say otherwise.

    Attributes:
        line: of the notice's file where the text says it, from 1.
        label: before it in the text.
        text: what the text says.
        key: of the data.
        data: what the data says.

    """

    line: int
    label: str
    text: str
    key: str
    data: str


def still_apart(loaded: LoadedNotice) -> Iterator[StillApart]:
    """Yield what the check ``structure.told_apart`` will find in a notice."""
    document = read_document(loaded.notice, loaded.outline)
    for each in told_apart(loaded.notice, printed_texts(document, loaded.figures)):
        piece = each.piece
        first, last = piece.origin(each.start, each.end)
        line = loaded.places.part(piece.path, piece.before, piece.raw, first, last).line + 1
        yield StillApart(line, each.label, each.text, each.key.value, each.data)
