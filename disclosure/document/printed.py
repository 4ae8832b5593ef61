"""Values as a reader sees them: figures in their places, marks gone.

Each printed text knows where its characters came from, so that a finding points into the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from disclosure.document.document import Document
from disclosure.document.values import Role, Value
from disclosure.model.faults import Path
from disclosure.model.figures import Figure
from disclosure.model.marked import read_prose
from disclosure.model.outline import Node
from disclosure.model.references import printed_figure
from disclosure.model.tokens import Kind, Token

_LEFT_OUT = frozenset({Role.NUMBER, Role.ADDRESS})
_SHOWN = frozenset({Kind.TEXT, Kind.ESCAPED, Kind.BRACE})


class _Run(NamedTuple):
    """A stretch of printed text and where it comes from."""

    printed: int
    raw: int
    raw_end: int
    figure: str  # id of the metric it prints; "" for typed text


class PrintedText(NamedTuple):
    """One printed text.

    Attributes:
        value: what it prints.
        text: as printed, without marks and enumeration words.
        runs: where the printed text comes from; none where it is printed as it was written.
        links: the addresses that its links lead to.

    """

    value: Value
    text: str
    runs: tuple[_Run, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """Where it stands in the notice."""
        return self.value.path

    @property
    def role(self) -> Role:
        """What it is on the page."""
        return self.value.role

    @property
    def raw(self) -> str:
        """As written."""
        return self.value.raw

    @property
    def node(self) -> Node | None:
        """The section it belongs to; None outside the tree."""
        return self.value.node

    @property
    def before(self) -> str:
        """Written texts of the same value that stand before this paragraph."""
        return "".join(f"{text}\n" for text in self.value.siblings[: self.number])

    @property
    def number(self) -> int:
        """Place among the paragraphs of its value, from 0."""
        last = self.path[-1]
        return last if isinstance(last, int) else 0

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of ``raw`` that printed ``text[start:end]``."""
        if not self.runs:
            return start, end
        first, last = self._run_at(start), self._run_at(max(start, end - 1))
        begin = first.raw if first.figure else first.raw + start - first.printed
        finish = last.raw_end if last.figure else last.raw + end - last.printed
        return begin, max(begin, finish)

    def figure_at(self, position: int) -> str:
        """Return the id of the metric that printed this character; "" where it was typed."""
        return self._run_at(position).figure if self.runs else ""

    def _run_at(self, position: int) -> _Run:
        return self.runs[max(0, bisect_right(self.runs, position, key=lambda run: run.printed) - 1)]


def printed_texts(document: Document, figures: Mapping[str, Figure]) -> tuple[PrintedText, ...]:
    """Return every printed text of a notice in reading order, as rules look at them.

    Numbers and addresses are not among them: their rules look at the fields themselves.

    Args:
        document: the notice.
        figures: by id.

    """
    return tuple(
        text
        for value in document.values
        if value.role not in _LEFT_OUT
        for text in _with_titles(print_value(value, figures))
    )


def _with_titles(text: PrintedText) -> Iterator[PrintedText]:
    """Yield a text, then the titles of its links, which browsers show."""
    yield text
    for token in read_prose(text.raw) if text.links else ():
        if token.kind is Kind.LINK and token.more:
            start = _title_start(text.raw, token)
            runs = (_Run(0, start, start + len(token.more), ""),)
            yield PrintedText(text.value._replace(role=Role.LABEL), token.more, runs)


def _title_start(raw: str, link: Token) -> int:
    quoted = re.compile(rf"""(["']){re.escape(link.more)}\1\s*\)""")
    found = quoted.search(raw, link.start)
    return found.start() + 1 if found else link.start


def print_value(value: Value, figures: Mapping[str, Figure]) -> PrintedText:
    """Return what ``value`` prints.

    Args:
        value: of a notice.
        figures: of the same notice, by id.

    """
    raw = value.raw
    if not value.marked or not any(mark in raw for mark in "{*[\\"):
        return PrintedText(value, raw)
    tokens = read_prose(raw)
    text, runs = _print(raw, tokens, figures)
    links = tuple(token.value for token in tokens if token.kind is Kind.LINK)
    return PrintedText(value, text, runs, links)


def _print(
    raw: str, tokens: Iterable[Token], figures: Mapping[str, Figure]
) -> tuple[str, tuple[_Run, ...]]:
    printed: list[str] = []
    runs: list[_Run] = []
    length = 0
    for token in tokens:
        if token.kind is Kind.FIGURE:
            found = printed_figure(token, figures)
            text = raw[token.start : token.end] if found is None else found
            figure = "" if found is None else token.value
        elif token.kind in _SHOWN:
            text, figure = token.value, ""
        else:
            continue
        if text:
            runs.append(_Run(length, token.start, token.end, figure))
            printed.append(text)
            length += len(text)
    return "".join(printed), tuple(runs)
