"""Words changed inside one text of a notice, where they stand in its file."""

import re
from dataclasses import dataclass
from typing import Final

from disclosure.document.printed import PrintedText
from disclosure.source.load import LoadedNotice

# These would mean something in YAML, or in prose.
_MEANING: Final = re.compile(r"[\"'#\\*\[\]{}|\t]|:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a line of the file, from 0, and what stands there instead."""

    line: int
    column: int
    old: str
    new: str


def edit_in(text: PrintedText, start: int, end: int, new: str, loaded: LoadedNotice) -> Edit | None:
    """Return the edit that prints ``new`` for ``text.text[start:end]``.

    None where that is printed by a figure or written otherwise than it is printed, where it is
    the whole text, or where the new words would mean something to YAML or prose.

    Args:
        text: of the notice.
        start: in what it prints.
        end: likewise.
        new: may be empty.
        loaded: the notice.

    """
    old = text.text[start:end]
    # Where a whole text goes, so does what holds it.
    if _MEANING.search(new) or (not new and len(old) >= len(text.text.strip())):
        return None
    # An insertion is made on a character beside it, so that there is something to find.
    if start == end:
        before = start > 0 and not text.figure_at(start - 1) and not text.text[start - 1].isspace()
        start, end = (start - 1, end) if before else (start, end + 1)
        old = text.text[start:end]
        new = old + new if before else new + old
    if not old or any(text.figure_at(at) for at in range(start, end)):
        return None
    first, last = text.origin(start, end)
    if text.raw[first:last] != old:
        return None
    span = loaded.places.part(text.path, text.before, text.raw, first, last)
    if loaded.places.excerpt(span.line)[span.column : span.end_column] != old:
        return None
    return Edit(span.line, span.column, old, new)


def edited(lines: list[str], edits: list[Edit]) -> list[str] | None:
    """Return lines with edits; None where two of them touch the same characters."""
    after = list(lines)
    right: dict[int, int] = {}
    for edit in sorted(edits, key=lambda each: (each.line, each.column), reverse=True):
        end = edit.column + len(edit.old)
        if end > right.get(edit.line, end):
            return None
        right[edit.line] = edit.column
        line = after[edit.line]
        after[edit.line] = line[: edit.column] + edit.new + line[end:]
    return after
