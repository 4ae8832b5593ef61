"""A table of the text, ready to place."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from disclosure.document.blocks import Table
from disclosure.render.prose import ProseSetter
from disclosure.render.views.fit import Fit, fit_of, is_tall, shares_of

# A number as tables hold them, with sign, thousands separators and per cent.
_NUMBER: Final = re.compile(r"[+＋−-]?\d[\d,]*(?:\.\d+)?[%％‰]?")
# What stands for none in a column of numbers.
_NO_NUMBER: Final = frozenset({"", "—", "——", "-", "－", "–", "/", "／"})


class CellView(NamedTuple):
    """One cell of a table that is more than heads above rows.

    Attributes:
        text: as it is set.
        head: ``col`` or ``row`` where it is the head of one; else empty.
        down: how many rows it takes.
        across: how many columns it takes.
        number: whether it is set to the right.

    """

    text: Markup
    head: str = ""
    down: int = 1
    across: int = 1
    number: bool = False


class TableView(NamedTuple):
    """A table of the text.

    Attributes:
        caption: empty where it has none.
        columns: heads, where they are one row and nothing is merged, else none.
        rows: cells, where they are nothing but text, else none.
        fit: how it is set on paper.
        tall: for each row, whether it may go on over the page.
        shares: of each column, in percent, where measuring would take too long; else none.
        heads: the head of any other table, row by row.
        cells: its body.

    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Markup, ...], ...]
    note: str
    fit: Fit
    tall: tuple[bool, ...]
    shares: tuple[int, ...]
    heads: tuple[tuple[CellView, ...], ...] = ()
    cells: tuple[tuple[CellView, ...], ...] = ()
    kind: str = "table"


def view_table(table: Table, prose: ProseSetter) -> TableView:
    """Return a table as it is set on screen and on paper."""
    rows = tuple(
        tuple(prose.markup(cell.raw) if cell else Markup() for cell in row) for row in table.rows
    )
    simple = len(table.heads) == 1 and not (table.spans or table.row_heads or table.align_numbers)
    columns = tuple(_heads(table)) if table.spans else _plain(table)
    fit = fit_of(columns, rows)
    tall = tuple(is_tall(row) for row in rows)
    view = TableView(
        caption=table.caption.raw if table.caption else "",
        columns=columns if simple else (),
        rows=rows if simple else (),
        note=table.note.raw if table.note else "",
        fit=fit,
        tall=tall,
        shares=shares_of(columns, rows) if any(tall) or fit is Fit.TIGHT else (),
    )
    return view if simple else _laid_out(view, table, prose, len(columns))


def _plain(table: Table) -> tuple[str, ...]:
    """Return the heads of columns where none is merged; empty ones where there is no head."""
    heads = zip(*([cell.raw if cell else "" for cell in row] for row in table.heads), strict=True)
    found = tuple(max(column, key=len) for column in heads)
    return found or tuple("" for _ in table.rows[0])


def _heads(table: Table) -> Iterator[str]:
    """Yield the longest head above each column; of one above several, each column's part."""
    width = len((*table.heads, *table.rows)[0])
    found = [""] * width
    for at, row in enumerate(table.heads):
        for place, cell in enumerate(row):
            if cell is None:
                continue
            _, across = table.spans.get((at, place), (1, 1))
            part = cell.raw[: -(-len(cell.raw) // across)]
            for column in range(place, place + across):
                found[column] = max(found[column], part, key=len)
    yield from found


def _laid_out(view: TableView, table: Table, prose: ProseSetter, width: int) -> TableView:
    numbers = _number_columns(table, prose, width) if table.align_numbers else frozenset()

    def cells(at: int) -> Iterator[CellView]:
        row, is_head = (*table.heads, *table.rows)[at], at < len(table.heads)
        for place, cell in enumerate(row):
            if cell is None:
                continue
            down, across = table.spans.get((at, place), (1, 1))
            text = escape(cell.raw) if is_head else prose.markup(cell.raw)
            head = "col" if is_head else "row" if table.row_heads and not place else ""
            number = across == 1 and place in numbers
            yield CellView(text, head, down, across, number)

    every = tuple(tuple(cells(at)) for at in range(len(table.heads) + len(table.rows)))
    return view._replace(heads=every[: len(table.heads)], cells=every[len(table.heads) :])


def _number_columns(table: Table, prose: ProseSetter, width: int) -> frozenset[int]:
    """Return the columns that hold nothing but numbers, and some."""
    found = set()
    for place in range(int(table.row_heads), width):
        texts = [prose.plain(cell.raw).strip() for row in table.rows if (cell := row[place])]
        if any(map(_NUMBER.fullmatch, texts)) and all(map(_is_number, texts)):
            found.add(place)
    return frozenset(found)


def _is_number(text: str) -> bool:
    return text in _NO_NUMBER or _NUMBER.fullmatch(text) is not None
