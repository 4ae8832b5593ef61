r"""References from prose to figures: ``{id}``, ``{id.value}``, ``{id.yoy}``; to notes: ``{①}``.

A brace that is meant as a brace is written ``\{``. An opening brace that begins no reference
is a fault, so that a misspelt id is never printed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from disclosure.model.closing import placed_closing
from disclosure.model.content import Placed, ordered, placed_content
from disclosure.model.faults import Fault, Path
from disclosure.model.figures import Figure, rate_text
from disclosure.model.links import is_prose_link
from disclosure.model.lists import Items
from disclosure.model.marked import REFERENCE, read_prose
from disclosure.model.notes import (
    Definition,
    Note,
    is_note_mark,
    meant_mark,
    misplaced_marks,
    same_mark_faults,
)
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline
from disclosure.model.picture import pictures_in
from disclosure.model.table import Table
from disclosure.model.tokens import Kind, Token

_BRACE: Final = r"\{[^{}，。；、]{0,40}\}?"
# Only what names a known figure is surely meant for one.
_WIDE_BRACE: Final = r"｛\s*+([^\W\d]\w{0,39})[^｛｝{}]{0,20}[｝}]"
_IN_PLAIN_TEXT = re.compile(rf"(?<!\\){REFERENCE.pattern}")
_LONGEST_ID = 40
# Blocks with texts that are printed as they stand, and notes.
_WORDED = frozenset({"table", "picture", "pictures", "notes"})
ATTRIBUTES = ("value", "unit", "yoy", "mom", "base", "period", "name")


class Prose(NamedTuple):
    """One paragraph of prose and where it stands in the notice."""

    path: Path
    text: str


def _marked_prose(notice: Notice, outline: Outline) -> Iterator[Prose]:
    """Yield every text of the notice that has a brace or a link."""
    yield from _paragraphs(("lead",), notice.lead)
    for node in outline.nodes:
        for block in ordered(node.section):
            yield from _block_prose((*node.path, *block.path), block)
    for block in placed_content(notice.content):
        yield from _block_prose(block.path, block)
    for number, dropped in enumerate(notice.dropped):
        yield Prose(("dropped", number, "reason"), dropped.reason)
    for placed in placed_closing(notice.closing):
        if placed.kind == "text":
            yield from _paragraphs(placed.path, placed.value)
        elif placed.kind == "table":
            yield from _cells((*placed.path, "rows"), placed.value.rows)
    yield from _explained(("notes",), notice.notes)
    yield from _explained(("glossary",), notice.glossary)
    yield from _paragraphs(("feedback", "invitation"), notice.feedback.invitation)


def quote(figure: Figure, attribute: str) -> str | None:
    """Return what a reference prints; None where the figure has no such attribute."""
    metric = figure.metric
    match attribute:
        case "":
            return figure.text
        case "value":
            return figure.number
        case "unit":
            return figure.unit or None
        case "yoy":
            return None if figure.yoy is None else rate_text(figure.yoy)
        case "mom":
            return None if figure.mom is None else rate_text(figure.mom)
        case "base":
            return figure.base or None
        case "period":
            return metric.period
        case "name":
            return metric.name
        case _:
            return None


def printed_figure(token: Token, figures: Mapping[str, Figure]) -> str | None:
    """Return what a FIGURE token prints; None where neither figure nor note answers it.

    Args:
        token: from ``read_prose``.
        figures: by id.

    """
    figure = figures.get(token.value)
    if figure is None:
        return token.value if is_note_mark(token.value) and not token.more else None
    return quote(figure, token.more) or ""


def find_faults(notice: Notice, outline: Outline, figures: Mapping[str, Figure]) -> Iterator[Fault]:
    """Yield a fault for every reference that no figure answers and every link of a wrong kind."""
    names = sorted({metric.id for metric in notice.metrics})
    known = frozenset(names)
    notes: list[tuple[Path, Note]]
    notes = [(("notes", number), note) for number, note in enumerate(notice.notes)]
    yield from _misplaced(notice, outline, known, notes)
    marks = frozenset(note.mark for _, note in notes)
    yield from same_mark_faults(notes)
    prose_with_marks = tuple(_marked_prose(notice, outline))
    if marks:
        read = frozenset(prose.path for prose in prose_with_marks)
        yield from misplaced_marks(notice, marks, read)
    for prose in prose_with_marks:
        for token in read_prose(prose.text):
            match token.kind:
                case Kind.LINK if not is_prose_link(token.value):
                    value = (("value", token.value),)
                    yield Fault(prose.path, "field.link", value, token=token.written)
                case Kind.BRACE:
                    found = re.match(_BRACE, prose.text[token.start :])
                    yield _brace_fault(prose, found[0] if found else "{")
                case Kind.FIGURE if token.value in marks and not token.more:
                    pass
                case Kind.FIGURE:
                    yield from _reference_faults(prose, token, names, known, figures)
        yield from _wide_brace_faults(prose, known)


def _reference_faults(
    prose: Prose,
    token: Token,
    names: Sequence[str],
    known: frozenset[str],
    figures: Mapping[str, Figure],
) -> Iterator[Fault]:
    name, attribute = token.value, token.more
    written = prose.text[token.start : token.end]
    params: tuple[tuple[str, str], ...] = (("id", name), ("attribute", attribute))
    if name not in known and is_note_mark(name):
        yield Fault(prose.path, "note.absent", params, token=written)
    elif name not in known and not attribute and (mark := meant_mark(name)):
        params = (("value", written), ("mended", f"{{{mark}}}"))
        yield Fault(prose.path, "field.half_width", params, token=written)
    elif name not in known:
        near = get_close_matches(name[:_LONGEST_ID], names, n=1, cutoff=0.6)
        code = "reference.unknown_near" if near else "reference.unknown"
        params = (*params, *(("near", hit) for hit in near))
        yield Fault(prose.path, code, params, token=written)
    elif name in figures and quote(figures[name], attribute) is None:
        code = "reference.absent" if attribute in ATTRIBUTES else "reference.attribute"
        yield Fault(prose.path, code, params, token=written)


def _brace_fault(prose: Prose, found: str) -> Fault:
    return Fault(prose.path, "reference.brace", (("text", found),), token=found)


def _wide_brace_faults(prose: Prose, known: frozenset[str]) -> Iterator[Fault]:
    """Yield references in full-width braces."""
    if "｛" in prose.text:
        for match in re.finditer(_WIDE_BRACE, prose.text):
            if match[1] in known:
                yield _brace_fault(prose, match[0])


def _misplaced(
    notice: Notice, outline: Outline, known: frozenset[str], notes: list[tuple[Path, Note]]
) -> Iterator[Fault]:
    """Yield references in texts that are printed as they stand; add the sections' notes."""
    for prose in _plain_texts(notice, outline, notes):
        for match in _IN_PLAIN_TEXT.finditer(prose.text):
            if match[1] in known:
                yield Fault(prose.path, "reference.place", (("text", match[0]),), token=match[0])


