"""Every printed text of a notice that can be edited, in the order in which it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from disclosure.document.blocks import Fact, Particulars
from disclosure.document.document import Document as Read
from disclosure.document.document import read_document
from disclosure.document.facts import figure_values
from disclosure.document.head_and_foot import Signature
from disclosure.document.printed import print_value
from disclosure.document.values import Role, Value
from disclosure.editing.opened import paragraphs_in
from disclosure.source.document import Document, Path
from disclosure.source.load import LoadedNotice
from disclosure.zh.width import join_lines

# Names that only the file and programs know.
_UNSEEN: Final = frozenset({"id", "formula"})
_DATE: Final = ("signature", "date")


@dataclass(frozen=True, slots=True)
class EditableText:
    """One text.

    Attributes:
        path: where the file holds it; see ``edit``.
        raw: as typed.
        printed: as the page prints it, without marks and enumeration words.
        role: what it is on the page; of a date or a choice, ``data``.

    """

    path: Path
    raw: str
    printed: str
    role: Role


def editable_texts(loaded: LoadedNotice) -> tuple[EditableText, ...]:
    """Return the texts that stand in the notice's own file, each once, in reading order.

    What a genre or the site says in its place is none of them.
    """
    document = loaded.places.document
    found: dict[Path, EditableText] = {}
    for value in _values(read_document(loaded.notice, loaded.outline)):
        path = address(value, document)
        raw = text_at(path, document) if path else None
        if path is None or raw is None or path in found or path[-1] in _UNSEEN:
            continue
        printed = value.raw
        if value.marked:
            printed = print_value(value, loaded.figures).text
        elif value.role is Role.NUMBER:
            printed = raw.strip()  # of several in one field, each is a value
        elif value.role is not Role.DATA and not _says(raw, value.raw):
            continue  # the name of something that stands at the same place
        found[path] = EditableText(path, raw, printed, value.role)
    return tuple(found.values())


def text_at(path: Path, document: Document) -> str | None:
    """Return the text or paragraph at a path of an edit; None where there is none."""
    whole = document.value_at(path[:-1])
    if isinstance(whole, str):
        number, parts = path[-1], paragraphs_in(whole)
        return parts[number] if isinstance(number, int) and number < len(parts) else None
    value = document.value_at(path)
    return value if isinstance(value, str) else None


def address(value: Value, document: Document) -> Path | None:
    """Return the path by which a text of the model is edited; None where the file has none."""
    if not value.siblings:
        path = _below(value.path, document)
        held = document.value_at(path) if path else None
        if path and isinstance(held, list) and value.raw in held:
            return (*path, held.index(value.raw))  # several telephones
        return path
    base, number = _below(value.path[:-1], document), value.path[-1]
    if base is None or not isinstance(number, int):
        return None
    held = document.value_at(base)
    if isinstance(held, str):
        in_list = isinstance(base[-1], int) and len(value.siblings) == 1
        return base if in_list else (*base, number)
    for at, item in enumerate(held if isinstance(held, list) else ()):
        count = len(paragraphs_in(item)) if isinstance(item, str) else 1
        if number < count:
            return (*base, at) if count == 1 else (*base, at, number)
        number -= count
    return None


def _below(path: Path, document: Document) -> Path | None:
    """Return where the file has a value: a text may stand for a list, or an item, of it alone."""
    value = document.data
    real: Path = ()
    for part in path:
        if (part == 0 and not isinstance(value, list)) or (
            part == "text" and isinstance(value, str)
        ):
            continue
        real = (*real, part)
        value = None if isinstance(value, str) else document.value_at(real)
        if value is None:
            return None
    # What the genre says has a value and no place.
    return real if real in document.values else None


def _values(read: Read) -> Iterator[Value]:
    for fact in read.facts:
        yield from _of_fact(fact)
    for line in read.below_title:
        yield line.value
    yield from read.words
    yield from figure_values(read.metrics)
    for block in read.blocks:
        if isinstance(block, Particulars):
            for fact in block.facts:
                yield from _of_fact(fact)
        else:
            yield from block.values
        if isinstance(block, Signature) and block.date:
            yield Value(_DATE, Role.DATA, block.date)
    for chapter in read.chapters:
        yield from chapter.ledger_values()


def _of_fact(fact: Fact) -> Iterator[Value]:
    if fact.place and not fact.values:
        yield Value(fact.place, Role.DATA, fact.text)
    yield from fact.values


def _says(raw: str, said: str) -> bool:
    return raw.strip() == said.strip() or join_lines(raw.split("\n")) == said
