"""Outlines as the importer reads them, made of plain lines; and drafts as plain values."""

import functools
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.fields.body import content_of
from disclosure.importer.reading import Block, Paragraph
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Outline
from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import number_in
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.outputs import plain_text
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.source.load import LoadedNotice, load_notice
from tests.conftest import ROOT
from tests.render.deliveries.parcels import site
from tests.yaml_writer import as_yaml

_HAN: Final = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    rf"({_HAN}、|（{_HAN}）|[0-9]{{1,2}}[.、．]|（[0-9０-９]{{1,2}}）|问题[0-9]+：|[①-⑳])"
)
_STYLES: Final = (
    MarkStyle.CHAPTER,
    MarkStyle.BRACKETED_HAN,
    MarkStyle.POINT,
    MarkStyle.COMMA,
    MarkStyle.WIDE_POINT,
    MarkStyle.BRACKETED,
    MarkStyle.PROBLEM,
    MarkStyle.CIRCLED,
)
HEAD: Final = {"title": "某某局关于整改情况的通报", "issuer": "某某局", "published": "2024-03-01"}


class Typed:
    """Gives each text its numbers, one behind the other."""

    def __init__(self) -> None:
        self.said = ""

    def text(self, text: str) -> Tracked:
        """Take a text."""
        start = len(self.said)
        self.said += text
        return Tracked.read(text, start)


class Outlined:
    """An outline of typed lines.

    Attributes:
        outline: of them.
        said: all of them.

    """

    def __init__(self, body: str, before: str = "", tables: dict[str, Block] | None = None) -> None:
        """Take the lines of a body.

        A line that begins with a mark is a heading; behind its first full stop its text begins,
        unless nothing is there. Levels are those of the marks in the order in which they come.
        A line ``[name]`` is one of ``tables``.
        """
        typed = Typed()
        levels: list[str] = []
        # Level, mark, title, run in, blocks.
        rows: list[tuple[int, Tracked, Tracked, bool, list[Block]]] = []
        for line in filter(None, (each.strip() for each in body.splitlines())):
            match = _MARK.match(line)
            if match is None:
                named = (tables or {}).get(line.strip("[]"))
                block = named if named is not None else Paragraph(typed.text(line))
                rows[-1][4].append(block)
                continue
            form = re.sub(r"[0-9０-９]+", "0", re.sub(_HAN, "一", match[1]))
            form = "①" if re.match("[①-⑳]", form) else form
            if form in levels:
                del levels[levels.index(form) + 1 :]
            else:
                levels.append(form)
            title, stop, rest = line[match.end() :].partition("。")
            blocks: list[Block] = []
            mark, named_ = typed.text(match[1]), typed.text(title + stop)
            if rest:
                blocks.append(Paragraph(typed.text(rest)))
            rows.append((len(levels), mark, named_, bool(rest), blocks))
        self.said = typed.said
        lead = tuple(Paragraph(Tracked.made(line)) for line in before.splitlines() if line)
        self.outline = Outline(lead, _headings(rows), ())


def _headings(
    rows: Sequence[tuple[int, Tracked, Tracked, bool, list[Block]]],
) -> tuple[Heading, ...]:
    found: list[Heading] = []
    at = 0
    while at < len(rows):
        level, mark, title, run_in, blocks = rows[at]
        end = at + 1
        while end < len(rows) and rows[end][0] > level:
            end += 1
        style, number = _style(mark.text)
        inner = _headings(rows[at + 1 : end])
        found.append(Heading(mark, style, number, title, run_in, (*blocks, *inner)))
        at = end
    return tuple(found)


def _style(mark: str) -> tuple[MarkStyle, int]:
    for style in _STYLES:
        if number := number_in(style, mark):
            return style, number
    if mark[:1] == "（":
        return MarkStyle.BRACKETED, 1
    return MarkStyle.NONE, 0


def plain(value: Value) -> Any:
    """Return a value as YAML would give it back."""
    if isinstance(value, Scalar):
        return str(value.text)
    if isinstance(value, Items):
        return [plain(each) for each in value.values]
    return {entry.key: plain(entry.value) for entry in value.entries}


def written(entries: Sequence[Entry], **head: Any) -> dict[str, Any]:
    """Return the whole notice as plain values."""
    return {**HEAD, **head, **plain(Fields(tuple(entries)))}


def content(body: str) -> dict[str, Any]:
    """Return the keys of a text without headings."""
    typed = Typed()
    blocks = [Paragraph(typed.text(line)) for line in body.splitlines() if line]
    found: dict[str, Any] = plain(Fields(content_of(blocks)))
    return found


def load(notice: dict[str, Any]) -> LoadedNotice:
    """Return a notice as the program reads its YAML."""
    found, diagnostics = load_notice(as_yaml(notice).encode(), PurePosixPath("draft.yaml"))
    assert found is not None, diagnostics
    return found


@functools.cache
def _renderer() -> Renderer:
    return open_renderer(site(), ROOT / "templates")


def printed(notice: dict[str, Any]) -> str:
    """Return the text of a notice behind its head, without white space."""
    found = load(notice)
    source = NoticeSource("draft", found.notice, found.figures, found.outline, {})
    text = plain_text(compose(source, _renderer()))
    _, _, rest = text.decode("utf-8-sig").split("\r\n\r\n", 2)
    return "".join(rest.split())


def account(entries: Sequence[Entry]) -> list[int]:
    """Return the numbers of all characters that the draft gives, sorted."""
    return sorted(number for number in _origins(Fields(tuple(entries))) if number >= 0)


def _origins(value: Value) -> Iterator[int]:
    if isinstance(value, Scalar):
        source = value.source if value.source is not None else value.text
        if isinstance(source, Tracked):
            yield from source.origins
    elif isinstance(value, Items):
        for each in value.values:
            yield from _origins(each)
    else:
        for entry in value.entries:
            for said in entry.said:
                yield from said.origins
            yield from _origins(entry.value)
