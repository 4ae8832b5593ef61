"""Pictures of a paragraph: their bytes out of the file, and what is said of them."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.reading import Picture


def read_pictures(
    paragraph: Element, ids: tuple[str, ...], context: Context, place: str
) -> Iterator[Picture]:
    """Yield the pictures of these relationships; one that is not in the file is listed instead."""
    if not ids:
        return
    said = _said_of(paragraph)
    related = context.parts.relations(context.part or context.parts.main)
    for each in ids:
        relation = related.get(each)
        if relation is not None and relation.external:
            # Told with all else that lies outside.
            continue
        data = context.parts.picture(relation.target) if relation else None
        if relation is None or data is None:
            context.collector.remark("import.word.picture_missing", {}, place)
        else:
            suffix = posixpath.splitext(relation.target)[1].lower()
            yield Picture(data, suffix, said.get(each, ""), place)


def _said_of(paragraph: Element) -> dict[str, str]:
    """Return the descriptions, by the id of the picture's relationship."""
    found: dict[str, str] = {}
    for drawing in paragraph.iter("w:drawing"):
        words = next((each.get("descr", "") for each in drawing.iter("wp:docPr")), "")
        for blip in drawing.iter("a:blip"):
            found.setdefault(blip.get("r:embed", ""), words)
    for picture in paragraph.iter("v:shape"):
        for image in picture.iter("v:imagedata"):
            found.setdefault(image.get("r:id", ""), picture.get("alt", ""))
    return found
