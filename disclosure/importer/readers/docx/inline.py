"""What stands inside a paragraph."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.emit import Emitter
from disclosure.importer.readers.docx.fields import resolve_fields
from disclosure.importer.readers.docx.hidden import hides_mark
from disclosure.importer.readers.docx.lookups import has_both_ends
from disclosure.importer.readers.docx.marked_up import settle_changes, settle_formats
from disclosure.importer.readers.docx.revisions import format_changes, is_read, mark_changes
from disclosure.importer.readers.docx.walk import walk
from disclosure.importer.readers.docx.xml_tree import child
from disclosure.importer.reading import Look, Span
from disclosure.importer.tracked import Tracked


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

    Every character of it is taken by the collector once: kept in the text, or left out or
    written otherwise with a remark. Paragraphs are read in their order, for contents and other
    fields go on from one to the next.

    Args:
        paragraph: the element.
        context: of the file.
        place: of the paragraph, for remarks.
        look: of the paragraph.

    """
    properties = child(paragraph, "w:pPr")
    mark_properties = child(properties, "w:rPr")
    mark = mark_changes(mark_properties)
    walked = walk(paragraph, context, look)
    pieces, of_fields = resolve_fields(walked.pieces, context, look.style)
    known = context.progress.told.get(id(paragraph))
    moved = any(change.kind in ("from", "to") for piece in pieces for change in piece.changes)
    lone = moved and not has_both_ends(context)
    of_changes = settle_changes(pieces, mark, context.revisions, known, lone_moves=lone)
    own_formats = [*format_changes(properties), *format_changes(mark_properties)]
    of_formats = settle_formats([*walked.formats, *((each, ()) for each in own_formats)])

    emitter = Emitter(context, place)
    for piece in pieces:
        emitter.take(piece)
    emitter.finish()
    emitter.tell([*of_changes, *of_formats, *walked.listings, *of_fields])

    text, spans = emitter.text(), emitter.spans(look)
    joins = not is_read(mark, context.revisions) or hides_mark(mark_properties)
    is_empty = not (text.text.strip() or emitter.boxes or emitter.pictures)
    return Inline(
        text,
        spans,
        tuple(emitter.boxes),
        tuple(emitter.pictures),
        joins_next=joins,
        gone=is_empty and (joins or emitter.left_out_contents),
    )
