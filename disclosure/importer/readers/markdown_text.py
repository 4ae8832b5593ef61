"""A Markdown file: its headings, tables and emphasis; typed marks stay as they are typed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.decoding import decode
from disclosure.importer.readers.options import refuse_cells, refuse_characters
from disclosure.importer.readers.plain import join_lines, tell_encoding
from disclosure.importer.readers.wrapping import continued
from disclosure.importer.reading import Block, Cell, Look, Paragraph, Reading, Span, Table
from disclosure.importer.tracked import Tracked, joined

_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})[ \t]+")
_HEADING_END: Final = re.compile(r"[ \t]+#+[ \t]*$")
# A number before a text is a mark of the notice as well as of a list, and stays.
_SIGN: Final = re.compile(r"\s*(?:[-*+][ \t]+|>[ \t]?)+")
_RULE: Final = re.compile(r"\s{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE: Final = re.compile(r"\s{0,3}(?:=+|-{3,})[ \t]*$")
_FENCE: Final = re.compile(r"\s{0,3}(?:```|~~~)")
_DIVIDER: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BAR: Final = re.compile(r"(?<!\\)\|")
# Signs within a line, each tried once at its place; no star is looked for beyond the line.
_INLINE: Final = re.compile(
    r"\\[\\`*_{}\[\]()#+\-.!|>]|\*{1,3}|_{1,3}|~~|`+|!?\[[^\[\]\n]{0,200}\]\([^()\s]{0,500}\)"
    r"|<br\s{0,3}/?>"
)
_LINK: Final = re.compile(r"(!?)\[([^\[\]]*)\]\(([^()\s]*)\)")


def read_markdown(data: bytes) -> Reading:
    """Return the blocks of a Markdown file.

    A line is a paragraph, as clerks write, unless the file is broken at one width throughout.

    Raises:
        ImportRefusedError: the bytes fit no encoding, or hold tables of too many cells.

    """
    decoded = decode(data)
    collector = Collector()
    tell_encoding(decoded, collector)
    refuse_characters(len(decoded.text))
    # Rows of one cell have two bars for each: twice as many are too many for certain.
    refuse_cells(decoded.text.count("|") // 2)
    lines = decoded.text.split("\n")
    reader = _Reader(lines, collector)
    at = _behind_matter(lines, collector)
    while at < len(lines):
        at = reader.block(at)
    return Reading("md", collector.characters, tuple(reader.blocks), collector.remarks)


def _behind_matter(lines: Sequence[str], collector: Collector) -> int:
    """Drop the fields that some programs write at the head of a file."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    end = next((n for n, line in enumerate(lines[1:60], 1) if line.rstrip() == "---"), 0)
    for line in lines[: end + 1] if end else ():
        _drop(line, collector, "第1行")
    return end + 1 if end else 0


def _drop(text: str, collector: Collector, place: str) -> None:
    if text.strip():
        collector.drop(text, "import.file.markup", {"text": text.strip()[:40]}, place)


