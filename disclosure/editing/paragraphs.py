"""Paragraphs of one text of the file: changed, put in, taken out and moved line by line."""

from collections.abc import Sequence
from typing import Any

from disclosure.editing.opened import Candidate, Opened, Place, paragraphs_in, put, shared
from disclosure.editing.rewriting import rewritten
from disclosure.editing.words import with_words
from disclosure.source.document import Path
from disclosure.source.set_value import Change, set_in
from disclosure.source.whole_lines import Change as Rows
from disclosure.source.whole_lines import changed
from disclosure.source.written import UnsettableError


def set_paragraph(opened: Opened, place: Place, value: Any) -> str:
    """Return a file's text with one paragraph for another, or for several or none.

    Raises:
        UnsettableError: the value is no text, or cannot stand there.

    """
    old = paragraphs_in(opened.value(place.path))
    if not isinstance(value, str):
        raise UnsettableError("no text")
    new = paragraphs_in(value)
    wanted = [*old[: place.number], *new, *old[place.number + 1 :]]
    before = "".join(f"{each}\n" for each in old[: place.number])
    path, was = (*place.path, place.number), old[place.number]
    first: list[Candidate] = []
    if len(new) == 1:
        first.append(lambda: with_words(opened, path, before, was, new[0]))
    return _with(opened, place.path, wanted, first)


def put_paragraph(opened: Opened, path: Path, index: int, value: Any) -> str:
    """Return a file's text with a paragraph more in a text.

    A text under a key that is one paragraph becomes a list of two, as a person would write it.
    """
    old = paragraphs_in(opened.value(path))
    if not isinstance(value, str):
        return _as_list(opened, path, index, value)
    new = paragraphs_in(value)
    start = opened.document.values[path][0]
    opening = opened.lines.lines[start.line][start.column : start.column + 1]
    if len(old) < 2 and isinstance(path[-1], str) and opening not in {"|", ">"}:
        return _as_list(opened, path, index, value)
    return _with(opened, path, [*old[:index], *new, *old[index:]])


def without_paragraph(opened: Opened, place: Place) -> str | None:
    """Return a file's text without a paragraph; None where it is the whole text."""
    old = paragraphs_in(opened.value(place.path))
    if len(old) < 2:
        return None
    return _with(opened, place.path, [*old[: place.number], *old[place.number + 1 :]])


def move_paragraph(opened: Opened, place: Place, index: int) -> str:
    """Return a file's text with a paragraph in another place of its text."""
    old = paragraphs_in(opened.value(place.path))
    moved = old.pop(place.number)
    return _with(opened, place.path, [*old[:index], moved, *old[index:]])


def _as_list(opened: Opened, path: Path, index: int, value: Any) -> str:
    single = opened.value(path)
    items = [*([value] if not index else []), single, *([value] if index else [])]
    wanted = opened.copy()
    put(wanted, path, items)
    return opened.meant(
        (
            lambda: rewritten(opened, path, items, bare=True),
            lambda: rewritten(opened, path, items, bare=False),
        ),
        wanted,
    )


def _with(opened: Opened, path: Path, wanted: list[str], first: Sequence[Candidate] = ()) -> str:
    if not wanted:
        raise UnsettableError("nothing left")
    candidates = (
        *first,
        lambda: _in_block(opened, path, wanted),
        lambda: set_in(opened.lines, [Change(path, "\n".join(wanted))]),
    )
    return opened.with_paragraphs(candidates, path, wanted)


def _in_block(opened: Opened, path: Path, wanted: Sequence[str]) -> str | None:
    """Change the lines of a text behind ``|`` or ``>``, and only those that become others."""
    lines, start = opened.lines, opened.document.values[path][0]
    opening = lines.lines[start.line][start.column : start.column + 1]
    if opening not in {"|", ">"}:
        return None
    old = paragraphs_in(opened.value(path))
    spans = _spans(opened, path, folded=opening == ">")
    if len(spans) != len(old):
        return None
    apart = opening == ">" or (len(spans) > 1 and spans[1][0] > spans[0][1])
    indent = " " * _indent(lines.lines[spans[0][0]])
    kept = shared(old, wanted)
    tail = shared(old[kept:][::-1], wanted[kept:][::-1])
    middle = old[kept : len(old) - tail]
    rows: list[str] = []
    for each in wanted[kept : len(wanted) - tail]:
        rows += [""] if rows and apart else []
        # What only moves is not written anew.
        span = spans[kept + middle.index(each)] if each in middle else None
        rows += lines.lines[span[0] : span[1]] if span else [indent + each]
    change = _change(spans, kept, kept + len(middle), rows, apart=apart)
    return "\n".join(changed(lines.lines, [change]))


def _change(
    spans: Sequence[tuple[int, int]], kept: int, end: int, rows: Sequence[str], *, apart: bool
) -> Rows:
    """Return the change of the paragraphs ``[kept:end]`` to rows; gaps go and come with them."""
    if kept < end and rows:
        return Rows(spans[kept][0], spans[end - 1][1], tuple(rows))
    if kept < end:
        first = spans[kept - 1][1] if kept else spans[0][0]
        return Rows(first, spans[end - 1][1] if kept else spans[end][0], ())
    gap = ("",) if apart else ()
    if kept:
        return Rows(spans[kept - 1][1], spans[kept - 1][1], (*gap, *rows))
    return Rows(spans[0][0], spans[0][0], (*rows, *gap))


def _spans(opened: Opened, path: Path, *, folded: bool) -> list[tuple[int, int]]:
    """Return the lines of each paragraph: behind ``|`` one, behind ``>`` up to a blank one."""
    lines, start = opened.lines, opened.document.values[path][0]
    found: list[tuple[int, int]] = []
    for at in range(start.line + 1, lines.last(path) + 1):
        if not lines.lines[at].strip():
            continue
        if folded and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
