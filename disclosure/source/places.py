"""From a path in the model to a place in the file."""

import re
from collections.abc import Iterator
from functools import cached_property

from disclosure.model.faults import Fault, Path
from disclosure.source.document import Document, Span


class Places:
    """Finds the line and column of values, keys and parts of values."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        # How far the last text was followed: thousands of findings in one do not begin anew.
        self._followed: tuple[Span, str, int, int, int] | None = None

    @property
    def document(self) -> Document:
        """The values of the file."""
        return self._document

    def excerpt(self, line: int) -> str:
        """Return the source line with that 0-based number."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def span(self, fault: Fault) -> Span:
        """Return where ``fault`` stands; of an unknown path, the longest part that is known."""
        table = self._document.keys if fault.on_key else self._document.values
        marks = table.get(fault.path) or table.get(self._written(fault.path))
        found = Span.between(*marks) if marks else self._nearest(fault.path)
        return self._token(found, fault.token) if fault.token else self._first_line(found)

    def part(self, path: Path, before: str, raw: str, start: int, end: int) -> Span:
        """Return where a part of a written text stands.

        Args:
            path: of the text in the model; the file may hold several paragraphs as one value.
            before: written texts of the same value that stand before it.
            raw: the text itself.
            start: first character of the part in ``raw``.
            end: behind the last one.

        """
        value = self._written(path)
        while value and value not in self._document.values:
            value = value[:-1]
        marks = self._document.values.get(value)
        if marks is not None:
            ahead = before if len(value) < len(path) else ""
            found = self._walk(Span.between(*marks), ahead + raw, len(ahead) + start, end - start)
            if found is not None:
                return found
        return self.span(Fault(path, "", token=raw[start:end]))

    def scalars(self) -> Iterator[tuple[Span, Span | None]]:
        """Yield where each single value stands, and its key."""
        for path, marks in self._document.values.items():
            if isinstance(self._document.value_at(path), str):
                key = self._document.keys.get(path)
                yield Span.between(*marks), Span.between(*key) if key else None

    def sections(self) -> Iterator[Span]:
        """Yield where each section stands, outer ones before those inside them."""
        for path, marks in self._document.values.items():
            if len(path) > 1 and path[-2] == "sections" and isinstance(path[-1], int):
                yield Span.between(*marks)

    def text_at(self, path: Path) -> str | None:
        """Return the single value that the file has at a path; None where it has none."""
        value = self._document.value_at(path) if path in self._document.values else None
        return value if isinstance(value, str) else None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self._text.split("\n")

    def _walk(self, span: Span, wanted: str, start: int, length: int) -> Span | None:
        """Follow ``wanted`` through the file: line ends, quotes and escapes are not part of it."""
        line, column = span.line, span.column
        if self.excerpt(line)[column : column + 1] in {"|", ">"}:
            line, column = line + 1, 0
        at = 0
        if self._followed and self._followed[:2] == (span, wanted) and self._followed[2] <= start:
            at, line, column = self._followed[2:]
        first: tuple[int, int] | None = None
        for number in range(at, min(start + length, len(wanted))):
            character = wanted[number]
            if number == start:
                self._followed = (span, wanted, start, line, column)
            if character.isspace() and number not in range(start, start + length):
                continue
            place = self._next(line, column, character, span.end_line)
            if place is None:
                return None
            line, column = place
            if number == start:
                first = (line, column)
            column += 1
        if first is None or first[0] != line:
            # Over a line's end, what stands on its first line is shown.
            return first and Span(*first, first[0], len(self.excerpt(first[0])))
        return Span(*first, line, column)

    def _next(
        self, line: int, column: int, character: str, end_line: int
    ) -> tuple[int, int] | None:
        while line <= min(end_line, len(self.lines) - 1):
            text = self.lines[line]
            if column >= len(text):
                line, column = line + 1, 0
            elif text[column] == character:
                return line, column
            elif text[column].isspace() or text[column] in "'\"\\":
                column += 1
            else:
                return None
        return None

    def _written(self, path: Path) -> Path:
        """Return the path in the file: a single value may stand there where a list is meant."""
        written: Path = ()
        for part in path:
            longer = (*written, part)
            # The first of a list that is none is the value itself.
            if part != 0 or longer in self._document.values:
                written = longer
        return written

    def _nearest(self, path: Path) -> Span:
        for length in range(len(path), 0, -1):
            head = path[:length]
            # A mapping's own key names it better than the first line inside it.
            marks = self._document.keys.get(head) if length < len(path) else None
            marks = marks or self._document.values.get(head) or self._document.keys.get(head)
            if marks is not None:
                return Span.between(*marks)
        return Span(0, 0, 0, 1)

    def _token(self, span: Span, token: str) -> Span:
        # A name is not meant where it is only part of a longer one.
        edges = (r"(?<!\w)" if token[0].isalnum() else "", r"(?!\w)" if token[-1].isalnum() else "")
        wanted = re.compile(edges[0] + re.escape(token) + edges[1])
        for line in range(span.line, min(span.end_line, len(self.lines) - 1) + 1):
            start = span.column if line == span.line else 0
            if match := wanted.search(self.lines[line], start):
                return Span(line, match.start(), line, match.end())
        return self._first_line(span)

    def _first_line(self, span: Span) -> Span:
        if span.line == span.end_line:
            return span
        return Span(span.line, span.column, span.line, len(self.excerpt(span.line)))
