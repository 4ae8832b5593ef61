"""Tables: head rows that come again on every page, merged cells, columns after their texts."""

from collections.abc import Iterator, Sequence
from typing import Final

from disclosure.render.deliveries.runs import runs_of
from disclosure.render.deliveries.word.paragraphs import Paragraph, Words
from disclosure.render.deliveries.word.styles import CELL, CELL_HEAD, TABLE
from disclosure.render.deliveries.word.xml import element, valued
from disclosure.render.views.fit import Fit
from disclosure.render.views.tables import CellView, TableView
from disclosure.zh.width import display_width

# In half points; that of the style is 12 pt.
_SIZES: Final = {Fit.SNUG: 21, Fit.WIDE: 21, Fit.DENSE: 18, Fit.TIGHT: 15}
_NARROWEST, _SHORT, _LONGEST, _ROOM = 2.2, 6.0, 40.0, 1.6  # in em of the table's type


def table_xml(table: TableView, width: int) -> str:
    """Return a table as wide as the text.

    Args:
        table: with its cells.
        width: in twips.

    """
    grid = tuple(_placed((*table.heads, *table.rows)))
    widths = _widths(grid, width)
    size = _SIZES.get(table.fit, 0)
    heads = len(table.heads)
    rows = (
        _row(row, widths, size, head=at < heads, tall=at >= heads and table.tall[at - heads])
        for at, row in enumerate(grid)
    )
    properties = element(
        "w:tblPr",
        None,
        valued("w:tblStyle", TABLE),
        element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
        valued("w:jc", "center"),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", {"w:val": "0420", "w:firstRow": 1, "w:lastRow": 0,
                              "w:firstColumn": 0, "w:lastColumn": 0, "w:noHBand": 0,
                              "w:noVBand": 1}),
    )  # fmt: skip
    columns = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": w}) for w in widths))
    return element("w:tbl", None, properties, columns, *rows)


# A cell where it begins, or once more in each row below that it covers; with its column.
_Place = tuple[int, CellView, bool]


def _placed(rows: Sequence[Sequence[CellView]]) -> Iterator[tuple[_Place, ...]]:
    """Yield each row with the cells that reach into it from above."""
    open_: dict[int, tuple[CellView, int]] = {}
    for row in rows:
        cells, places = iter(row), []
        column, reaching = 0, dict(open_)
        open_.clear()
        while True:
            cell, left, goes_on = None, 0, column in reaching
            if goes_on:
                cell, left = reaching[column]
            elif (cell := next(cells, None)) is not None:
                left = cell.down
            if cell is None:
                break
            places.append((column, cell, goes_on))
            if left > 1:
                open_[column] = (cell, left - 1)
            column += cell.across
        yield tuple(places)


def _widths(grid: Sequence[Sequence[_Place]], width: int) -> list[int]:
    """Return the width of each column: short texts in one line, the others share the rest."""
    columns = max(column + cell.across for row in grid for column, cell, _ in row)
    longest = [_NARROWEST] * columns
    for row in grid:
        for column, cell, _ in row:
            if cell.across == 1:
                # A head goes on in a second line before it widens its column.
                text = _ems(cell) / (2 if cell.head == "col" else 1)
                longest[column] = min(_LONGEST, max(longest[column], text))
    wanted = [each + _ROOM for each in longest]
    em = width / max(sum(wanted), 1)
    short = [each for each, text in zip(wanted, longest, strict=True) if text <= _SHORT]
    usual = 240  # twips of an em of 12 pt
    if em < usual and len(short) < columns and sum(short) * usual < width * 0.6:
        rest = (width - sum(short) * usual) / (sum(wanted) - sum(short))
        shares = [
            each * (usual if text <= _SHORT else rest)
            for each, text in zip(wanted, longest, strict=True)
        ]
    else:
        shares = [each * em for each in wanted]
    found = [int(share) for share in shares]
    found[-1] += width - sum(found)
    return found


def _ems(cell: CellView) -> float:
    lines = cell.text.striptags().split("\n") or [""]
    return max(display_width(line) for line in lines) / 2


def _row(row: Sequence[_Place], widths: Sequence[int], size: int, *, head: bool, tall: bool) -> str:
    properties = (
        "" if tall else element("w:cantSplit"),
        element("w:tblHeader") if head else "",
    )
    given = element("w:trPr", None, *properties) if any(properties) else ""
    cells = (_cell(cell, sum(widths[at : at + cell.across]), size, goes_on=goes_on)
             for at, cell, goes_on in row)  # fmt: skip
    return element("w:tr", None, given, *cells)


def _cell(cell: CellView, width: int, size: int, *, goes_on: bool) -> str:
    merged = element("w:vMerge") if goes_on else valued("w:vMerge", "restart")
    properties = element(
        "w:tcPr",
        None,
        element("w:tcW", {"w:w": width, "w:type": "dxa"}),
        valued("w:gridSpan", cell.across) if cell.across > 1 else "",
        merged if cell.down > 1 else "",
        valued("w:vAlign", "center"),
    )
    style = CELL_HEAD if cell.head == "col" else CELL
    aligned = "right" if cell.number else ""
    inside = "" if goes_on else "".join(
        Words(run.text, "", run.strong, run.em, size).xml for run in runs_of(cell.text)
    )  # fmt: skip
    return element("w:tc", None, properties, Paragraph(style, inside, aligned=aligned).xml)
