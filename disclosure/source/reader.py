"""YAML text to plain values with positions.

PyYAML's parser supplies the events; what they mean is decided here. Every scalar stays the
text that was typed (no octal telephone numbers, no ``no`` that turns into False), an empty
value counts as not given, and what a clerk never needs and an attacker might (anchors,
aliases, tags, merge keys, deep nesting, several documents) is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

import yaml

from disclosure.model.faults import MOST_FAULTS
from disclosure.source.colon_slips import colon_slip
from disclosure.source.document import Document, Mark, Path
from disclosure.source.folding import event_loader, unfold_lines, unfold_quoted
from disclosure.source.hints import Quoted, explain, named_fault
from disclosure.source.text import TextFault, fault_at, hidden_character
from disclosure.source.traps import find_split_number, find_traps

MAX_DEPTH = 40


class _Event(Protocol):
    """What is read of an event; libyaml always gives both marks, and '' for plain style."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


@dataclass(slots=True)
class _Frame:
    """One open mapping or list while events come in."""

    path: Path
    items: Any
    start: Mark
    is_mapping: bool
    in_brackets: bool = False
    key: str | None = None
    child: Path = ()  # of the value behind ``key``
    first_seen: dict[str, Mark] = field(default_factory=dict)


class _RefusalError(Exception):
    """Stop reading: the rest of the file cannot be understood."""


def parse(text: str) -> Document:
    """Read ``text``; never raises.

    Args:
        text: from ``disclosure.source.text.decode``.

    """
    document = Document()
    reader = _Reader(text, document)
    try:
        reader.read(event_loader()(text))
    except _RefusalError:
        pass
    except yaml.MarkedYAMLError as error:
        fault = explain(error, reader.lines, reader.quoted)
        if fault not in document.faults:
            document.faults.append(fault)
    except yaml.YAMLError:  # pragma: no cover - decode() lets no such character through
        document.faults.append(TextFault("yaml.syntax"))
    if isinstance(document.data, str):
        # Nothing but Chinese names with full-width colons is one long text to YAML.
        found = (named_fault(reader.lines, number) for number in range(len(reader.lines)))
        document.faults += islice((fault for fault in found if fault), MOST_FAULTS)
    if not document.faults and not isinstance(document.data, dict):
        document.faults.append(fault_at(reader.lines, "yaml.no_mapping", 0, 0))
    return document