class _Reader:
    def __init__(self, lines: list[str], collector: Collector) -> None:
        self.blocks: list[Block] = []
        self._lines = lines
        self._collector = collector
        self._goes_on = continued(lines)
        self._in_fence = False

    def block(self, at: int) -> int:
        """Take what begins on a line; return the line behind it."""
        line, place = self._lines[at], f"第{at + 1}行"
        if _FENCE.match(line):
            self._in_fence = not self._in_fence
            _drop(line, self._collector, place)
            return at + 1
        if not self._in_fence:
            if _RULE.match(line):
                _drop(line, self._collector, place)
                return at + 1
            following = self._lines[at + 1] if at + 1 < len(self._lines) else ""
            if "|" in line and "|" in following and _DIVIDER.match(following):
                return self._table(at)
            heading = _HEADING.match(line)
            if heading:
                self._heading(line, heading, place)
                return at + 1
            if line.strip() and _UNDERLINE.match(following) and not _SIGN.match(line):
                level = 1 if "=" in following else 2
                self._paragraph([line], at, Look(f"h{level}", level, bold=True))
                _drop(following, self._collector, f"第{at + 2}行")
                return at + 2
        first = at
        while self._goes_on[at] and not self._in_fence and not _SIGN.match(self._lines[at + 1]):
            at += 1
        self._paragraph(self._lines[first : at + 1], first, Look())
        return at + 1

    def _heading(self, line: str, found: re.Match[str], place: str) -> None:
        end = _HEADING_END.search(line, found.end())
        level = len(found[1])
        _drop(line[: found.end()], self._collector, place)
        body = line[found.end() : end.start() if end else len(line)]
        text, spans = self._inline(body, place, Look(f"h{level}", level, bold=True))
        if end:
            _drop(line[end.start() :], self._collector, place)
        self._add(text, spans, Look(f"h{level}", level, bold=True), place)

    def _paragraph(self, lines: Sequence[str], number: int, look: Look) -> None:
        place = f"第{number + 1}行"
        taken: list[tuple[Tracked, tuple[Span, ...]]] = []
        for offset, line in enumerate(lines):
            sign = _SIGN.match(line)
            if sign and not self._in_fence:
                _drop(sign[0], self._collector, place)
                line = line[sign.end() :]
            if self._in_fence:
                taken.append((fold(line, self._collector, place), ()))
            else:
                taken.append(self._inline(line, f"第{number + offset + 1}行", look))
        if len(taken) == 1:
            self._add(*taken[0], look, place)
        else:
            self._add(join_lines([text.strip() for text, _ in taken]), (), look, place)

    def _add(self, text: Tracked, spans: tuple[Span, ...], look: Look, place: str) -> None:
        cut = len(text.text) - len(text.text.lstrip())
        text = text.strip()
        if text.text:
            self.blocks.append(Paragraph(text, look, place=place, spans=_moved(spans, cut, text)))

    def _table(self, at: int) -> int:
        place = f"第{at + 1}行"
        rows = [self._row(self._lines[at], place)]
        _drop(self._lines[at + 1], self._collector, place)
        at += 2
        while at < len(self._lines) and "|" in self._lines[at]:
            rows.append(self._row(self._lines[at], f"第{at + 1}行"))
            at += 1
        self.blocks.append(Table(tuple(rows), 1, place))
        return at

    def _row(self, line: str, place: str) -> tuple[Cell, ...]:
        bars = [match.start() for match in _BAR.finditer(line)]
        edges = [-1, *bars, len(line)]
        cells: list[Cell] = []
        for number, (start, end) in enumerate(pairwise(edges)):
            part = line[start + 1 : end]
            outer = number == 0 or end == len(line)
            if part.strip() or not outer:
                text, spans = self._inline(part, place, Look())
                cut = len(text.text) - len(text.text.lstrip())
                text = text.strip()
                inner = (Paragraph(text, place=place, spans=_moved(spans, cut, text)),)
                cells.append(Cell(inner if text.text else ()))
            _drop(line[end : end + 1], self._collector, place)
        return tuple(cells)

    def _inline(self, line: str, place: str, look: Look) -> tuple[Tracked, tuple[Span, ...]]:
        """Take a line without its signs; what stands between stars is bold or nothing."""
        paired = _paired(line)
        parts: list[Tracked] = []
        spans: list[Span] = []
        length = done = 0
        bold_from: int | None = None
        for match in _INLINE.finditer(line):
            kept = fold(line[done : match.start()], self._collector, place)
            parts.append(kept)
            length += len(kept)
            part, link = self._sign(match, place, paired)
            if match[0] in {"**", "__", "***"} and match.start() in paired:
                if bold_from is None:
                    bold_from = length
                else:
                    spans.append(Span(bold_from, length, replace(look, bold=True)))
                    bold_from = None
            if link:
                spans.append(Span(length, length + len(part), look, link))
            parts.append(part)
            length += len(part)
            done = match.end()
        parts.append(fold(line[done:], self._collector, place))
        return joined(parts), tuple(span for span in spans if span.start < span.end)

    def _sign(self, match: re.Match[str], place: str, paired: set[int]) -> tuple[Tracked, str]:
        sign = match[0]
        if sign.startswith("\\"):
            _drop("\\", self._collector, place)
            return fold(sign[1:], self._collector, place), ""
        if sign.startswith("<br"):
            _drop(sign, self._collector, place)
            return Tracked.made("\n"), ""
        link = _LINK.fullmatch(sign)
        if link:
            return self._link(link, place)
        if match.start() in paired:
            _drop(sign, self._collector, place)
            return Tracked(), ""
        return fold(sign, self._collector, place), ""

    def _link(self, link: re.Match[str], place: str) -> tuple[Tracked, str]:
        picture, text, target = link.groups()
        if picture:
            _drop(link[0], self._collector, place)
            self._collector.remark("import.file.picture_absent", {"src": target[:80]}, place)
            return Tracked(), ""
        _drop("[", self._collector, place)
        kept = fold(text, self._collector, place)
        _drop(f"]({target})", self._collector, place)
        return kept, target


def _paired(line: str) -> set[int]:
    """Return where signs of emphasis stand that have a partner of the same length."""
    waiting: dict[str, int] = {}
    found: set[int] = set()
    for match in _INLINE.finditer(line):
        sign = match[0]
        if sign[0] not in "*_~`":
            continue
        # 5*3 and a_b are no emphasis: an opening sign stands before what it marks.
        if sign in waiting:
            found |= {waiting.pop(sign), match.start()}
        elif line[match.end() : match.end() + 1].strip() and not _within_word(line, match):
            waiting[sign] = match.start()
    return found


def _within_word(line: str, match: re.Match[str]) -> bool:
    around = line[max(0, match.start() - 1) : match.start()] + line[match.end() : match.end() + 1]
    return len(around) == 2 and around.isascii() and around.isalnum()


def _moved(spans: tuple[Span, ...], cut: int, text: Tracked) -> tuple[Span, ...]:
    moved = [
        replace(span, start=max(0, span.start - cut), end=min(len(text), span.end - cut))
        for span in spans
    ]
    return tuple(span for span in moved if span.start < span.end)
