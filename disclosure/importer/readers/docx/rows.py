"""Rows and cells of tables as they stand in the XML, whatever is wrapped around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.xml_tree import WRAPPERS, child, is_on, unwrapped, value

# Of a table, which Word lets have 63 columns.
_MOST_COLUMNS: Final = 100
REVISED: Final = WRAPPERS | {"w:ins", "w:del", "w:moveFrom", "w:moveTo"}
# What prints without text of its own, or is a part of something that began elsewhere.
_SHOWING: Final = frozenset(
    {"w:drawing", "w:pict", "w:object", "w:txbxContent", "w:sym", "w:fldChar", "w:fldSimple"}
    | {"w:footnoteReference", "w:endnoteReference", "w:commentReference", "w:noBreakHyphen"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the XML: where it begins, how wide it is, and whether it goes on from above."""

    element: Element
    column: int
    columns: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the XML; ``key`` is the text of its cells, which tells a repeated one."""

    element: Element
    places: tuple[Place, ...]
    before: int
    key: tuple[str, ...]
    head: bool
    hidden: bool


def rows_of(table: Element) -> Iterator[Row]:
    """Yield the rows of a ``w:tbl``."""
    for row in unwrapped(table, REVISED):
        if row.tag == "w:tr":
            properties = child(row, "w:trPr")
            before = _count(value(properties, "w:gridBefore"), 0)
            places = tuple(_places(row, before))
            yield Row(
                element=row,
                places=places,
                before=before,
                key=tuple("".join(raw_text(each.element).split()) for each in places),
                head=is_on(properties, "w:tblHeader") or False,
                hidden=is_on(properties, "w:hidden") or False,
            )


def width_of(rows: Sequence[Row]) -> int:
    """Return the number of columns of the widest row."""
    places = (row.places[-1] for row in rows if row.places)
    return max((each.column + each.columns for each in places), default=0)


def raw_text(element: Element) -> str:
    """Return all text within, deleted text too, whatever its look."""
    return "".join(
        each.text or "" for each in element.iter() if each.tag in ("w:t", "w:delText", "m:t")
    )


def is_blank(element: Element) -> bool:
    """Say whether nothing in it shows: no text, no picture, no box."""
    return not raw_text(element).strip() and not any(
        each.tag in _SHOWING for each in element.iter()
    )


def _places(row: Element, before: int) -> Iterator[Place]:
    column = before
    last: Place | None = None
    for cell in unwrapped(row, REVISED):
        if cell.tag != "w:tc":
            continue
        properties = child(cell, "w:tcPr")
        columns = max(1, _count(value(properties, "w:gridSpan"), 1))
        merge = child(properties, "w:vMerge")
        goes_on = merge is not None and merge.get("w:val", "continue") == "continue"
        across = child(properties, "w:hMerge")
        if (
            last is not None
            and across is not None
            and across.get("w:val", "continue") == "continue"
            and is_blank(cell)
        ):
            # The old way to merge beside each other: a cell of its own that does not show.
            last = replace(last, columns=last.columns + columns)
        else:
            if last is not None:
                yield last
            last = Place(cell, column, columns, goes_on)
        column = min(column + columns, _MOST_COLUMNS)
    if last is not None:
        yield last


def _count(text: str, default: int) -> int:
    if not (text.isascii() and text.isdigit()):
        return default
    return min(int(text[:4]), _MOST_COLUMNS)