class _Reader:
    """Builds a document from parser events."""

    def __init__(self, text: str, document: Document) -> None:
        self.lines = text.split("\n")
        self.quoted: Quoted | None = None
        self.document = document
        self.layout = document.layout
        self.stack: list[_Frame] = []
        self.documents = 0

    def read(self, parser: Any) -> None:
        actions: dict[type[Any], Callable[[_Event], None]] = {
            yaml.MappingStartEvent: lambda event: self._open(event, {}),
            yaml.SequenceStartEvent: lambda event: self._open(event, []),
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: lambda event: self._refuse("yaml.alias", event.start_mark),
            yaml.DocumentStartEvent: self._start_document,
        }
        try:
            while (kind := type(event := parser.get_event())) is not yaml.StreamEndEvent:
                self.quoted = None
                if kind is yaml.ScalarEvent:  # mostly
                    self._scalar(event)
                elif action := actions.get(kind):
                    action(event)
        finally:
            parser.dispose()

    def _start_document(self, event: _Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse("yaml.documents", event.start_mark)

    def _scalar(self, event: _Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        frame = self.stack[-1] if self.stack else None
        keys = frame if frame is not None and frame.is_mapping and frame.key is None else None
        if event.style:
            value = self._read_quoted(event)
        elif keys and not keys.in_brackets:
            value = event.value
        else:
            value = self._read_plain(event, frame, is_key=keys is not None)
        if keys:
            self._key(keys, value, event.start_mark, event.end_mark)
        else:
            nothing = not event.style and value in {"", "~", "null"}
            self._put(None if nothing else value, event.start_mark, event.end_mark)

    def _read_quoted(self, event: _Event) -> str:
        """Return the text of a value in quotes, or in a block behind ``|`` or ``>``."""
        start, end, value = event.start_mark, event.end_mark, event.value
        if event.style in {"'", '"'}:
            self.quoted = Quoted(start, end)
        if event.style == '"' and (point := hidden_character(value)):
            self._fault("yaml.control", start, (("point", point),))
        if event.style == "|" or end.line == start.line:
            return value
        rows = self._rows(start, end)
        return unfold_lines(rows[1:]) if event.style == ">" else unfold_quoted("\n".join(rows))

    def _read_plain(self, event: _Event, frame: _Frame | None, *, is_key: bool) -> str:
        """Return the text of a key or value as it stands, and note what it was not meant for."""
        start, end, value = event.start_mark, event.end_mark, event.value
        if frame is not None and frame.in_brackets and (is_key or not frame.is_mapping):
            before = None if is_key else str(frame.items[-1]) if frame.items else ""
            self._note(find_split_number(self.lines, before, value, start))
        if is_key:
            return value
        line, first = start.line, value[:1]
        if line == end.line and first != "-" and not "a" <= first <= "z":
            behind = self.lines[line] if line < len(self.lines) else ""
            if not behind.startswith((" ", "\t"), end.column):  # a comment, perhaps
                return value  # nearly always
        rows = self._rows(start, end)
        for fault in find_traps(self.lines, rows, self._nearest_key(), start, end):
            self._note(fault)
        return value if end.line == start.line else unfold_lines(rows)

    def _rows(self, start: Mark, end: Mark) -> list[str]:
        """Return what stands between two marks, line by line."""
        if start.line == end.line:
            return [self.lines[start.line][start.column : end.column] if self._has(start) else ""]
        rows = self.lines[start.line : end.line + 1]
        if end.line < len(self.lines):
            rows[-1] = rows[-1][: end.column]
        rows[0] = rows[0][start.column :]
        return rows

    def _has(self, mark: Mark) -> bool:
        """Say whether a character stands at ``mark``; the end of the file is also a mark."""
        return mark.line < len(self.lines) and mark.column < len(self.lines[mark.line])

    def _nearest_key(self) -> str:
        return next((part for part in reversed(self._path()) if isinstance(part, str)), "")

    def _key(self, frame: _Frame, key: str, start: Mark, end: Mark) -> None:
        if key[:1] in {"\u3000", "\u00a0"}:
            self._refuse("yaml.wide_space", start)
        if key == "<<":
            self._refuse("yaml.merge", start)
        if not key.isidentifier() and (slip := colon_slip(key)):
            code, name, offset = slip
            fault = fault_at(self.lines, code, start.line, start.column + offset, (("key", name),))
            self._note(fault)
        first = frame.first_seen.setdefault(key, start)
        if first is not start:
            line = str(first.line + 1)
            self._fault("yaml.duplicate", start, (("key", key), ("first", line)))
        frame.key = key
        frame.child = (*frame.path, key)
        self.layout.keys[frame.child] = (start, end)

    def _put(self, value: Any, start: Mark, end: Mark) -> None:
        frame = self.stack[-1] if self.stack else None
        path: Path = ()
        if frame is None:
            self.document.data = value
        elif frame.is_mapping:
            path = frame.child
            if value is None:
                self.document.empty.append(path)
            else:
                frame.items.setdefault(frame.key, value)
            frame.key = None
        else:
            path = (*frame.path, len(frame.items))
            frame.items.append("" if value is None else value)
        self.layout.values[path] = (start, end)

    def _path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        return frame.child if frame.is_mapping else (*frame.path, len(frame.items))

    def _open(self, event: _Event, items: Any) -> None:
        mark = event.start_mark
        self._refuse_marks(event)
        if len(self.stack) >= MAX_DEPTH:
            self._refuse("yaml.deep", mark, (("limit", str(MAX_DEPTH)),))
        if self.stack and self.stack[-1].is_mapping and self.stack[-1].key is None:
            self._refuse("yaml.complex_key", mark)
        path = self._path()
        in_brackets = self._has(mark) and self.lines[mark.line][mark.column] in "[{"
        if in_brackets:
            self.layout.in_brackets.add(path)
        self.stack.append(_Frame(path, items, mark, isinstance(items, dict), in_brackets))

    def _close(self, event: _Event) -> None:
        frame = self.stack.pop()
        self._put(frame.items, frame.start, event.end_mark)

    def _refuse_marks(self, event: _Event) -> None:
        if event.anchor is not None:
            self._refuse("yaml.anchor", event.start_mark)
        if event.tag is not None:
            self._refuse("yaml.tag", event.start_mark)

    def _fault(self, code: str, mark: Mark, params: tuple[tuple[str, str], ...] = ()) -> None:
        self._note(fault_at(self.lines, code, mark.line, mark.column, params))

    def _note(self, fault: TextFault | None) -> None:
        if fault is not None and len(self.document.faults) < MOST_FAULTS:
            self.document.faults.append(fault)

    def _refuse(self, code: str, mark: Mark, params: tuple[tuple[str, str], ...] = ()) -> None:
        self._fault(code, mark, params)
        raise _RefusalError
