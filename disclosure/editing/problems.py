"""The table of all problems, for quick entry, and rows of a spreadsheet pasted into it."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from disclosure.editing.edit import SetValue
from disclosure.editing.texts import text_at
from disclosure.source.document import Path
from disclosure.source.load import LoadedNotice

COLUMNS: Final = ("title", "status", "leader", "department", "deadline")
_NEVER_EMPTY: Final = frozenset({"title"})
# What offices write above these columns.
_HEADS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("问题", "标题", "具体问题", "反馈问题", "问题清单", "存在问题"), "title"),
    **dict.fromkeys(("整改状态", "状态", "完成情况", "整改进度", "是否完成"), "status"),
    **dict.fromkeys(("责任领导", "责任人", "分管领导", "牵头领导"), "leader"),
    **dict.fromkeys(("责任部门", "责任单位", "责任科室", "责任股室"), "department"),
    **dict.fromkeys(("整改时限", "时限", "完成时限", "整改期限", "完成时间"), "deadline"),
}
_DAY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem.

    Attributes:
        number: its place among all problems, from 1.
        path: of its section in the file.
        mark: as printed before its title.
        cells: what is typed, by key; None where nothing is.

    """

    number: int
    path: Path
    mark: str
    cells: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasted rows change.

    Attributes:
        edits: to be made.
        left: numbers of the pasted rows, from 1, that belong to no problem.

    """

    edits: tuple[SetValue, ...]
    left: tuple[int, ...]


def problem_rows(loaded: LoadedNotice) -> tuple[ProblemRow, ...]:
    """Return the problems of a notice, in the order in which they are read."""
    document = loaded.places.document
    found = []
    for node in loaded.outline.nodes:
        if node.problem and node.path in document.values:
            cells = {key: text_at((*node.path, key), document) for key in COLUMNS}
            found.append(ProblemRow(node.problem, node.path, node.mark, cells))
    return tuple(sorted(found, key=lambda row: row.number))


def pasted(rows: Sequence[ProblemRow], text: str, first: int = 0, key: str = "title") -> Pasted:
    """Return what rows copied from a spreadsheet change.

    Where their first row names columns, these say which is which; with one of titles, a row
    belongs to the problem of its title. Else they come, row by row and column by column, where
    they were pasted. An empty cell takes a value out, but never a title; days are written as the
    file writes them.

    Args:
        rows: all problems.
        text: as the clipboard has it, columns divided by tabs.
        first: number of the row of ``rows`` that it was pasted at, from 0.
        key: of the column that it was pasted at.

    """
    try:
        lines = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t") if row]
    except csv.Error:  # a cell that no spreadsheet holds
        return Pasted((), (1,))
    keys: list[str | None] = list(COLUMNS[COLUMNS.index(key) :])
    heads = [_HEADS.get("".join(cell.split())) for cell in lines[0]] if lines else []
    headed = any(heads) and sum(1 for head in heads if head) * 2 >= len(heads)
    if headed:
        keys = heads
    edits: list[SetValue] = []
    left: list[int] = []
    by_title = {str(row.cells["title"]).strip(): row for row in rows}
    at_title = keys.index("title") if headed and "title" in keys else None
    for number, cells in enumerate(lines[1:] if headed else lines):
        if at_title is not None:
            row = by_title.get(cells[at_title].strip()) if at_title < len(cells) else None
        else:
            row = rows[first + number] if first + number < len(rows) else None
        if row is None:
            left.append(number + 1 + headed)
        else:
            edits += _edits(row, dict(zip(keys, cells, strict=False)))
    return Pasted(tuple(edits), tuple(left))


def _edits(row: ProblemRow, cells: Mapping[str | None, str]) -> Iterator[SetValue]:
    for key, cell in cells.items():
        if key is None:
            continue
        value, was = " ".join(cell.split()), row.cells[key]
        if key == "deadline":
            value = _as_day(value)
        if value != (was or "") and (value or key not in _NEVER_EMPTY):
            yield SetValue((*row.path, key), value, was)


def _as_day(value: str) -> str:
    """Return a day or month as the file writes it; anything else as it is."""
    if match := _DAY.fullmatch(value):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _MONTH.fullmatch(value):
        return f"{match[1]}-{int(match[2]):02}"
    return value
