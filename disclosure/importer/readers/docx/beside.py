"""What lies beside the text in parts of its own, by id: notes and comments."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.xml_tree import children

_NAMES: Final = {"footnotes": "w:footnote", "endnotes": "w:endnote", "comments": "w:comment"}
# The lines that part notes from the text are notes of a type of their own.
_TEXT_TYPES: Final = ("", "normal")


def beside(context: Context, kind: str) -> Mapping[str, Element]:
    """Return what a part holds, by id.

    Args:
        context: of the file.
        kind: ``footnotes``, ``endnotes`` or ``comments``.

    """
    known = context.progress.beside
    if kind not in known:
        known[kind] = {
            each.get("w:id", ""): each
            for each in children(context.parts.first(kind), _NAMES[kind])
            if each.get("w:type", "") in _TEXT_TYPES
        }
    return known[kind]
