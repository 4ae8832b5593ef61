"""Which lines of a notice's file a value stands on, and lines put in and taken out whole.

A value is moved or removed with the comments right above it, a waiver above all, for they are
about it. Whatever else stands in the file is not touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from disclosure.source.document import Document, Path
from disclosure.source.reader import parse


class Change(NamedTuple):
    """Lines ``[start:end]`` of a file, from 0, and what stands there instead."""

    start: int
    end: int
    lines: tuple[str, ...]


def changed(lines: Sequence[str], changes: Iterable[Change]) -> list[str]:
    """Return lines with changes, none of which touches another's lines."""
    after = list(lines)
    for each in sorted(changes, key=lambda change: (change.start, change.end), reverse=True):
        after[each.start : each.end] = each.lines
    return after


class Lines:
    """The lines of a YAML file by its values."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Read a file that has no faults."""
        self.lines = tuple(lines)
        self.document: Document = parse("\n".join(lines))
        self._last: dict[Path, int] = {}
        self._texts: set[int] = set()
        for path, (start, end) in self.document.values.items():
            value = self.document.value_at(path)
            if isinstance(value, dict | list) and path not in self.document.in_brackets:
                continue
            last = self._end(start.line, end.line, end.column)
            self._texts.update(range(start.line + 1, last + 1))
            for length in range(len(path) + 1):
                self._last[path[:length]] = max(last, self._last.get(path[:length], 0))

    @cached_property
    def text(self) -> str:
        """The whole."""
        return "\n".join(self.lines)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *accumulate(len(line) + 1 for line in self.lines))

    def offset(self, line: int, column: int) -> int:
        """Return a place as a number of characters from the beginning."""
        return min(self._starts[min(line, len(self.lines))] + column, len(self.text))

    def end_of(self, line: int) -> int:
        """Return where a line ends, as a number of characters from the beginning."""
        return self._starts[line] + len(self.lines[line])

    @cached_property
    def _keys(self) -> dict[Path, list[str]]:
        found: dict[Path, list[str]] = defaultdict(list)
        for path in self.document.keys:
            found[path[:-1]].append(str(path[-1]))
        return found

    def keys_in(self, path: Path) -> Sequence[str]:
        """Return the keys of a mapping, in the order in which they stand."""
        return self._keys.get(path, ())

    def is_in_brackets(self, path: Path) -> bool:
        """Say whether a value stands between brackets; its own are not meant."""
        return any(path[:length] in self.document.in_brackets for length in range(len(path)))

    def _end(self, first: int, line: int, column: int) -> int:
        last = min(line if column or line == first else line - 1, len(self.lines) - 1)
        while last > first and not self.lines[last].strip():
            last -= 1
        return last

    def written(self, path: Path) -> Path:
        """Return the path in the file of a text of the model: one value may stand for a list."""
        known, found = self.document.values, path
        while found and found not in known:
            found = found[:-1]
        return found

    def first(self, path: Path) -> int | None:
        """Return the line on which an item of a list, or a key, begins.

        None where it begins on no line of its own.
        """
        if path in self.document.keys:
            line, column = self.document.keys[path][0].line, self.document.keys[path][0].column
            return int(line) if not self.lines[line][:column].strip() else None
        if path not in self.document.values or path[:-1] in self.document.in_brackets:
            return None
        start = self.document.values[path][0]
        before = self.lines[start.line][: start.column]
        return int(start.line) if before.strip() == "-" else None

    def last(self, path: Path) -> int:
        """Return the last line of a value."""
        start = self.document.values[path][0].line
        return max(self._last.get(path, 0), int(start))

    def top(self, first: int) -> int:
        """Return the first of the comments that stand right above a line, or the line."""
        while first and first - 1 not in self._texts and self._is_comment(first - 1):
            first -= 1
        return first

    def _is_comment(self, line: int) -> bool:
        return self.lines[line].lstrip().startswith("#")

    def column(self, path: Path) -> int:
        """Return the column at which an item's dash, or a key, stands."""
        first = self.first(path)
        line = self.lines[first or 0]
        return len(line) - len(line.lstrip())

    def block(self, path: Path) -> tuple[str, ...] | None:
        """Return the lines of an item or key with its comments, as at the left edge."""
        first = self.first(path)
        if first is None:
            return None
        column = self.column(path)
        rows = self.lines[self.top(first) : self.last(path) + 1]
        return tuple(row[column:] if not row[:column].strip() else row.lstrip() for row in rows)

    def without(self, path: Path) -> Change | None:
        """Return the change that takes an item or key out, with its comments."""
        first = self.first(path)
        if first is None:
            return None
        start, end = self.top(first), self.last(path) + 1
        blank_before = not start or not self.lines[start - 1].strip()
        if blank_before and end < len(self.lines) and not self.lines[end].strip():
            end += 1
        return Change(start, end, ())

    def without_paragraph(self, path: Path, number: int, count: int) -> Change | None:
        """Return the change that takes one of several paragraphs out of a text behind ``|``."""
        stretches = self._paragraphs(path, count)
        if stretches is None:
            return None
        start, end = stretches[number]
        # One gap goes with it.
        if number + 1 < count:
            end = stretches[number + 1][0]
        elif number:
            start = stretches[number - 1][1]
        return Change(start, end, ())

    def beside_paragraph(
        self, path: Path, number: int, count: int, text: str, *, behind: bool
    ) -> Change | None:
        """Return the change that puts a paragraph beside another in a text behind ``|``."""
        stretches = self._paragraphs(path, count)
        if stretches is None or "\n" in text:
            return None
        start, end = stretches[number]
        line = self.lines[start]
        row = line[: len(line) - len(line.lstrip())] + text
        return Change(end, end, ("", row)) if behind else Change(start, start, (row, ""))

    def _paragraphs(self, path: Path, count: int) -> list[tuple[int, int]] | None:
        """Return the lines of each paragraph; None where the text is written otherwise."""
        start = self.document.values[path][0]
        if self.lines[start.line][start.column : start.column + 1] not in {"|", ">"}:
            return None
        found: list[tuple[int, int]] = []
        for at in range(start.line + 1, self.last(path) + 1):
            if self.lines[at].strip():
                begun = bool(found) and found[-1][1] == at
                found[-1:] = [(found[-1][0], at + 1)] if begun else [*found[-1:], (at, at + 1)]
        return found if len(found) == count else None

    def comments_of(self, path: Path) -> tuple[tuple[int, str], ...]:
        """Return the comments that go with a value, each with its line from 0."""
        first = self.first(path)
        if first is None:
            return ()
        rows = range(self.top(first), self.last(path) + 1)
        return tuple(
            (row, self.lines[row].strip())
            for row in rows
            if row not in self._texts and self._is_comment(row)
        )

    def beside(self, item: Path, rows: Sequence[str], *, behind: bool) -> Change | None:
        """Return the change that puts an item of a list behind or before another."""
        first = self.first(item)
        if first is None or not isinstance(item[-1], int):
            return None
        at = self.last(item) + 1 if behind else self.top(first)
        inside = self._indented(rows, self.column(item))
        if self._apart(item):
            inside = ("", *inside) if behind else (*inside, "")
        return Change(at, at, inside)

    def below(self, key: Path, rows: Sequence[str]) -> Change | None:
        """Return the change that puts keys into a mapping, behind one of its keys."""
        if key not in self.document.keys or key[:-1] in self.document.in_brackets:
            return None
        column = self.document.keys[key][0].column
        at = self.last(key) + 1
        inside = self._indented(rows, column)
        if not column and len(rows) > 1:
            inside = ("", *inside)
        return Change(at, at, inside)

    def in_list(self, key: Path, row: Sequence[str], *, behind: bool) -> Change | None:
        """Return the change that makes a list of one text, with another item beside it."""
        first = self.first(key)
        first = (
            self.document.keys[key][0].line
            if first is None and key in self.document.keys
            else first
        )
        if first is None or not isinstance(self.document.value_at(key), str):
            return None
        start, end = self.document.values[key]
        if start.line != end.line or start.line != first:
            return None
        line = self.lines[first]
        column = self.document.keys[key][0].column + 2
        old = " " * column + "- " + line[start.column :]
        new = self._indented(row, column)
        items = (old, *new) if behind else (*new, old)
        return Change(first, first + 1, (line[: start.column].rstrip(), *items))

    def _apart(self, item: Path) -> bool:
        """Say whether blank lines stand between the items of a list."""
        one, two = (*item[:-1], 0), (*item[:-1], 1)
        if two not in self.document.values or self.first(two) is None:
            return False
        top = self.top(self.first(two) or 0)
        return top - 1 > self.last(one) and not self.lines[top - 1].strip()

    @staticmethod
    def _indented(rows: Sequence[str], column: int) -> tuple[str, ...]:
        return tuple(" " * column + row if row else row for row in rows)
