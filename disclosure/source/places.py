"""From a path in the model to a place in the file."""

import re

from disclosure.model.faults import Fault, Path
from disclosure.source.document import Document, Span


class Places:
    """Finds the line and column of values, keys and parts of values."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._lines = text.split("\n")

    def excerpt(self, line: int) -> str:
        """Return the source line with that 0-based number."""
        return self._lines[line] if 0 <= line < len(self._lines) else ""

    def span(self, fault: Fault) -> Span:
        """Return where ``fault`` stands; of an unknown path, the longest part that is known."""
        table = self._document.keys if fault.on_key else self._document.values
        marks = table.get(fault.path)
        found = Span.between(*marks) if marks else self._nearest(fault.path)
        return self._token(found, fault.token) if fault.token else self._first_line(found)

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
        for line in range(span.line, min(span.end_line, len(self._lines) - 1) + 1):
            start = span.column if line == span.line else 0
            if match := wanted.search(self._lines[line], start):
                return Span(line, match.start(), line, match.end())
        return self._first_line(span)

    def _first_line(self, span: Span) -> Span:
        if span.line == span.end_line:
            return span
        return Span(span.line, span.column, span.line, len(self.excerpt(span.line)))
