"""One value of a YAML file changed in its place; every other line stays byte for byte.

The file's own reader says where values stand, and says afterwards whether the file now holds
just what was meant: an edit that it would read otherwise is refused, never written.
"""

import copy
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from disclosure.source.document import Document, Path
from disclosure.source.reader import parse
from disclosure.source.whole_lines import Lines
from disclosure.source.written import UnsettableError, bracketed, scalar

Value = str | Sequence[str]


class Change(NamedTuple):
    """A value to be set.

    Attributes:
        path: of the value; its parent stands in the file.
        value: a text, or a list of texts.
        after: keys behind which a new key stands, the last of them that there is; without any
            it stands behind the first key of its parent.

    """

    path: Path
    value: Value
    after: tuple[str, ...] = ()


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def set_value(text: str, path: Path, value: Value, after: tuple[str, ...] = ()) -> str:
    """Return ``text`` with one value set; see ``set_values``."""
    return set_values(text, [Change(path, value, after)])


def set_values(text: str, changes: Iterable[Change]) -> str:
    """Return a file's text with values set, or added where their keys are absent.

    Args:
        text: from ``disclosure.source.text.decode``; it reads without a fault.
        changes: each of another path, none inside another.

    Raises:
        UnsettableError: the text has faults, a parent is absent or no mapping, or the file would
            be read otherwise than meant.

    """
    return set_in(Lines(text.split("\n")), changes)


def set_in(lines: Lines, changes: Iterable[Change]) -> str:
    """Return the text of lines with values set; see ``set_values``."""
    document = lines.document
    if document.faults:
        raise UnsettableError(document.faults[0].code)
    wanted = copy.deepcopy(document.data)
    changes = list(changes)
    for change in changes:
        if not change.path:
            raise UnsettableError("no path")
        _put(wanted, change, document)
    # Bare where it can be; in some places a text that looks like a key has to be in quotes.
    for bare in (True, False):
        text = lines.text
        edits = [_edit(change, lines, bare=bare) for change in changes]
        # From the end, so that places stay; of two at one place, the first comes to stand first.
        edits.sort(key=lambda each: each.start)
        for edit in reversed(edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        again = parse(text)
        if not again.faults and again.data == wanted:
            return text
    raise UnsettableError("read otherwise")


def _edit(change: Change, lines: Lines, *, bare: bool) -> _Edit:
    path, document = change.path, lines.document
    in_brackets = lines.is_in_brackets(path)
    if path in document.values:
        return _replaced(change, lines, in_brackets=in_brackets, bare=bare)
    key, siblings = str(path[-1]), lines.keys_in(path[:-1])
    beside = next((each for each in reversed(change.after) if each in siblings), siblings[0])
    neighbour = (*path[:-1], beside)
    written = _written(change.value, in_line=in_brackets, in_brackets=in_brackets, bare=bare)
    if in_brackets:
        end = document.values[neighbour][1]
        at = lines.offset(end.line, end.column)
        return _Edit(at, at, f", {key}: {written}")
    column = document.keys[neighbour][0].column
    at = lines.end_of(lines.last(neighbour))
    return _Edit(at, at, f"\n{' ' * column}{key}: {_indented(written, column)}")


def _replaced(change: Change, lines: Lines, *, in_brackets: bool, bare: bool) -> _Edit:
    path, document = change.path, lines.document
    start, end = document.values[path]
    old = document.value_at(path)
    first, last = lines.offset(start.line, start.column), lines.offset(end.line, end.column)
    of_texts = isinstance(old, list) and all(isinstance(each, str) for each in old)
    if not isinstance(old, str) and not of_texts and old is not None:
        raise UnsettableError("holds more than a text")
    flows = in_brackets or path in document.in_brackets
    block = isinstance(old, str) and lines.text[first : first + 1] in {"|", ">"}
    if end.line > start.line and not flows and (block or of_texts):
        last = lines.end_of(lines.last(path))
    gap = ""
    if path in document.keys and (first == last or (of_texts and not flows)):
        # Nothing, or a list of dashes on lines of its own: what comes stands behind the colon.
        key = document.keys[path][1]
        first = lines.text.index(":", lines.offset(key.line, key.column)) + 1
        last, gap = max(first, last if of_texts else first), " "
    # Behind a text of several lines nothing can stand on its last, as a comment might.
    followed = lines.text[last:].partition("\n")[0].strip() != ""
    in_line = in_brackets or followed
    written = _written(change.value, in_line=in_line, in_brackets=in_brackets, bare=bare)
    column = document.keys[path][0].column if path in document.keys else start.column
    return _Edit(first, last, gap + _indented(written, column))


def _written(value: Value, *, in_line: bool, in_brackets: bool, bare: bool) -> str:
    if isinstance(value, str):
        return scalar(value, in_line=in_line, in_brackets=in_brackets, bare=bare)
    return bracketed(value, bare=bare)


def _indented(written: str, column: int) -> str:
    return written.replace("\n", "\n" + " " * column)


def _put(data: Any, change: Change, document: Document) -> None:
    parent, key = document.value_at(change.path[:-1]), change.path[-1]
    if change.path not in document.values and (
        not isinstance(parent, dict) or not isinstance(key, str) or not key.isidentifier()
    ):
        raise UnsettableError("no mapping")
    if isinstance(parent, dict) and not parent and change.path not in document.values:
        raise UnsettableError("empty mapping")
    for part in change.path[:-1]:
        data = data[part]
    value = change.value
    data[key] = value if isinstance(value, str) else list(value)
