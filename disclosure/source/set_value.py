"""One value of a YAML file changed in its place; every other line stays byte for byte.

The file's own reader says where values stand, and says afterwards whether the file now holds
just what was meant: an edit that it would read otherwise is refused, never written.
"""

import copy
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from disclosure.source.document import Document, Path, parse

Value = str | Sequence[str]


class UnsettableError(Exception):
    """The value cannot be set in its place: its parent is none that could hold it."""


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
    document = parse(text)
    if document.faults:
        raise UnsettableError(document.faults[0].code)
    lines = _Lines(text)
    wanted = copy.deepcopy(document.data)
    edits: list[_Edit] = []
    for change in changes:
        edits.append(_edit(change, document, lines))
        _put(wanted, change)
    # From the end, so that places stay; of two at one place, the first comes to stand first.
    edits.sort(key=lambda each: each.start)
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    again = parse(text)
    if again.faults or again.data != wanted:
        raise UnsettableError("read otherwise")
    return text


class _Lines:
    """Lines of a text, and where each begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def offset(self, line: int, column: int) -> int:
        return min(self._starts[min(line, len(self._starts) - 1)] + column, len(self.text))

    def end_of(self, line: int) -> int:
        return self._starts[line] + len(self.lines[line])


def _edit(change: Change, document: Document, lines: _Lines) -> _Edit:
    path = change.path
    if not path:
        raise UnsettableError("no path")
    in_brackets = any(path[:length] in document.in_brackets for length in range(len(path)))
    if path in document.values:
        return _replaced(change, document, lines, in_brackets=in_brackets)
    parent = document.value_at(path[:-1])
    key = path[-1]
    if not isinstance(parent, dict) or not isinstance(key, str) or not key.isidentifier():
        raise UnsettableError("no mapping")
    siblings = [each[-1] for each in document.keys if each[:-1] == path[:-1]]
    if not siblings:
        raise UnsettableError("empty mapping")
    beside = next((each for each in reversed(change.after) if each in siblings), siblings[0])
    neighbour = (*path[:-1], beside)
    written = _written(change.value, in_line=in_brackets, in_brackets=in_brackets)
    if in_brackets:
        end = document.values[neighbour][1]
        at = lines.offset(end.line, end.column)
        return _Edit(at, at, f", {key}: {written}")
    column = document.keys[neighbour][0].column
    at = lines.end_of(_last_line(neighbour, document, lines))
    return _Edit(at, at, f"\n{' ' * column}{key}: {_indented(written, column)}")


def _replaced(change: Change, document: Document, lines: _Lines, *, in_brackets: bool) -> _Edit:
    path = change.path
    start, end = document.values[path]
    old = document.value_at(path)
    first, last = lines.offset(start.line, start.column), lines.offset(end.line, end.column)
    of_texts = isinstance(old, list) and all(isinstance(each, str) for each in old)
    if not isinstance(old, str) and not of_texts and old is not None:
        raise UnsettableError("holds more than a text")
    flows = in_brackets or path in document.in_brackets
    block = isinstance(old, str) and lines.text[first : first + 1] in {"|", ">"}
    if end.line > start.line and not flows and (block or of_texts):
        last = lines.end_of(_last_line(path, document, lines))
    gap = ""
    if path in document.keys and (first == last or (of_texts and not flows)):
        # Nothing, or a list of dashes on lines of its own: what comes stands behind the colon.
        key = document.keys[path][1]
        first = lines.text.index(":", lines.offset(key.line, key.column)) + 1
        last, gap = max(first, last if of_texts else first), " "
    # Behind a text of several lines nothing can stand on its last, as a comment might.
    followed = lines.text[last:].partition("\n")[0].strip() != ""
    written = _written(change.value, in_line=in_brackets or followed, in_brackets=in_brackets)
    column = document.keys[path][0].column if path in document.keys else start.column
    return _Edit(first, last, gap + _indented(written, column))


def _last_line(path: Path, document: Document, lines: _Lines) -> int:
    """Return the last line that a value stands on, blank lines and comments behind it left out."""
    start, end = document.values[path]
    value = document.value_at(path)
    if path in document.in_brackets or end.line == start.line:
        return int(end.line)
    if isinstance(value, dict | list):
        inside = (each for each in document.values if each[:-1] == path)
        return max((_last_line(each, document, lines) for each in inside), default=int(start.line))
    last = int(end.line) if end.column else int(end.line) - 1
    last = min(last, len(lines.lines) - 1)
    while last > start.line and not lines.lines[last].strip():
        last -= 1
    return last


def _written(value: Value, *, in_line: bool, in_brackets: bool) -> str:
    if isinstance(value, str):
        return _scalar(value, in_line=in_line, in_brackets=in_brackets)
    return "[" + ", ".join(_scalar(each, in_line=True, in_brackets=True) for each in value) + "]"


def _scalar(value: str, *, in_line: bool, in_brackets: bool) -> str:
    """Return a text as it is written: bare where it reads back so, else in quotes."""
    rows = value.split("\n")
    if len(rows) > 1 and not in_line and rows[0][:1].strip() and all(row.strip() for row in rows):
        return "|-\n" + "\n".join(f"  {row}" for row in rows)
    quoted = "'" + value.replace("'", "''") + "'"
    for written in (value, quoted):
        if value and "\n" not in written and _reads_back(written, value, in_brackets=in_brackets):
            return written
    written = '"' + "".join(_escaped(sign) for sign in value) + '"'
    if _reads_back(written, value, in_brackets=in_brackets):
        return written
    raise UnsettableError("no text that a file could hold")


def _escaped(sign: str) -> str:
    known = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return known.get(sign, sign)


def _reads_back(written: str, value: str, *, in_brackets: bool) -> bool:
    # Under a key of prose, where a value's traps are looked for as well.
    text = f"text: {{text: {written}, z: z}}\n" if in_brackets else f"text: {written}\nz: z\n"
    found = parse(text)
    wanted: Any = {"text": {"text": value, "z": "z"}} if in_brackets else {"text": value, "z": "z"}
    return not found.faults and found.data == wanted


def _indented(written: str, column: int) -> str:
    return written.replace("\n", "\n" + " " * column)


def _put(data: Any, change: Change) -> None:
    for part in change.path[:-1]:
        data = data[part]
    value = change.value
    data[change.path[-1]] = value if isinstance(value, str) else list(value)
