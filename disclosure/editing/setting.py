"""Values set: a text in its place, a key with the mappings above it, anything anew."""

from collections.abc import Sequence
from typing import Any

from disclosure.editing.edit import SetValue
from disclosure.editing.opened import Candidate, ConflictError, Opened, Place, is_same, put
from disclosure.editing.paragraphs import set_paragraph
from disclosure.editing.rewriting import rewritten
from disclosure.editing.taking_out import taken_out
from disclosure.editing.words import with_words
from disclosure.model.section import BEFORE_TEXT, Section
from disclosure.source.document import Path
from disclosure.source.key_names import keys_in_order_at
from disclosure.source.set_value import Change, set_in
from disclosure.source.whole_lines import changed
from disclosure.source.written import UnsettableError, bracketed, key_rows


def with_value(opened: Opened, edit: SetValue) -> str:
    """Return a file's text with a value set.

    Raises:
        ConflictError: something else stands there than was seen.
        UnsettableError: it cannot be set there.

    """
    place = opened.place(edit.path)
    now = opened.seen(edit.path)
    if not is_same(now or None, edit.was or None):
        if is_same(now or None, edit.value or None):
            return opened.text  # it stands there already: sent twice, or written by another
        raise ConflictError(edit, now)
    if place is None:
        return opened.text if edit.value == "" else _added(opened, edit.path, edit.value)
    if place.number >= 0:
        return set_paragraph(opened, place, edit.value)
    if edit.value == "" and isinstance(place.path[-1], str):
        return taken_out(opened, place)
    return _replaced(opened, place, edit.value)


def with_values(opened: Opened, edits: Sequence[SetValue]) -> str | None:
    """Return a file's text with many values set at once; None where each needs its own step.

    Raises:
        ConflictError: something else stands somewhere than was seen.

    """
    changes = []
    for edit in edits:
        place, now = opened.place(edit.path), opened.seen(edit.path)
        if not is_same(now or None, edit.was or None):
            if is_same(now or None, edit.value or None):
                return None
            raise ConflictError(edit, now)
        path = place.path if place else edit.path
        if (place and place.number >= 0) or not isinstance(edit.value, str) or not edit.value:
            return None
        if not isinstance(now, str) and not isinstance(opened.value(path[:-1]), dict):
            return None
        changes.append(Change(path, edit.value, () if place else _ahead(opened, path)))
    # New keys at one place stand in their usual order.
    changes.sort(key=lambda change: len(change.after))
    try:
        return set_in(opened.lines, changes)
    except UnsettableError:
        return None


def _replaced(opened: Opened, place: Place, value: Any) -> str:
    path, old = place.path, opened.value(place.path)
    wanted = opened.copy()
    put(wanted, path, value)
    candidates: list[Candidate] = []
    if isinstance(value, str) and isinstance(old, str):
        candidates.append(lambda: with_words(opened, path, "", old, value))
        candidates.append(lambda: set_in(opened.lines, [Change(path, value)]))
    candidates += [
        lambda: rewritten(opened, path, value, bare=True),
        lambda: rewritten(opened, path, value, bare=False),
    ]
    return opened.meant(candidates, wanted)


def _added(opened: Opened, path: Path, value: Any) -> str:
    """Return a file's text with a key that is absent, and the mappings above it."""
    while isinstance(path[-1], int) or not isinstance(opened.value(path[:-1]), dict):
        part = path[-1]
        if len(path) == 1 or (isinstance(part, int) and part):
            raise UnsettableError("no mapping")
        parent = opened.value(path[:-1])
        if parent is not None:
            raise UnsettableError("no mapping")
        value = [value] if isinstance(part, int) else {part: value}
        path = path[:-1]
    wanted = opened.copy()
    put(wanted, path, value)
    return opened.meant(
        (
            lambda: _with_key(opened, path, value, bare=True),
            lambda: _with_key(opened, path, value, bare=False),
        ),
        wanted,
    )


def _with_key(opened: Opened, path: Path, value: Any, *, bare: bool) -> str | None:
    lines, document, key = opened.lines, opened.document, str(path[-1])
    if path in document.keys:  # a key without a value
        mark = document.keys[path][0]
        rows = key_rows(key, value, bare=bare)
        first = lines.offset(mark.line, mark.column)
        colon = opened.text.index(":", first) + 1
        written = ("\n" + " " * mark.column).join(rows)
        return opened.text[:first] + written + opened.text[colon:]
    siblings = lines.keys_in(path[:-1])
    if not siblings:
        return None
    beside = next(
        (each for each in reversed(_ahead(opened, path)) if each in siblings), siblings[0]
    )
    neighbour = (*path[:-1], beside)
    if lines.is_in_brackets(path):
        end = document.values[neighbour][1]
        at = lines.offset(end.line, end.column)
        written = f", {key}: {bracketed(value, bare=bare)}"
        return opened.text[:at] + written + opened.text[at:]
    change = lines.below(neighbour, key_rows(key, value, bare=bare))
    return change and "\n".join(changed(lines.lines, [change]))


def _ahead(opened: Opened, path: Path) -> tuple[str, ...]:
    """Return the keys behind which a key usually stands."""
    order = keys_in_order_at(opened.model, path[:-1])
    if path[-1] in BEFORE_TEXT and order == tuple(Section.model_fields):
        order = BEFORE_TEXT
    return order[: order.index(str(path[-1]))] if path[-1] in order else order
