"""Drawings: the boxes, pictures and words that are anchored in a paragraph."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.pieces import Kind, Piece, Reason
from disclosure.importer.readers.docx.plain_text import TEXTS, text_of_leaf
from disclosure.importer.readers.docx.xml_tree import chosen

DRAWINGS: Final = frozenset({"w:drawing", "w:pict", "w:object"})
# Names in spaces of names that nothing else needs: their last word tells them.
_ELSEWHERE: Final = ("}chart", "}relIds")


def drawn(drawing: Element) -> Iterator[Piece]:
    """Yield what a drawing holds, each once: of alternatives, one.

    Args:
        drawing: ``w:drawing``, ``w:pict`` or ``w:object``.

    """
    waiting = [drawing]
    while waiting:
        each = waiting.pop()
        if each.tag == "mc:AlternateContent":
            waiting.extend(reversed(chosen(each)))
            continue
        if each.tag == "w:txbxContent":
            yield Piece(Kind.BOX, element=each)
            continue
        yield from _own(each)
        waiting.extend(reversed(each))


def holds_elsewhere(drawing: Element) -> bool:
    """Say whether it shows a diagram, a chart or an object whose words lie outside the text."""
    return any(
        each.tag.endswith(_ELSEWHERE) or each.tag == "o:OLEObject" for each in drawing.iter()
    )


def _own(element: Element) -> Iterator[Piece]:
    if element.tag == "a:blip" and element.get("r:embed"):
        yield Piece(Kind.PICTURE, element.get("r:embed", ""))
    elif element.tag == "v:imagedata" and element.get("r:id"):
        yield Piece(Kind.PICTURE, element.get("r:id", ""))
    elif element.tag == "v:textpath":
        text = element.get("string", "")
        yield Piece(Kind.TEXT, text, reason=Reason("import.word.watermark", {"text": text}))
    elif element.tag in TEXTS:
        text = text_of_leaf(element)
        yield Piece(Kind.TEXT, text, reason=Reason("import.word.drawn_text", {"text": text}))
