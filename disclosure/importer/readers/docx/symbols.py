"""Characters that a page cannot take as they are: symbols, invisible ones, radicals, blanks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize
from xml.etree.ElementTree import Element

from disclosure.characters import PRIVATE, UNSEEN, is_selector
from disclosure.importer.readers.docx.symbol_fonts import is_symbol_font, shown

_BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
# Those for which Unicode names an ideograph (compatibility decomposition), and the others.
_RADICALS: Final = "\u2f00-\u2fdf\u2e9f\u2ef3"
_OTHER_RADICALS: Final = "\u2e80-\u2eff"
_UNUSUAL: Final = re.compile(
    f"(?P<blank>[{_BLANKS}]+)|(?P<hyphen>\u2011+)|(?P<soft>\u00ad+)|(?P<radical>[{_RADICALS}]+)"
    f"|(?P<other_radical>[{_OTHER_RADICALS}]+)"
    f"|(?P<private>[{PRIVATE}]+)|(?P<unseen>[{UNSEEN}])"
)
_FURTHEST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)
_OF_FONT: Final = re.compile(r"[\x21-\xff\uf020-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of characters, and what is read for it.

    Attributes:
        raw: as it stands in the file.
        becomes: what is read; the same as ``raw`` where it is kept.
        code: of the sentence that tells it; empty where there is nothing to tell.

    """

    raw: str
    becomes: str
    code: str = ""


def signs(text: str, font: str = "") -> Iterator[Sign]:
    """Yield a text in stretches, in its order; joined, their ``raw`` are the text.

    Args:
        text: of a run.
        font: of its letters, if it is a font of symbols.

    """
    if is_symbol_font(font):
        yield from _of_font(text, font)
    else:
        yield from _plain(text)


def symbol(element: Element) -> tuple[str, str]:
    """Return what stands for a ``w:sym`` in the file, and what it shows; empty if not known.

    The first is empty, too, for a code that is no character.
    """
    try:
        code = int(element.get("w:char", ""), 16)
    except ValueError:
        return "", ""
    if not 0 < code <= _FURTHEST or code in _SURROGATES:
        return "", ""
    font = element.get("w:font", "")
    return chr(code), shown(font, code) if is_symbol_font(font) else ""


def _plain(text: str) -> Iterator[Sign]:
    start = 0
    for match in _UNUSUAL.finditer(text):
        raw = match[0]
        if match.lastgroup == "unseen" and is_selector(raw):
            continue
        if start < match.start():
            yield Sign(text[start : match.start()], text[start : match.start()])
        yield _unusual(match.lastgroup or "", raw)
        start = match.end()
    if start < len(text):
        yield Sign(text[start:], text[start:])


def _unusual(kind: str, raw: str) -> Sign:
    if kind == "blank":
        return Sign(raw, " " * len(raw), "import.word.blank")
    if kind == "hyphen":
        return Sign(raw, "-" * len(raw), "import.word.no_break_hyphen")
    if kind == "soft":
        return Sign(raw, "", "import.word.soft_hyphen")
    if kind == "radical":
        return Sign(raw, normalize("NFKC", raw), "import.word.radical")
    if kind == "other_radical":
        return Sign(raw, raw, "import.word.radical_kept")
    if kind == "private":
        return Sign(raw, raw, "import.word.private")
    return Sign(raw, "", "import.word.unseen")


def _of_font(text: str, font: str) -> Iterator[Sign]:
    start = 0
    for match in _OF_FONT.finditer(text):
        sign = shown(font, ord(match[0]))
        yield from _plain(text[start : match.start()])
        start = match.end()
        if sign == match[0]:
            yield Sign(sign, sign)
        elif sign:
            yield Sign(match[0], sign, "import.word.symbol")
        else:
            yield Sign(match[0], match[0], "import.word.private")
    yield from _plain(text[start:])
