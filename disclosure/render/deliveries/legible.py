"""Whether a PDF says what was set: a glyph for every character, and the way back to it.

A font without a character shows a box, and several such characters share one: whoever copies,
searches or listens gets the first of them for all. The same happens, without any box, where a
font draws two characters with one glyph (豈 U+8C48 and U+F900). Both change names in silence,
so what the finished pages show is compared with what was set on them, to the character.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import category

from disclosure.errors import UnprintableError

_FONT = re.compile(rb"/(\S+) \S+ Tf")
_TEXT = re.compile(r"(?<=>)[^<]+")
_GLYPHS = re.compile(rb"<([0-9a-f]*)>")
# Characters that only choose the form of the one before them leave no glyph of their own.
_FORMS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_WITHOUT_GLYPH = {"Cf", "Cc", "Zs", "Zl", "Zp"}


def refuse_illegible(document: Any, pdf: Any) -> None:
    """Look through a document right before it is written; a finisher of WeasyPrint's.

    Args:
        document: of WeasyPrint, drawn.
        pdf: of pydyf, complete but for its trailer.

    Raises:
        UnprintableError: a character has no glyph, or would be read as another one.

    """
    absent = {chr(code) for font in document.fonts.values() for code in font.missing}
    if absent:
        raise UnprintableError(tuple((each, "") for each in sorted(absent)))
    confused: dict[str, str] = {}
    for text, shown in zip(_set_texts(document), _shown_texts(document, pdf), strict=True):
        for wanted, read in _confusions(text, shown):
            confused.setdefault(wanted, read)
    if confused:
        raise UnprintableError(tuple(sorted(confused.items())))


def set_apart(html: str, confused: Iterable[str]) -> str:
    """Return a page with each of these characters in a font of its own, so that it is read back.

    A PDF knows one character for a glyph of a font; the same font under another description is
    another one. An axis that no font has changes nothing that is seen.

    Args:
        html: of the project's own template, whose attributes hold no content.
        confused: characters that would be read as others.

    """
    own = {
        character: f"<span style=\"font-variation-settings: 'DNCH' {number}\">{character}</span>"
        for number, character in enumerate(confused, 1)
    }
    letters = re.compile("[" + "".join(map(re.escape, own)) + "]")
    head, tag, body = html.partition("<body>")
    texts = _TEXT.sub(lambda text: letters.sub(lambda found: own[found[0]], text[0]), tag + body)
    return head + texts


def _set_texts(document: Any) -> Iterator[str]:
    """Yield the texts of each page as they were laid out."""
    for page in document.pages:
        boxes = page._page_box.descendants()  # noqa: SLF001 - nothing public knows the lines
        yield _stripped(box.text for box in boxes if hasattr(box, "pango_layout"))


def _shown_texts(document: Any, pdf: Any) -> Iterator[str]:
    """Yield the texts of each page as a reader gets them back from the glyphs."""
    fonts = {font.hash.encode(): font for font in document.fonts.values()}
    pages = [each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/Page"]
    for page in pages:
        content = pdf.objects[int(page["Contents"].split()[0])]
        yield _stripped(_decoded(content.stream, fonts))


def _decoded(stream: Iterable[object], fonts: dict[bytes, Any]) -> Iterator[str]:
    font, text = None, ""
    for operation in stream:
        if not isinstance(operation, bytes):
            continue
        if found := _FONT.fullmatch(operation):
            font = fonts[found[1]]
        elif operation == b"BT":
            text = ""
        elif operation == b"ET":
            yield text
        elif operation.endswith(b"TJ") and font is not None:
            text += "".join(_read(glyphs, font) for glyphs in _GLYPHS.findall(operation))


def _read(glyphs: bytes, font: Any) -> str:
    width = 2 if font.bitmap else 4
    numbers = (int(glyphs[at : at + width], 16) for at in range(0, len(glyphs), width))
    return "".join(font.to_unicode.get(number, "") for number in numbers)


def _stripped(texts: Iterable[str]) -> str:
    """Return the texts in one, without what has no glyph."""
    whole = _FORMS.sub("", "".join(texts))
    return "".join(c for c in whole if category(c) not in _WITHOUT_GLYPH)


def _confusions(wanted: str, read: str) -> Iterator[tuple[str, str]]:
    """Yield each character that does not come back as often, and what comes in its place."""
    short = Counter(wanted) - Counter(read)
    if len(wanted) == len(read):
        # Only what is short: from right to left, glyphs stand in another order.
        pairs = zip(wanted, read, strict=True)
        yield from ((a, b) for a, b in pairs if a != b and a in short)
    else:
        yield from ((each, "") for each in short)
