"""Blocks of notes and of terms explained."""

from collections.abc import Iterator, Sequence
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
    return Notes(tuple(Note(*pair) for pair in _pairs(given, "mark", path, node)))


def read_glossary(
    given: Sequence[notes.Definition], path: Path, node: Node | None, texts: DocumentTexts
) -> Glossary:
    """Return terms; ``path`` is that of their list, ``node`` the section they belong to."""
    pairs = _pairs(given, "term", path, node)
    return Glossary(tuple(Definition(*pair, texts.colon) for pair in pairs))


def _pairs(
    given: Sequence[notes.Note | notes.Definition], key: str, path: Path, node: Node | None
) -> Iterator[tuple[Value, Value]]:
    """Yield of each the value under ``key``, which stands before the text, and the text."""
    for number, each in enumerate(given):
        label = Value((*path, number, key), Role.LABEL, getattr(each, key), node=node)
        yield label, Value((*path, number, "text"), Role.PROSE, each.text, True, node=node)
