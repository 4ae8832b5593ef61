"""Notes to the text, and terms with what they mean.

A note is referred to by its mark in braces, ``{①}`` or ``{注1}``, which prints the mark. Without
such a note this is a fault, as any other reference that nothing answers, so no text of before
changes what it says.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final
from unicodedata import numeric

from pydantic import Field, field_validator

from disclosure.model.faults import Fault, Path
from disclosure.model.fields import Model, Text, refuse

_MARK = re.compile(r"[①-⑳㉑-㉟㊱-㊿]|注[1-9]\d?", re.ASCII)
_NAMED: Final = "注"


class Note(Model):
    """One note: its mark as printed, and what it says."""

    mark: Text = Field(description="注号，如 ① 或 注1；正文里写 {①} 或 {注1} 引用")
    text: Text = Field(description="注文")

    @field_validator("mark")
    @classmethod
    def _known_form(cls, mark: Any) -> Any:
        if not is_note_mark(mark):
            raise refuse("note.mark", mark=str(mark))
        return mark


class Definition(Model):
    """A term and what it means."""

    term: Text = Field(description="名词")
    text: Text = Field(description="解释")


def is_note_mark(text: str) -> bool:
    """Say whether a text is the mark of a note: ①, 注1."""
    return _MARK.fullmatch(text) is not None


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
