"""Items put into lists and moved within them, with the comments right above them."""

from functools import partial
from typing import Any

from disclosure.editing.edit import Add, Move
from disclosure.editing.opened import (
    Candidate,
    ConflictError,
    Opened,
    is_same,
    paragraphs_in,
    put,
)
from disclosure.editing.paragraphs import move_paragraph, put_paragraph
from disclosure.editing.rewriting import rewritten
from disclosure.source.document import Path
from disclosure.source.whole_lines import changed
from disclosure.source.written import UnsettableError, bracketed, item_rows


def with_item(opened: Opened, edit: Add) -> str:
    """Return a file's text with an item more.

    Raises:
        ConflictError: the list is as long as nobody has seen it.
        UnsettableError: nothing can be added there.

    """
    place = opened.place(edit.path)
    if place is None or place.number >= 0:
        raise ConflictError(edit, opened.seen(edit.path))
    path, now = place.path, opened.value(place.path)
    if _length(now) != edit.was_length or edit.index > edit.was_length:
        raise ConflictError(edit, now)
    if isinstance(now, str):
        return put_paragraph(opened, path, edit.index, edit.value)
    items = now if isinstance(now, list) else [now]
    items = [*items[: edit.index], edit.value, *items[edit.index :]]
    wanted = opened.copy()
    put(wanted, path, items)
    candidates: list[Candidate] = []
    for bare in (True, False) if isinstance(now, list) else ():
        candidates.append(partial(_beside, opened, path, edit, bare=bare))
        candidates.append(partial(_in_brackets, opened, path, edit, bare=bare))
    candidates += [
        lambda: rewritten(opened, path, items, bare=True),
        lambda: rewritten(opened, path, items, bare=False),
    ]
    return opened.meant(candidates, wanted)


def with_moved(opened: Opened, edit: Move) -> str:
    """Return a file's text with an item in another place of its list.

    Raises:
        ConflictError: something else stands there than was seen.
        UnsettableError: it cannot be moved there.

    """
    place, now = opened.place(edit.path), opened.seen(edit.path)
    if place is None or not is_same(now, edit.was):
        raise ConflictError(edit, now)
    if place.number >= 0:
        if edit.index >= len(paragraphs_in(opened.value(place.path))):
            raise ConflictError(edit, now)
        return move_paragraph(opened, place, edit.index)
    path, number = place.path, place.path[-1]
    items = opened.value(path[:-1])
    if not isinstance(number, int) or not isinstance(items, list):
        raise UnsettableError("no list")
    if edit.index >= len(items):
        raise ConflictError(edit, now)
    if edit.index == number:
        return opened.text
    rest = [*items[:number], *items[number + 1 :]]
    moved = [*rest[: edit.index], items[number], *rest[edit.index :]]
    wanted = opened.copy()
    put(wanted, path[:-1], moved)
    return opened.meant(
        (
            lambda: _moved(opened, path, edit.index),
            lambda: rewritten(opened, path[:-1], moved, bare=True),
            lambda: rewritten(opened, path[:-1], moved, bare=False),
        ),
        wanted,
    )


def _length(value: Any) -> int:
    if isinstance(value, str):
        return len(paragraphs_in(value))
    return len(value) if isinstance(value, list) else 1


def _beside(opened: Opened, path: Path, edit: Add, *, bare: bool) -> str | None:
    if path in opened.document.in_brackets or opened.lines.is_in_brackets((*path, 0)):
        return None
    rows = item_rows(edit.value, bare=bare)
    beside = (*path, max(0, edit.index - 1))
    change = opened.lines.beside(beside, rows, behind=edit.index > 0)
    return change and "\n".join(changed(opened.lines.lines, [change]))


def _in_brackets(opened: Opened, path: Path, edit: Add, *, bare: bool) -> str | None:
    lines, values = opened.lines, opened.document.values
    if not lines.is_in_brackets((*path, 0)) or not edit.was_length:
        return None
    written = bracketed(edit.value, bare=bare)
    if edit.index:
        mark = values[*path, edit.index - 1][1]
        written = f", {written}"
    else:
        mark = values[*path, 0][0]
        written = f"{written}, "
    at = lines.offset(mark.line, mark.column)
    return opened.text[:at] + written + opened.text[at:]


def _moved(opened: Opened, path: Path, index: int) -> str | None:
    lines, number = opened.lines, path[-1]
    if lines.is_in_brackets(path) or not isinstance(number, int):
        return None
    # Of what stands behind the item, everything is one place nearer once it is gone.
    beside = (*path[:-1], index)
    out, rows = lines.without(path), lines.block(path)
    into = rows and lines.beside(beside, rows, behind=index > number)
    if out is None or not into:
        return None
    return "\n".join(changed(lines.lines, [out, into]))
