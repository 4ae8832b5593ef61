"""The rows of a table as problems: merged rows are one, heads that come again and sums are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.ledger.head import Grid, Head
from disclosure.importer.ledger.names import BASE, PROBLEM, SLUG, TAKEN
from disclosure.importer.ledger.sheets import Cell
from disclosure.model.ledger_columns import LedgerField

_SUM: Final = re.compile(r"(?:合计|小计|总计|填表|制表|注|备注|说明)(?:$|[\s:：人单])")
_MOST: Final = 5_000


@dataclass(slots=True)
class Record:
    """A problem as the table has it.

    Attributes:
        sheet: name of the sheet.
        row: the first of its rows, as the program shows it, from 1.
        title: of the problem.
        cells: what its rows say of each kind, each different cell once.
        slug: notice, by the hidden column.
        anchor: the problem's id, by the hidden column.
        base: what the notice said when the table was written, by the hidden column.

    """

    sheet: str
    row: int
    title: str
    cells: dict[LedgerField, list[Cell]] = field(default_factory=dict)
    slug: str = ""
    anchor: str = ""
    base: str = ""


def records_of(grid: Grid, head: Head, title: int) -> Iterator[Record]:
    """Yield the problems of a sheet.

    Args:
        grid: the sheet.
        head: its head.
        title: the column with the problem's name, for there may be several.

    """
    current: Record | None = None
    held: object = None
    count = 0
    for row in grid.rows:
        if row <= head.rows[-1] or _is_no_problem(grid, head, row, title):
            continue
        own = grid.text(row, title)
        hidden = _hidden(grid, head, row)
        merged = grid.merged(row, title)
        same = merged is not None and merged == held
        goes_on = not own and not any(hidden)
        if current is not None and (same or goes_on):
            _add(current, grid, head, row)
            continue
        if current is not None:
            yield current
        current = None
        if goes_on:
            continue
        count += 1
        if count > _MOST:
            raise ImportRefusedError("ledger.large")
        current, held = Record(grid.sheet.name, row + 1, own, {}, *hidden), merged
        _add(current, grid, head, row)
    if current is not None:
        yield current


def _is_no_problem(grid: Grid, head: Head, row: int, title: int) -> bool:
    number = next(iter(head.columns.get(LedgerField.NUMBER, ())), title)
    if _SUM.match(grid.text(row, number)) or _SUM.match(grid.text(row, title)):
        return True
    if grid.text(row, title) == grid.text(head.rows[-1], title):
        return True  # the head again, as on the next page
    merged = grid.merged(row, title)
    if merged is None:
        return False
    # A heading between problems lies over most of the table.
    known = {column for columns in head.columns.values() for column in columns}
    covered = sum(1 for column in known if merged.left <= column <= merged.right)
    return len(known) > 1 and covered > len(known) // 2


def _hidden(grid: Grid, head: Head, row: int) -> tuple[str, str, str]:
    def text(name: str) -> str:
        column = head.hidden.get(name)
        return grid.text(row, column) if column is not None else ""

    return text(SLUG), text(PROBLEM), text(BASE)


def _add(record: Record, grid: Grid, head: Head, row: int) -> None:
    for kind in TAKEN:
        columns = head.columns.get(kind, ())
        cell = next((found for at in columns[:1] if (found := grid.cell(row, at))), None)
        cells = record.cells.setdefault(kind, []) if columns else []
        if cell is not None and (cell.text or cell.formula) and cell not in cells:
            cells.append(cell)
