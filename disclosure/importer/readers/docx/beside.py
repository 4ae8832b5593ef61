"""What lies beside the text in parts of its own, by id: notes and comments."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.xml_tree import children

_NAMES: Final = {"footnotes": "w:footnote", "endnotes": "w:endnote", "comments": "w:comment"}
_PARAGRAPH: Final = "w14:paraId"
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


def is_settled(comment: Element, context: Context) -> bool:
    """Say whether a comment, or the one that it answers, is marked as done.

    Args:
        comment: ``w:comment``; Word knows it by the id of its last paragraph.
        context: of the file.

    """
    known = context.progress.settled
    if known is None:
        known = context.progress.settled = _settled(context.parts.first("commentsExtended"))
    last = [each.get(_PARAGRAPH, "") for each in children(comment, "w:p")][-1:]
    return bool(last) and last[0] in known


def _settled(root: Element | None) -> frozenset[str]:
    states = list(children(root, "w15:commentEx"))
    done = {
        each.get("w15:paraId", "")
        for each in states
        if each.get("w15:done", "0").lower() in ("1", "true", "on")
    }
    answers = {
        each.get("w15:paraId", "") for each in states if each.get("w15:paraIdParent", "") in done
    }
    return frozenset((done | answers) - {""})
