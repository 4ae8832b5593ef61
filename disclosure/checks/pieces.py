"""Pieces: every printed text of a notice, as a reader sees it, in reading order.

Rules look at what is printed: figures stand in their places, Markdown marks are gone. Each
piece knows where its characters came from, so that a finding points into the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from disclosure.model.faults import Path
from disclosure.model.fields import Model
from disclosure.model.figures import Figure
from disclosure.model.notice import Notice
from disclosure.model.outline import Node, Outline
from disclosure.model.references import REFERENCE, quote

# Escapes, links, bold marks and references; what else Markdown knows is not printed as markup.
_MARKS = re.compile(
    rf"(?P<escape>\\(?=[!-/:-@\[-`{{-~]))|(?P<bold>\*\*)|(?P<open>\[(?=[^\[\]]*\]\([^()\s]*\)))"
    rf"|(?P<close>(?<=[^\\])\]\([^()\s]*\))|(?P<figure>{REFERENCE.pattern})"
)


class Role(StrEnum):
    """What a piece is on the page.

    ``LABEL`` is a word or name beside a text; rules about sentences have nothing to say of it.
    """

    TITLE = "title"
    HEADING = "heading"
    PROSE = "prose"
    ITEM = "item"
    CELL = "cell"
    DATA = "data"
    LABEL = "label"
    CONTACT = "contact"


class _Run(NamedTuple):
    """A stretch of printed text and where it comes from."""

    printed: int
    raw: int
    raw_end: int
    figure: str  # id of the metric it prints; "" for typed text


class Piece(NamedTuple):
    """One text.

    Attributes:
        path: where it stands in the notice.
        role: what it is.
        text: as printed, without marks and enumeration words.
        raw: as written.
        runs: where the printed text comes from.
        before: written texts of the same value that stand before this paragraph.
        node: the section it belongs to; None outside the tree.
    """

    path: Path
    role: Role
    text: str
    raw: str
    runs: tuple[_Run, ...]
    before: str = ""
    node: Node | None = None

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


def printed_piece(
    path: Path,
    role: Role,
    raw: str,
    figures: dict[str, Figure],
    *,
    before: str = "",
    node: Node | None = None,
) -> Piece:
    """Return the piece that ``raw`` prints."""
    if role in {Role.PROSE, Role.ITEM, Role.CELL} and any(mark in raw for mark in "{*[\\"):
        text, runs = _print(raw, figures)
        return Piece(path, role, text, raw, runs, before, node)
    return Piece(path, role, raw, raw, (), before, node)


def _print(raw: str, figures: dict[str, Figure]) -> tuple[str, tuple[_Run, ...]]:
    printed: list[str] = []
    runs: list[_Run] = []
    length = at = 0

    def add(text: str, start: int, end: int, figure: str = "") -> None:
        nonlocal length
        if text:
            runs.append(_Run(length, start, end, figure))
            printed.append(text)
            length += len(text)

    for match in _MARKS.finditer(raw):
        add(raw[at : match.start()], at, match.start())
        at = match.end()
        if match["figure"] and (figure := figures.get(match[6])):
            add(quote(figure, match[7] or "") or "", match.start(), at, match[6])
        elif match["figure"]:
            add(match[0], match.start(), at)
    add(raw[at:], at, len(raw))
    return "".join(printed), tuple(runs)


def pieces_of(notice: Notice, figures: dict[str, Figure], outline: Outline) -> tuple[Piece, ...]:
    """Return every printed text of ``notice`` in reading order."""
    return tuple(_walk(notice, figures, outline))


def _walk(notice: Notice, figures: dict[str, Figure], outline: Outline) -> Iterator[Piece]:
    yield Piece(("title",), Role.TITLE, notice.title, notice.title, ())
    yield from _values((), Role.DATA, notice, ("issuer", "source", "unit", "document_number"))
    yield from _values((), Role.LABEL, notice, ("index_number",))
    yield from _labels(("keywords",), notice.keywords)
    if notice.inspection:
        yield from _values(("inspection",), Role.LABEL, notice.inspection, ("team", "round"))
    # Words that the program brings along are known to be sound.
    yield from _values(
        ("labels",), Role.LABEL, notice.labels, sorted(notice.labels.model_fields_set)
    )
    if notice.summary:
        yield Piece(("summary",), Role.PROSE, notice.summary, notice.summary, ())
    for number, metric in enumerate(notice.metrics):
        place: Path = ("metrics", number)
        yield from _values(place, Role.DATA, metric, ("name", "period", "group", "note"))
        yield from _values(place, Role.LABEL, metric, ("id", "formula", "about", "unit"))
    yield from _paragraphs(("lead",), Role.PROSE, notice.lead, figures)
    for node in outline.nodes:
        yield from _section(node, figures)
    yield from _paragraphs(("closing",), Role.PROSE, notice.closing, figures)
    for number, attachment in enumerate(notice.attachments):
        place = ("attachments", number)
        yield from _values(place, Role.DATA, attachment, ("title",))
        yield from _values(place, Role.LABEL, attachment, ("file",))
    invitation = notice.feedback.invitation
    yield from _paragraphs(("feedback", "invitation"), Role.PROSE, invitation, figures)
    yield from _contacts(notice)
    if notice.signature:
        yield from _values(("signature",), Role.DATA, notice.signature, ("name",))


def _section(node: Node, figures: dict[str, Figure]) -> Iterator[Piece]:
    section, path = node.section, node.path
    yield from _values(path, Role.LABEL, section, ("mark", "id"), node)
    yield Piece((*path, "title"), Role.HEADING, section.title, section.title, (), "", node)
    yield from _paragraphs((*path, "body"), Role.PROSE, section.body, figures, node)
    for number, table in enumerate(section.tables):
        place = (*path, "tables", number)
        yield printed_piece((*place, "caption"), Role.DATA, table.caption, figures, node=node)
        yield from _labels((*place, "columns"), table.columns, node)
        for index, row in enumerate(table.rows):
            yield from _cells((*place, "rows", index), row, figures, node)
        yield from _values(place, Role.LABEL, table, ("note",), node)
    for name in ("measures", "progress", "outcomes"):
        texts = getattr(section, name)
        yield from _paragraphs((*path, name), Role.ITEM, texts, figures, node)
    for number, response in enumerate(section.responses):
        place = (*path, "responses", number)
        yield from _values(place, Role.LABEL, response, ("label",), node)
        yield from _paragraphs((*place, "text"), Role.PROSE, response.text or (), figures, node)
        yield from _paragraphs((*place, "items"), Role.ITEM, response.items or (), figures, node)
    yield from _values(path, Role.LABEL, section, ("leader", "department", "lead_unit"), node)


def _values(
    path: Path, role: Role, model: Model, names: Iterable[str], node: Node | None = None
) -> Iterator[Piece]:
    for name in names:
        if value := getattr(model, name):
            yield Piece((*path, name), role, value, value, (), "", node)


def _labels(path: Path, texts: Iterable[str], node: Node | None = None) -> Iterator[Piece]:
    for number, text in enumerate(texts):
        yield Piece((*path, number), Role.LABEL, text, text, (), "", node)


def _paragraphs(
    path: Path,
    role: Role,
    texts: tuple[str, ...],
    figures: dict[str, Figure],
    node: Node | None = None,
) -> Iterator[Piece]:
    before = ""
    for number, text in enumerate(texts):
        yield printed_piece((*path, number), role, text, figures, before=before, node=node)
        before += text + "\n"


def _cells(
    path: Path, cells: tuple[str, ...], figures: dict[str, Figure], node: Node
) -> Iterator[Piece]:
    for number, cell in enumerate(cells):
        yield printed_piece((*path, number), Role.CELL, cell, figures, node=node)


def _contacts(notice: Notice) -> Iterator[Piece]:
    for number, contact in enumerate(notice.contact):
        names = ("name", "person", "email", "address", "hours")
        yield from _values(("contact", number), Role.CONTACT, contact, names)
