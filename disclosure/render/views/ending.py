"""What stands behind the chapters on a page, where its order is the author's."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import escape

from disclosure.document.blocks import Fact, Paragraph, Table
from disclosure.document.document import Document
from disclosure.document.ending import EndPart
from disclosure.document.note_blocks import Glossary, Notes
from disclosure.model.closing import Part
from disclosure.render.prose import ProseSetter
from disclosure.render.views.sections import BlockView, ParagraphView, view_block

# Set like the text, wherever they stand.
_TEXT = (
    "text",
    "table",
    Part.POSTING_PERIOD.value,
    Part.INVITATION.value,
    Part.NOTES.value,
    Part.GLOSSARY.value,
)


class EndGroup(NamedTuple):
    """What stands together.

    Attributes:
        kind: ``text``, or a key of ``Part`` that has a form of its own on the page.
        blocks: of a text.

    """

    kind: str
    blocks: tuple[BlockView, ...] = ()


def view_ending(document: Document, prose: ProseSetter) -> tuple[EndGroup, ...]:
    """Return the groups in order; the first is the text that goes on from the chapters.

    None where the order is ours, for which the page has places of its own.
    """
    if not document.ending.ordered:
        return ()
    groups = [
        EndGroup("text", tuple(_blocks(parts, prose)))
        if textual
        else EndGroup(next(iter(parts)).kind)
        for textual, parts in _together(document)
    ]
    first = () if groups and groups[0].kind == "text" else (EndGroup("text"),)
    return (*first, *groups)


def _together(document: Document) -> Iterator[tuple[bool, tuple[EndPart, ...]]]:
    """Yield texts that follow one another together, everything else by itself."""
    for key, parts in groupby(document.ending.parts, lambda each: each.kind in _TEXT or each.kind):
        yield key is True, tuple(parts)


def _blocks(parts: tuple[EndPart, ...], prose: ProseSetter) -> Iterator[BlockView]:
    for block in (block for part in parts for block in part.blocks):
        match block:
            case Paragraph() | Table() | Notes() | Glossary():
                yield view_block(block, prose)
            case Fact():
                yield ParagraphView(escape(block.line))
