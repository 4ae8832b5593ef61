"""Edits made in the text of a file; every line that they do not touch stays byte for byte."""

from collections.abc import Sequence

from disclosure.editing.edit import Add, Delete, Edit, Move, SetValue, Split
from disclosure.editing.listing import with_item, with_moved
from disclosure.editing.opened import (
    ConflictError,
    NothingToSplitError,
    Opened,
    is_same,
    paragraphs_in,
)
from disclosure.editing.setting import with_value, with_values
from disclosure.editing.taking_out import taken_out
from disclosure.model.fields import Model
from disclosure.model.notice import Notice
from disclosure.source.document import Path


def applied(text: str, edits: Sequence[Edit], model: type[Model] = Notice) -> str:
    """Return a file's text with edits made, one after the other.

    Args:
        text: from ``disclosure.source.text.decode``.
        edits: each in the file as the one before left it.
        model: what the file holds.

    Raises:
        ConflictError: where an edit speaks of something else than stands there.
        UnsettableError: where the file cannot be changed so; NothingToSplitError at a text's end.

    """
    waiting = list(edits)
    while waiting:
        opened = Opened(text, model)
        row = _at_once(waiting)
        at_once = with_values(opened, row) if len(row) > 1 else None
        steps = [] if at_once is not None else waiting[: max(1, len(row))]
        text = at_once if at_once is not None else text
        for edit in steps:
            opened = opened if opened.text == text else Opened(text, model)
            text = _with(opened, edit)
        del waiting[: max(1, len(row))]
    return text


def _at_once(edits: Sequence[Edit]) -> list[SetValue]:
    """Return the first edits as far as they set different values, none inside another."""
    row: dict[Path, SetValue] = {}
    for edit in edits:
        if not isinstance(edit, SetValue):
            break
        path = edit.path
        if any(path[:length] in row for length in range(1, len(path) + 1)):
            break
        row[path] = edit
    # What holds another would be met by it; seldom, and then step by step.
    inside = {path[:length] for path in row for length in range(1, len(path))}
    return [] if inside & row.keys() else list(row.values())


def _with(opened: Opened, edit: Edit) -> str:
    match edit:
        case SetValue():
            return with_value(opened, edit)
        case Add():
            if opened.place(edit.path) is None and not (edit.was_length or edit.index):
                return with_value(opened, SetValue(edit.path, [edit.value], None))
            return with_item(opened, edit)
        case Delete():
            place, now = opened.place(edit.path), opened.seen(edit.path)
            if place is None or not is_same(now, edit.was):
                raise ConflictError(edit, now)
            return taken_out(opened, place)
        case Move():
            return with_moved(opened, edit)
        case Split():
            return _split(opened, edit)


def _split(opened: Opened, edit: Split) -> str:
    place, now = opened.place(edit.path), opened.seen(edit.path)
    if place is None or not isinstance(now, str) or not is_same(now, edit.was):
        raise ConflictError(edit, now)
    # As it was seen: blanks before it do not count here and count there.
    one, two = edit.was[: edit.at].strip(), edit.was[edit.at :].strip()
    if not one or not two:
        raise NothingToSplitError("nothing to split")
    if place.number >= 0 and len(paragraphs_in(opened.value(place.path))) > 1:
        return with_value(opened, SetValue(edit.path, f"{one}\n{two}", now))
    path = place.path
    if isinstance(path[-1], int):
        parent, index = path[:-1], path[-1]
        length = len(opened.value(parent))
        text = with_value(opened, SetValue(path, one, now))
    else:
        parent, index, length = path, 0, 1
        text = with_value(opened, SetValue(edit.path, one, now))
    return with_item(Opened(text, opened.model), Add(parent, index + 1, two, length))
