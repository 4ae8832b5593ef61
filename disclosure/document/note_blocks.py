"""Blocks of notes and of terms explained."""

from collections.abc import Sequence
from typing import NamedTuple

from disclosure.document.values import Role, Value
from disclosure.model import notes
from disclosure.model.faults import Path
from disclosure.model.outline import Node
from disclosure.page_texts import DocumentTexts


class Note(NamedTuple):
    """One note with its mark."""

    mark: Value
    text: Value

    @property
    def label(self) -> str:
        """Its mark, and what stands between it and the text."""
        return self.mark.raw + notes.note_gap(self.mark.raw)


class Notes(NamedTuple):
    """Notes to the text, in their place."""

    items: tuple[Note, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return tuple(value for note in self.items for value in note)


class Definition(NamedTuple):
    """A term and what it means."""

    term: Value
    text: Value
    colon: str

    @property
    def label(self) -> str:
        """The term with its colon."""
        return f"{self.term.raw}{self.colon}"


class Glossary(NamedTuple):
    """Terms with what they mean."""

    items: tuple[Definition, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return tuple(value for each in self.items for value in (each.term, each.text))


def read_notes(given: Sequence[notes.Note], path: Path, node: Node | None = None) -> Notes:
    """Return notes; ``path`` is that of their list, ``node`` the section they belong to."""
    return Notes(
        tuple(
            Note(
                Value((*path, number, "mark"), Role.LABEL, note.mark, node=node),
                Value((*path, number, "text"), Role.PROSE, note.text, True, node=node),
            )
            for number, note in enumerate(given)
        )
    )


def read_glossary(
    given: Sequence[notes.Definition], path: Path, node: Node | None, texts: DocumentTexts
) -> Glossary:
    """Return terms; ``path`` is that of their list, ``node`` the section they belong to."""
    return Glossary(
        tuple(
            Definition(
                Value((*path, number, "term"), Role.LABEL, each.term, node=node),
                Value((*path, number, "text"), Role.PROSE, each.text, True, node=node),
                texts.colon,
            )
            for number, each in enumerate(given)
        )
    )
