"""Tables: head rows that come again on every page, merged cells, columns after their texts."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final, NamedTuple

from disclosure.render.deliveries.word.paragraphs import Paragraph, looks_of
from disclosure.render.deliveries.word.styles import CELL, CELL_HEAD, TABLE
from disclosure.render.deliveries.word.xml import element, valued
from disclosure.render.views.fit import Fit
from disclosure.render.views.tables import CellView, TableView
from disclosure.zh.width import display_width

# In half points; that of the style is 12 pt.
_SIZES: Final = {Fit.SNUG: 21, Fit.WIDE: 21, Fit.DENSE: 18, Fit.TIGHT: 15}
_USUAL: Final = 24
_NARROWEST, _HEAD, _SHORT, _LONGEST = 2.2, 4.0, 5.0, 60.0  # in em of the table's type
_LATIN: Final = 0.6  # of digits where the font is another than Han's
_PADDING: Final = 230  # twips beside the text of a cell, and a little air
_ROUNDS: Final = 40  # each halves the error


def table_xml(table: TableView, width: int) -> str:
    """Return a table as wide as the text.

    Args:
        table: with its cells.
        width: in twips.

    """
    grid = tuple(_placed((*table.heads, *table.rows)))
    size = _SIZES.get(table.fit, 0)
    widths = _widths(grid, width, size)
    last = len(grid) - 1 if table.note else -1
    heads = len(table.heads)
    looks = (
        # The last row stays on the page of the table's note.
        _RowLook(size, at < heads, at >= heads and table.tall[at - heads], at == last)
        for at in range(len(grid))
    )
    rows = (_row(row, widths, look) for row, look in zip(grid, looks, strict=True))
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


def _widths(grid: Sequence[Sequence[_Place]], width: int, size: int) -> list[int]:
    """Return the width of each column: short texts in one line, the others share the rest.

    What has no room is as wide as the root of its length, so that a long text gets more lines
    and more width than a shorter one.
    """
    columns = max(column + cell.across for row in grid for column, cell, _ in row)
    longest = [_NARROWEST] * columns
    for row in grid:
        for column, cell, _ in row:
            if cell.across == 1:
                longest[column] = min(_LONGEST, max(longest[column], _ems(cell)))
    em = (size or _USUAL) * 10  # half points to twips
    wanted = [each * em + _PADDING for each in longest]
    if sum(wanted) <= width:
        shares = [each * width / sum(wanted) for each in wanted]
    else:
        least = [min(each, _SHORT * em + _PADDING) for each in wanted]
        if sum(least) > width:
            least = [0.0] * columns
        low, high = 0.0, float(width)
        for _ in range(_ROUNDS):
            root = (low + high) / 2
            enough = sum(_shares(wanted, least, root)) > width
            low, high = (low, root) if enough else (root, high)
        shares = _shares(wanted, least, low)
    found = [int(share) for share in shares]
    found[-1] += width - sum(found)
    return found


def _shares(wanted: Sequence[float], least: Sequence[float], root: float) -> list[float]:
    pairs = zip(wanted, least, strict=True)
    return [max(small, min(each, root * sqrt(each))) for each, small in pairs]


def _ems(cell: CellView) -> float:
    """Return how wide a cell would be in one line; a head goes on in a second line."""
    lines = cell.text.striptags().split("\n") or [""]
    found = max(display_width(line) * (_LATIN if line.isascii() else 0.5) for line in lines)
    return found / 2 if cell.head == "col" and found > _HEAD else found


class _RowLook(NamedTuple):
    """What is said of a row: its type's size, and how it stands at the end of a page."""

    size: int
    head: bool
    tall: bool
    held: bool


def _row(row: Sequence[_Place], widths: Sequence[int], look: _RowLook) -> str:
    properties = (
        "" if look.tall else element("w:cantSplit"),
        element("w:tblHeader") if look.head else "",
    )
    given = element("w:trPr", None, *properties) if any(properties) else ""
    cells = (_cell(cell, sum(widths[at : at + cell.across]), look, goes_on=goes_on)
             for at, cell, goes_on in row)  # fmt: skip
    return element("w:tr", None, given, *cells)


def _cell(cell: CellView, width: int, look: _RowLook, *, goes_on: bool) -> str:
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
    words = () if goes_on else looks_of(cell.text, look.size)
    inside = "".join(each.xml for each, _ in words)
    return element(
        "w:tc", None, properties, Paragraph(style, inside, keep_next=look.held, aligned=aligned).xml
    )