def _plain_texts(
    notice: Notice, outline: Outline, notes: list[tuple[Path, Note]]
) -> Iterator[Prose]:
    yield Prose(("title",), notice.title)
    yield Prose(("summary",), notice.summary or "")
    for placed in placed_closing(notice.closing):
        if placed.kind == "table":
            yield from _table_words(placed.path, placed.value)
    for node in outline.nodes:
        section = node.section
        if "{" in section.title:
            yield Prose((*node.path, "title"), section.title)
        if section.content or section.tables:  # what is worded stands nowhere else
            for block in ordered(section):
                if block.kind in _WORDED:
                    yield from _block_words(node.path, block, notes)
    for block in placed_content(notice.content):
        yield from _block_words((), block, notes)


def _block_words(path: Path, block: Placed, notes: list[tuple[Path, Note]]) -> Iterator[Prose]:
    place = (*path, *block.path)
    if block.kind == "table":
        yield from _table_words(place, block.value)
    elif block.kind in {"picture", "pictures"}:
        for at, picture in pictures_in(block.kind, place, block.value):
            yield Prose((*at, "alt"), picture.alt)
            yield Prose((*at, "caption"), picture.caption or "")
    elif block.kind == "notes":
        notes += [((*place, number), note) for number, note in enumerate(block.value)]


def _block_prose(place: Path, block: Placed) -> Iterable[Prose]:
    match block.kind:
        case "text":
            return _paragraphs(place, block.value)
        case "measures" | "progress" | "outcomes":
            return _items(place, block.value)
        case "table":
            return _cells((*place, "rows"), block.value.rows)
        case "answer":
            text = _paragraphs((*place, "text"), block.value.text or ())
            return (*text, *_items((*place, "items"), block.value.items or ()))
        case "list":
            return _items((*place, "items"), block.value.items)
        case "notes" | "glossary":
            return _explained(place, block.value)
        case _:
            return ()


def _cells(path: Path, rows: tuple[tuple[str, ...], ...]) -> Iterator[Prose]:
    for number, row in enumerate(rows):
        yield from _paragraphs((*path, number), row)


def _items(path: Path, items: Items) -> list[Prose]:
    found: list[Prose] = []
    for number, item in enumerate(items):
        if isinstance(item, str):
            if _is_marked(item):
                found.append(Prose((*path, number), item))
        else:
            place = (*path, number)
            found += _paragraphs((*place, "text"), item.text)
            found += _items((*place, "items"), item.items)
            found += _paragraphs((*place, "closing"), item.closing)
    return found


def _explained(path: Path, items: Sequence[Note | Definition]) -> Iterator[Prose]:
    for number, item in enumerate(items):
        yield Prose((*path, number, "text"), item.text)


def _table_words(path: Path, table: Table) -> Iterator[Prose]:
    yield Prose((*path, "caption"), table.caption or "")
    yield Prose((*path, "note"), table.note or "")


def _paragraphs(path: Path, texts: tuple[str, ...]) -> list[Prose]:
    return [Prose((*path, n), text) for n, text in enumerate(texts) if _is_marked(text)]


def _is_marked(text: str) -> bool:
    return "{" in text or "](" in text or "｛" in text
