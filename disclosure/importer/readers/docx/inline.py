"""What stands inside a paragraph."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.xml_tree import child, unwrapped, value
from disclosure.importer.reading import SOFT_RETURN, Look, Span
from disclosure.importer.tracked import Tracked, joined


@dataclass(frozen=True, slots=True)
class Inline:
    r"""A paragraph's inside.

    Attributes:
        text: as it prints, a soft return as ``\n``.
        spans: looks and links of stretches.
        boxes: ``w:txbxContent`` anchored in it, each once, that of a choice before the fallback.
        pictures: ids of relationships, in their order.
        joins_next: its mark is deleted (or inserted) under the chosen revisions.
        gone: the whole paragraph is.

    """

    text: Tracked
    spans: tuple[Span, ...] = ()
    boxes: tuple[Element, ...] = ()
    pictures: tuple[str, ...] = ()
    joins_next: bool = False
    gone: bool = False


def read_inline(paragraph: Element, context: Context, place: str, look: Look) -> Inline:
    """Return the inside of a ``w:p``.

    Args:
        paragraph: the element.
        context: of the file.
        place: of the paragraph, for remarks.
        look: of the paragraph.

    """
    # A stand-in: runs with text only.
    texts: list[Tracked] = []
    spans: list[Span] = []
    boxes: list[Element] = []
    style = value(paragraph, "w:pPr/w:pStyle")
    length = 0
    for run in unwrapped(paragraph):
        if run.tag != "w:r":
            continue
        start = length
        for each in unwrapped(run):
            sign = {"w:t": each.text or "", "w:br": SOFT_RETURN, "w:tab": "\t"}.get(each.tag, "")
            texts.append(context.collector.keep(sign))
            length += len(sign)
            boxes.extend(each.iter("w:txbxContent"))
        face = context.styles.look_of(style, child(run, "w:rPr"))
        if length > start:
            spans.append(Span(start, length, face.look))
    return Inline(joined(texts), tuple(spans), tuple(boxes))
