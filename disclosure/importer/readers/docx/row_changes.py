"""Revisions of whole rows of a table, told once a row."""

from collections.abc import Collection
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.readers.docx.revisions import (
    Change,
    change_of,
    format_changes,
    is_read,
    mark_changes,
)
from disclosure.importer.readers.docx.rows import REVISED
from disclosure.importer.readers.docx.xml_tree import child, children, unwrapped

_CELL_CHANGES: Final = ("w:cellIns", "w:cellDel", "w:cellMerge")


def leave_out_row(row: Element, context: Context, place: str) -> bool:
    """Say whether the chosen text lacks a row, and tell of its revision.

    Of a row that is left out, all characters are taken here.

    Args:
        row: ``w:tr``.
        context: of the file.
        place: of the row.

    """
    properties = child(row, "w:trPr")
    changes = mark_changes(properties)
    for change in changes[-1:]:
        is_deleted = change.kind == "del"
        code = "import.word.deleted_row" if is_deleted else "import.word.inserted_row"
        text = plain_text(row).strip()
        params = {"text": text, **change.params}
        if not is_read(changes, context.revisions):
            if text:
                context.collector.drop(text, code, params, place)
            else:
                context.collector.remark(code, params, place)
            return True
        context.collector.remark(code, params, place)
        context.progress.told.update((id(each), change) for each in row.iter("w:p"))
    _tell_formats(row, context, place)
    return False


def tell_strays(holder: Element, known: Collection[str], context: Context, place: str) -> None:
    """Take the text that stands in a table outside of its rows, or in a row outside of its cells.

    Word writes none, and shows none.

    Args:
        holder: ``w:tbl`` or ``w:tr``.
        known: names of what belongs there.
        context: of the file.
        place: of the table or row.

    """
    for each in unwrapped(holder, REVISED):
        text = "" if each.tag in known else plain_text(each)
        if text.strip():
            context.collector.drop(text, "import.word.unknown", {"name": each.tag}, place)


def _tell_formats(row: Element, context: Context, place: str) -> None:
    """Tell of other changes of the row and its cells: each author and day once."""
    found: dict[Change, None] = dict.fromkeys(format_changes(child(row, "w:trPr")))
    for cell in children(row, "w:tc"):
        properties = child(cell, "w:tcPr")
        found |= dict.fromkeys(format_changes(properties))
        for name in _CELL_CHANGES:
            found |= dict.fromkeys(map(change_of, children(properties, name)))
    for change in found:
        params = {"text": "", **change.params}
        context.collector.remark("import.word.reformatted", params, place)
