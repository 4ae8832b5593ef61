"""Notes to the text, and terms with what they mean.

A note is referred to by its mark in braces, ``{①}`` or ``{注1}``, which prints the mark. Without
such a note this is a fault, as any other reference that nothing answers, so no text of before
changes what it says.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final
from unicodedata import normalize, numeric

from pydantic import BaseModel, Field, field_validator

from disclosure.model.faults import Fault, Path
from disclosure.model.fields import Model, Text, refuse, refuse_wide

_MARK = re.compile(r"[①-⑳㉑-㉟㊱-㊿]|注[1-9]\d?", re.ASCII)
_NAMED: Final = "注"
# As references are read; a brace that is meant has a backslash before it.
_REFERENCE = re.compile(r"(?<!\\)\{\s*(" + _MARK.pattern + r")\s*\}")


class Note(Model):
    """One note: its mark as printed, and what it says."""

    mark: Text = Field(description="注号，如 ① 或 注1；正文里写 {①} 或 {注1} 引用")
    text: Text = Field(description="注文")

    @field_validator("mark")
    @classmethod
    def _known_form(cls, mark: Any) -> Any:
        if not is_note_mark(mark):
            refuse_wide(mark, _MARK)
            raise refuse("note.mark", mark=str(mark))
        return mark


class Definition(Model):
    """A term and what it means."""

    term: Text = Field(description="名词")
    text: Text = Field(description="解释")


def is_note_mark(text: str) -> bool:
    """Say whether a text is the mark of a note: ①, 注1."""
    return _MARK.fullmatch(text) is not None


def meant_mark(text: str) -> str:
    """Return the mark that is meant by 注１ with full-width digits; empty for other texts."""
    plain = normalize("NFKC", text)
    return plain if plain != text and plain.startswith(_NAMED) and is_note_mark(plain) else ""


def note_number(mark: str) -> str:
    """Return what tells a mark from others in addresses: ``c1`` for ①, ``1`` for 注1."""
    return mark[1:] if mark.startswith(_NAMED) else f"c{int(numeric(mark))}"


def note_gap(mark: str) -> str:
    """Return what stands between a mark and its note: a colon behind 注1, nothing behind ①."""
    return "：" if mark.startswith(_NAMED) else ""


def same_mark_faults(notes: Sequence[tuple[Path, Note]]) -> Iterator[Fault]:
    """Yield a fault for every note whose mark another one has.

    Args:
        notes: of the whole notice, each with its path.

    """
    seen: set[str] = set()
    for path, note in sorted(notes, key=lambda each: each[0]):
        if note.mark in seen:
            yield Fault((*path, "mark"), "note.same_mark", (("mark", note.mark),))
        seen.add(note.mark)


def misplaced_marks(
    notice: BaseModel, marks: Collection[str], prose: Collection[Path]
) -> Iterator[Fault]:
    """Yield a fault for every text that is printed as it stands, and has a reference to a note.

    Args:
        notice: all of it.
        marks: of its notes.
        prose: paths of the texts in which references are read.

    """
    for path, text in _texts(notice, ()):
        if "{" in text and path not in prose:
            for match in _REFERENCE.finditer(text):
                if match[1] in marks:
                    yield Fault(path, "note.place", (("text", match[0]),), token=match[0])


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for key in sorted(value.model_fields_set):
            yield from _texts(getattr(value, key), (*path, key))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _texts(each, (*path, number))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(key, (*path, key))
            yield from _texts(each, (*path, key))
