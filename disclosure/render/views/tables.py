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
    """One cell of a table.

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
        heads: its head, row by row; none where it has no head.
        rows: its body.
        fit: how it is set on paper.
        tall: for each row, whether it may go on over the page.
        shares: of each column, in percent, where measuring would take too long; else none.

    """

    caption: str
    heads: tuple[tuple[CellView, ...], ...]
    rows: tuple[tuple[CellView, ...], ...]
    note: str
    fit: Fit
    tall: tuple[bool, ...]
    shares: tuple[int, ...]
    kind: str = "table"


def view_table(table: Table, prose: ProseSetter) -> TableView:
    """Return a table as it is set on screen and on paper."""
    texts = tuple(
        tuple(prose.markup(cell.raw) if cell else Markup() for cell in row) for row in table.rows
    )
    columns = tuple(_heads(table)) if table.spans else _plain(table)
    fit = fit_of(columns, texts)
    tall = tuple(is_tall(row) for row in texts)
    cells = tuple(_laid_out(table, prose, texts, len(columns)))
    return TableView(
        caption=table.caption.raw if table.caption else "",
        heads=cells[: len(table.heads)],
        rows=cells[len(table.heads) :],
        note=table.note.raw if table.note else "",
        fit=fit,
        tall=tall,
        shares=shares_of(columns, texts) if any(tall) or fit is Fit.TIGHT else (),
    )


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


def _laid_out(
    table: Table, prose: ProseSetter, texts: tuple[tuple[Markup, ...], ...], width: int
) -> Iterator[tuple[CellView, ...]]:
    """Yield the cells of each row, those of the head first; ``texts`` are those of the body."""
    numbers = _number_columns(table, prose, width) if table.align_numbers else frozenset()
    above = len(table.heads)
    for at, row in enumerate((*table.heads, *table.rows)):
        cells = []
        for place, cell in enumerate(row):
            if cell is None:
                continue
            down, across = table.spans.get((at, place), (1, 1))
            text = escape(cell.raw) if at < above else texts[at - above][place]
            head = "col" if at < above else "row" if table.row_heads and not place else ""
            cells.append(CellView(text, head, down, across, across == 1 and place in numbers))
        yield tuple(cells)


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
