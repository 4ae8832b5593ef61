"""Notes and terms, ready to place."""

from typing import NamedTuple

from markupsafe import Markup

from disclosure.document.note_blocks import Glossary, Notes
from disclosure.model.notes import note_gap, note_number
from disclosure.render.prose import ProseSetter


class NoteView(NamedTuple):
    """One note.

    Attributes:
        mark: as printed.
        gap: between it and the text.
        number: of it in addresses.
        linked: whether the text refers to it in a place that can be linked to.

    """

    mark: str
    gap: str
    number: str
    text: Markup
    linked: bool


class NotesView(NamedTuple):
    """Notes in their place."""

    items: tuple[NoteView, ...]
    kind: str = "notes"


class GlossaryView(NamedTuple):
    """Terms with what they mean."""

    items: tuple[tuple[str, Markup], ...]
    kind: str = "glossary"


def view_notes(block: Notes | Glossary, prose: ProseSetter) -> NotesView | GlossaryView:
    """Return notes or terms as a page shows them."""
    if isinstance(block, Glossary):
        return GlossaryView(
            tuple((each.term.raw, prose.markup(each.text.raw)) for each in block.items)
        )
    return NotesView(
        tuple(
            NoteView(
                note.mark.raw,
                note_gap(note.mark.raw),
                note_number(note.mark.raw),
                prose.markup(note.text.raw),
                note.mark.raw in prose.first_references,
            )
            for note in block.items
        )
    )
