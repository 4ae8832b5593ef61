"""Pieces: every printed text of a notice or a site, as a reader sees it, in reading order.

Rules look at what is printed: figures stand in their places, Markdown marks are gone. Each
piece knows where its characters came from, so that a finding points into the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from disclosure.model.faults import Path
from disclosure.model.fields import Model
from disclosure.model.figures import Figure
from disclosure.model.marked import read_prose
from disclosure.model.notice import Contact, Notice
from disclosure.model.outline import Node, Outline
from disclosure.model.references import printed_figure
from disclosure.model.site import Site
from disclosure.model.tokens import Kind, Token

_SHOWN = frozenset({Kind.TEXT, Kind.ESCAPED, Kind.BRACE})


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


_MARKED = frozenset({Role.PROSE, Role.ITEM, Role.CELL})


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
        links: the addresses that its links lead to.
        earlier: all paragraphs of the same value; all pieces share one sequence, for a value
            may have thousands.
        node: the section it belongs to; None outside the tree.
    """

    path: Path
    role: Role
    text: str
    raw: str
    runs: tuple[_Run, ...]
    earlier: Sequence[str] = ()
    node: Node | None = None
    links: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        """Written texts of the same value that stand before this paragraph."""
        return "".join(f"{text}\n" for text in self.earlier[: self.number])

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


def printed_piece(
    path: Path,
    role: Role,
    raw: str,
    figures: dict[str, Figure],
    *,
    earlier: Sequence[str] = (),
    node: Node | None = None,
) -> Piece:
    """Return the piece that ``raw`` prints."""
    if role not in _MARKED or not any(mark in raw for mark in "{*[\\"):
        return Piece(path, role, raw, raw, (), earlier, node)
    tokens = read_prose(raw)
    text, runs = _print(raw, tokens, figures)
    links = tuple(token.value for token in tokens if token.kind is Kind.LINK)
    return Piece(path, role, text, raw, runs, earlier, node, links)


def _print(
    raw: str, tokens: Iterable[Token], figures: dict[str, Figure]
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


def _printed(
    path: Path,
    role: Role,
    raw: str,
    figures: dict[str, Figure],
    *,
    earlier: Sequence[str] = (),
    node: Node | None = None,
) -> Iterator[Piece]:
    """Yield the piece that ``raw`` prints, and the titles of its links, which browsers show."""
    piece = printed_piece(path, role, raw, figures, earlier=earlier, node=node)
    yield piece
    for token in read_prose(raw) if piece.links else ():
        if token.kind is Kind.LINK and token.more:
            start = _title_start(raw, token)
            runs = (_Run(0, start, start + len(token.more), ""),)
            yield Piece(path, Role.LABEL, token.more, raw, runs, earlier, node)


def _title_start(raw: str, link: Token) -> int:
    quoted = re.compile(rf"""(["']){re.escape(link.more)}\1\s*\)""")
    found = quoted.search(raw, link.start)
    return found.start() + 1 if found else link.start


def pieces_of_site(site: Site) -> tuple[Piece, ...]:
    """Return every printed text of ``site.yaml`` in order of the model."""
    return tuple(_walk_site(site))


def _walk_site(site: Site) -> Iterator[Piece]:
    yield from _values((), Role.LABEL, site, ("name", "organizer"))
    yield from _values(("column",), Role.LABEL, site.column, ("name", "description", "type"))
    yield from _labels(("column", "keywords"), site.column.keywords)
    for number, crumb in enumerate(site.parents):
        yield from _values(("parents", number), Role.LABEL, crumb, ("name",))
    yield from _contacts(site.contact)
    for number, step in enumerate(site.review.steps if site.review else ()):
        yield from _values(("review", "steps", number), Role.LABEL, step, ("role",))


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
    yield from _contacts(notice.contact)
    if notice.signature:
        yield from _values(("signature",), Role.DATA, notice.signature, ("name",))


def _section(node: Node, figures: dict[str, Figure]) -> Iterator[Piece]:
    section, path = node.section, node.path
    yield from _values(path, Role.LABEL, section, ("mark", "id"), node)
    yield Piece((*path, "title"), Role.HEADING, section.title, section.title, (), (), node)
    yield from _paragraphs((*path, "body"), Role.PROSE, section.body, figures, node)
    for number, table in enumerate(section.tables):
        place = (*path, "tables", number)
        yield from _printed((*place, "caption"), Role.DATA, table.caption, figures, node=node)
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
            yield Piece((*path, name), role, value, value, (), (), node)


def _labels(path: Path, texts: Iterable[str], node: Node | None = None) -> Iterator[Piece]:
    for number, text in enumerate(texts):
        yield Piece((*path, number), Role.LABEL, text, text, (), (), node)


def _paragraphs(
    path: Path,
    role: Role,
    texts: tuple[str, ...],
    figures: dict[str, Figure],
    node: Node | None = None,
) -> Iterator[Piece]:
    for number, text in enumerate(texts):
        yield from _printed((*path, number), role, text, figures, earlier=texts, node=node)


def _cells(
    path: Path, cells: tuple[str, ...], figures: dict[str, Figure], node: Node
) -> Iterator[Piece]:
    for number, cell in enumerate(cells):
        yield from _printed((*path, number), Role.CELL, cell, figures, node=node)


def _contacts(contacts: Iterable[Contact]) -> Iterator[Piece]:
    for number, contact in enumerate(contacts):
        names = ("name", "person", "email", "address", "hours")
        yield from _values(("contact", number), Role.CONTACT, contact, names)
