"""Where the head of a table is, and which of its columns is what."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from disclosure.importer.ledger.names import BASE, HIDDEN, Names
from disclosure.importer.ledger.sheets import Cell, Merged, Sheet
from disclosure.model.ledger_columns import LedgerField

_LOOKED_AT: Final = 30  # rows that say something, from the top
_WIDEST: Final = 200
_LEAST: Final = 2


class Grid:
    """A sheet's cells, each of those that are one with the text of their first."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = sheet.rows()
        # By column: the merged cells that cover it, by their first row. A table is never so wide
        # as a sheet may claim that its cells are.
        self._over: dict[int, list[tuple[int, Merged]]] = defaultdict(list)
        for each in sheet.merged:
            for column in range(each.left, min(each.right, _WIDEST) + 1):
                self._over[column].append((each.top, each))
        for found in self._over.values():
            found.sort(key=lambda each: each[0])

    def merged(self, row: int, column: int) -> Merged | None:
        """Return the cells that a place is one with; None where it stands alone."""
        found = self._over.get(column)
        if not found:
            return None
        at = bisect_right(found, row, key=lambda each: each[0]) - 1
        if at < 0:
            return None
        each = found[at][1]
        return each if row <= each.bottom else None

    def cell(self, row: int, column: int) -> Cell | None:
        """Return what a place says; None where it says nothing."""
        own = self.sheet.cells.get((row, column))
        if own is not None:
            return own
        merged = self.merged(row, column)
        return self.sheet.cells.get((merged.top, merged.left)) if merged else None

    def text(self, row: int, column: int) -> str:
        """Return what a place says, as text."""
        cell = self.cell(row, column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table.

    Attributes:
        rows: its rows, one or two.
        columns: of each kind, those with such a name, the preferred first.
        hidden: the columns that only programs read, by name.
        names: what each of all these columns is called.

    """

    rows: tuple[int, ...]
    columns: dict[LedgerField, tuple[int, ...]]
    hidden: dict[str, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)


def head_of(grid: Grid, names: Names) -> Head | None:
    """Return the head of a sheet's table; None where no row names a problem and what is known."""
    best: tuple[int, Head] | None = None
    for row in grid.rows[:_LOOKED_AT]:
        rows: list[tuple[int, ...]] = [(row,)]
        if _spans(grid, row):
            rows.append((row, row + 1))
        for each in rows:
            found = _read(grid, each, names)
            worth = len(found.columns) + len(found.hidden)
            if LedgerField.TITLE not in found.columns and BASE not in found.hidden:
                continue
            if worth >= _LEAST and (best is None or worth > best[0]):
                best = (worth, found)
    return best[1] if best else None


def _spans(grid: Grid, row: int) -> bool:
    """Say whether a cell of a row lies over several columns that the next row tells apart."""
    for column in range(_WIDEST):
        merged = grid.merged(row, column)
        if merged is None or not merged.top == merged.bottom == row:
            continue
        right = min(merged.right, _WIDEST)
        if right > merged.left and any(
            grid.text(row + 1, at) for at in range(merged.left, right + 1)
        ):
            return True
    return False


def _read(grid: Grid, rows: tuple[int, ...], names: Names) -> Head:
    ranked: dict[LedgerField, list[tuple[int, int]]] = defaultdict(list)
    hidden: dict[str, int] = {}
    called: dict[int, str] = {}
    width = max((column for _, column in grid.sheet.cells), default=-1) + 1
    for column in range(min(width, _WIDEST)):
        texts = list(dict.fromkeys(grid.text(row, column) for row in reversed(rows)))
        for text in filter(None, texts):
            if text in HIDDEN:
                hidden[text] = column
                break
            if known := names.field(text):
                ranked[known[0]].append((known[1], column))
                called[column] = text
                break
    columns = {kind: tuple(column for _, column in sorted(found)) for kind, found in ranked.items()}
    return Head(rows, columns, hidden, called)
