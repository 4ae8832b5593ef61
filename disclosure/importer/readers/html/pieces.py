"""A line while it is gathered: pieces of text with their look, blanks as a browser shows them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from unicodedata import east_asian_width

from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.reading import SOFT_RETURN, Look, Paragraph, Span
from disclosure.importer.tracked import Tracked, joined

# No-break blanks are no blanks to a browser.
_RUNS: Final = re.compile("[ \t\n\r\f]+|[^ \t\n\r\f]+")
_WHITE: Final = " \t\n\r\f"
_INDENT: Final = re.compile("[\u3000]|[\u00a0]{2}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line.

    Attributes:
        text: of one element.
        look: how it is set.
        link: where it leads, if that is a place that can be named.
        code: why it is not shown, and dropped.
        is_break: whether the line breaks here.
        leads: whether it is a link of any kind.

    """

    text: str
    look: Look
    link: str = ""
    code: str = ""
    is_break: bool = False
    leads: bool = False


def as_shown(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces with blanks run together; a line end between Han characters is none."""
    shown: list[Piece] = []
    pending, last = "", ""
    for piece in pieces:
        if piece.is_break or piece.code:
            pending, last = ("", "") if piece.is_break else (pending, last)
            shown.append(piece)
            continue
        parts: list[str] = []
        for run in _RUNS.findall(piece.text):
            if run[0] in _WHITE:
                pending = pending or run
                continue
            if pending and last and not ("\n" in pending and _wide(last) and _wide(run[0])):
                parts.append(" ")
            parts.append(run)
            pending, last = "", run[-1]
        if parts:
            shown.append(replace(piece, text="".join(parts)))
    return shown


def split_lines(pieces: list[Piece], *, whole: bool) -> list[list[Piece]]:
    """Return the pieces as the lines that stand for paragraphs.

    Args:
        pieces: of a block.
        whole: whether the block is a paragraph of its own, in which one break is a soft return
            unless the next line is indented; else every break parts paragraphs.

    """
    lines: list[list[Piece]] = [[]]
    for at, piece in enumerate(pieces):
        if not piece.is_break:
            lines[-1].append(piece)
        elif whole and not _parts(pieces, at):
            lines[-1].append(replace(piece, text=SOFT_RETURN))
        else:
            lines.append([])
    return [line for line in lines if line]


def _parts(pieces: list[Piece], at: int) -> bool:
    if at + 1 >= len(pieces) or at == 0:
        return True
    following = pieces[at + 1]
    if following.is_break or pieces[at - 1].is_break:
        return True
    return _INDENT.match(following.text) is not None


def text_of(pieces: Iterable[Piece]) -> str:
    """Return what of the pieces is shown."""
    return "".join(piece.text for piece in pieces if not piece.code)


def take(pieces: list[Piece], collector: Collector, place: str, mark: str = "") -> Paragraph:
    """Take a line that goes on, as a paragraph with the look that most of it has."""
    taken: list[tuple[Tracked, Piece]] = []
    for piece in pieces:
        if piece.code:
            collector.drop(piece.text, piece.code, {"text": piece.text.strip()[:40]}, place)
        elif piece.is_break:
            taken.append((Tracked.made(piece.text), piece))
        else:
            taken.append((fold(piece.text, collector, place), piece))
    whole = joined([text for text, _ in taken])
    text = whole.strip()
    cut = len(whole.text) - len(whole.text.lstrip())
    look = _main_look(taken)
    spans: list[Span] = []
    at = -cut
    for part, piece in taken:
        start, end = max(0, at), min(at + len(part), len(text))
        at += len(part)
        if start < end and not piece.is_break and (piece.link or piece.look != look):
            spans.append(Span(start, end, piece.look, piece.link))
    return Paragraph(text, look, mark, place, tuple(spans))


def _main_look(taken: list[tuple[Tracked, Piece]]) -> Look:
    lengths: dict[Look, int] = {}
    for text, piece in taken:
        lengths[piece.look] = lengths.get(piece.look, 0) + len(text.text.strip())
    return max(lengths, key=lambda look: lengths[look], default=Look())


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
