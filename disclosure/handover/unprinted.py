"""Where the characters stand that this machine cannot print, and what would help."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final
from unicodedata import category

from disclosure.diagnostics import Diagnostic, Level, in_reading_order
from disclosure.document.document import read_document
from disclosure.document.printed import printed_texts
from disclosure.source.load import LoadedNotice

# Han beyond the basic plane, for which most machines have no font.
_FAR_HAN: Final = range(0x20000, 0x40000)


def places_of(
    lost: tuple[tuple[str, str], ...], loaded: LoadedNotice, shown: PurePosixPath
) -> tuple[Diagnostic, ...]:
    """Return each character at each of its places.

    Args:
        lost: characters, with what each would be read as; empty where there is no glyph.
        loaded: the notice.
        shown: its path as diagnostics name it.

    """
    found: list[Diagnostic] = []
    for character, read in lost:
        code, params = _message_for(character, read)
        places = list(_places(character, loaded)) or [(0, 0)]
        found += [
            Diagnostic(
                shown,
                line,
                column,
                Level.WARNING,
                code,
                params,
                loaded.places.excerpt(line - 1) if line else "",
            )
            for line, column in places
        ]
    return in_reading_order(found)


def _places(character: str, loaded: LoadedNotice) -> Iterator[tuple[int, int]]:
    """Yield line and column of a character in the printed texts, then elsewhere in the file."""
    seen: set[int] = set()
    document = read_document(loaded.notice, loaded.outline)
    for text in printed_texts(document, loaded.figures):
        at = text.text.find(character)
        if at >= 0:
            start, end = text.origin(at, at + 1)
            span = loaded.places.part(text.path, text.before, text.raw, start, end)
            seen.add(span.line)
            yield span.line + 1, span.column + 1
    for number, line in enumerate(loaded.places.lines):
        if character in line and number not in seen and not line.lstrip().startswith("#"):
            yield number + 1, line.index(character) + 1


def _message_for(character: str, read: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    params = (("character", character), ("point", _point(character)))
    if read:
        return "pdf.confused", (*params, ("other", read), ("other_point", _point(read)))
    if category(character) == "Co":
        return "pdf.private", params
    return ("pdf.far_han" if ord(character) in _FAR_HAN else "pdf.no_glyph"), params


def _point(character: str) -> str:
    return f"U+{ord(character):04X}"
