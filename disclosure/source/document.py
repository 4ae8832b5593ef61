"""YAML text to plain values with positions.

PyYAML's parser supplies the events; what they mean is decided here. Every scalar stays the
text that was typed (no octal telephone numbers, no ``no`` that turns into False), an empty
value counts as not given, and what a clerk never needs and an attacker might (anchors,
aliases, tags, merge keys, deep nesting, several documents) is refused.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import yaml

from disclosure.source.hints import explain
from disclosure.source.text import TextFault
from disclosure.zh.width import close_fold_gaps, join_lines

MAX_DEPTH = 40
Path = tuple[str | int, ...]


class Span(NamedTuple):
    """Where a value stands: 0-based lines and columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Document:
    """The values of one file and where each of them stands.

    Attributes:
        data: nested dicts, lists and strings; empty values are left out of dicts.
        values: place of each value by its path.
        keys: place of each key by the path of its value.
        faults: what makes the file unusable; when there are any, ``data`` is incomplete.

    """

    data: Any = None
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    faults: list[TextFault] = field(default_factory=list)


class _Mark(Protocol):
    """Both parsers' marks, of which the stubs know only one."""

    line: int
    column: int


class _Event(Protocol):
    """What is read of an event; libyaml always gives both marks, and '' for plain style."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


@dataclass(slots=True)
class _Frame:
    """One open mapping or list while events come in."""

    path: Path
    items: Any
    start: _Mark
    key: str | None = None
    first_seen: dict[str, int] = field(default_factory=dict)


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
        reader.read(yaml.parse(text, Loader=_event_loader()))
    except _RefusalError:
        pass
    except yaml.MarkedYAMLError as error:
        document.faults.append(explain(error, text))
    if not document.faults and not isinstance(document.data, dict):
        document.faults.append(TextFault("yaml.no_mapping", 1, 1, excerpt=_line(text, 0)))
    return document


def _event_loader() -> Any:
    # libyaml's parser keeps its stack on the heap; the pure one is the fallback without it.
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number + 1)
    return lines[number] if number < len(lines) else ""


class _Reader:
    """Builds a document from parser events."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self.lines: list[str] | None = None
        self.document = document
        self.stack: list[_Frame] = []
        self.documents = 0

    def read(self, events: Iterator[Any]) -> None:
        actions: dict[type[Any], Callable[[_Event], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._open(event, {}),
            yaml.SequenceStartEvent: lambda event: self._open(event, []),
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: lambda event: self._refuse("yaml.alias", event.start_mark),
            yaml.DocumentStartEvent: self._start_document,
        }
        for event in events:
            action = actions.get(type(event))
            if action is not None:
                action(event)

    def _start_document(self, event: _Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse("yaml.documents", event.start_mark)

    def _scalar(self, event: _Event) -> None:
        if event.anchor is not None:
            self._refuse("yaml.anchor", event.start_mark)
        if event.tag is not None:
            self._refuse("yaml.tag", event.start_mark)
        start, end = event.start_mark, event.end_mark
        value = event.value
        if end.line != start.line and event.style != "|":
            value = self._unfold(event)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.items, dict) and frame.key is None:
            self._key(frame, value, start, end)
            return
        bare_nothing = not event.style and value in {"", "~", "null"}
        self._put(None if bare_nothing else value, start, end)

    def _key(self, frame: _Frame, key: str, start: _Mark, end: _Mark) -> None:
        if key[:1] in {"\u3000", "\u00a0"}:
            self._refuse("yaml.wide_space", start)
        if key == "<<":
            self._refuse("yaml.merge", start)
        if key in frame.first_seen:
            line = str(frame.first_seen[key] + 1)
            self._fault("yaml.duplicate", start, (("key", key), ("first", line)))
        frame.first_seen.setdefault(key, start.line)
        frame.key = key
        self.document.keys[(*frame.path, key)] = Span(
            start.line, start.column, end.line, end.column
        )

    def _put(self, value: Any, start: _Mark, end: _Mark) -> None:
        path = self._path()
        self.document.values[path] = Span(start.line, start.column, end.line, end.column)
        self._attach(value)

    def _path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if isinstance(frame.items, dict):
            return (*frame.path, frame.key or "")
        return (*frame.path, len(frame.items))

    def _attach(self, value: Any) -> None:
        if not self.stack:
            self.document.data = value
            return
        frame = self.stack[-1]
        if isinstance(frame.items, dict):
            if value is not None:
                frame.items.setdefault(frame.key, value)
            frame.key = None
        else:
            frame.items.append("" if value is None else value)

    def _open(self, event: _Event, items: Any) -> None:
        mark = event.start_mark
        if event.anchor is not None:
            self._refuse("yaml.anchor", mark)
        if event.tag is not None:
            self._refuse("yaml.tag", mark)
        if len(self.stack) >= MAX_DEPTH:
            self._refuse("yaml.deep", mark, (("limit", str(MAX_DEPTH)),))
        if self.stack and isinstance(self.stack[-1].items, dict) and self.stack[-1].key is None:
            self._refuse("yaml.complex_key", mark)
        self.stack.append(_Frame(self._path(), items, mark))

    def _close(self, event: _Event) -> None:
        frame = self.stack.pop()
        end = event.end_mark
        self.document.values[frame.path] = Span(
            frame.start.line, frame.start.column, end.line, end.column
        )
        self._attach(frame.items)

    def _unfold(self, event: _Event) -> str:
        """Join the lines of a folded scalar as Chinese is joined: without a gap."""
        if event.style in {"'", '"'}:
            return close_fold_gaps(event.value)
        start, end = event.start_mark, event.end_mark
        if self.lines is None:
            self.lines = self.text.split("\n")
        rows = self.lines[start.line : end.line + 1]
        if end.line < len(self.lines):
            rows[-1] = rows[-1][: end.column]
        rows[0] = rows[0][start.column :] if not event.style else ""
        paragraphs: list[list[str]] = [[]]
        for row in rows:
            if row.strip() or not paragraphs[-1]:
                paragraphs[-1].append(row)
            else:
                paragraphs.append([])
        joined = (join_lines(paragraph) for paragraph in paragraphs)
        return "\n\n".join(paragraph for paragraph in joined if paragraph)

    def _fault(self, code: str, mark: _Mark, params: tuple[tuple[str, str], ...] = ()) -> None:
        excerpt = _line(self.text, mark.line)
        self.document.faults.append(
            TextFault(code, mark.line + 1, mark.column + 1, params, excerpt)
        )

    def _refuse(self, code: str, mark: _Mark, params: tuple[tuple[str, str], ...] = ()) -> None:
        self._fault(code, mark, params)
        raise _RefusalError
