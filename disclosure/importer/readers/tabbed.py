"""Tables that were pasted into a text file: rows of lines, cells apart by tabs."""

from collections.abc import Sequence
from typing import Final

from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.reading import Cell, Paragraph, Table

# Two tabs or more, in two lines or more: a tab alone parts a label from its value.
_FEWEST_TABS: Final = 2
_FEWEST_ROWS: Final = 2


def table_end(lines: Sequence[str], at: int) -> int:
    """Return behind which line a table ends that begins at ``at``; ``at`` where none does.

    All rows have the same number of tabs, and no cell of the first is empty or has a colon.
    """
    heads = _cells(lines[at])
    if len(heads) <= _FEWEST_TABS or any(not head.strip() or "：" in head for head in heads):
        return at
    end = at + 1
    while end < len(lines) and len(_cells(lines[end])) == len(heads):
        end += 1
    return end if end - at >= _FEWEST_ROWS else at


def read_table(lines: Sequence[str], number: int, collector: Collector) -> Table:
    """Take the rows of a table; ``number`` is that of the first line."""
    rows = []
    for offset, line in enumerate(lines):
        place = f"第{number + offset}行"
        cells = []
        for cell in _cells(line):
            text = fold(cell, collector, place).strip()
            cells.append(Cell((Paragraph(text, place=place),) if text.text else ()))
        rows.append(tuple(cells))
    return Table(tuple(rows), place=f"第{number}行")


def _cells(line: str) -> list[str]:
    return line.rstrip(" \r").split("\t")
