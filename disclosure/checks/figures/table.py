"""figures.table: in a table, the row 合计 is the sum of the rows, column by column.

Columns of anything but numbers, and tables with 小计, are not added up.

Good::
    closing:
      - table:
          caption: 办理情况
          columns: [单位, 件数]
          rows: [[甲镇, 1580], [乙镇, 20], [合计, "1,600"]]
Good::
    closing:
      - table:
          caption: 办理情况
          columns: [单位, 办结率]
          rows: [[甲镇, 90%], [乙镇, 80%], [合计, 85%]]
Bad::
    closing:
      - table:
          caption: 办理情况
          columns: [单位, 件数]
          rows: [[甲镇, 1580], [乙镇, 20], [合计, "1,580"]]
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.document.blocks import Table, TableRow
from disclosure.document.values import Value
from disclosure.model.amount import value_of

_TOTALS = frozenset({"合计", "总计", "共计"})
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?", re.ASCII)
_NONE = frozenset({"", "—", "——", "-", "/", "无"})
_FEWEST = 2


def _check(context: NoticeContext) -> Iterator[Finding]:
    for block in context.document.blocks:
        if not isinstance(block, Table):
            continue
        names = [_name(row) for row in block.rows]
        totals = [number for number, name in enumerate(names) if name in _TOTALS]
        if len(totals) == 1 and "小计" not in names and totals[0] in {0, len(names) - 1}:
            rows = [row for number, row in enumerate(block.rows) if number != totals[0]]
            for place, total in enumerate(block.rows[totals[0]]):
                if total is not None:
                    yield from _column(total, [row[place] for row in rows])


def _name(row: TableRow) -> str:
    cell = next((cell for cell in row if cell is not None), None)
    return "".join(cell.raw.split()) if cell else ""


def _column(total: Value, cells: list[Value | None]) -> Iterator[Finding]:
    texts = [text for cell in cells if cell and (text := cell.raw.strip()) not in _NONE]
    if len(texts) < _FEWEST or not all(map(_NUMBER.fullmatch, (total.raw.strip(), *texts))):
        return
    found = sum(map(value_of, texts), Decimal(0))
    if found != value_of(total.raw.strip()):
        yield at_value(total.path, total=total.raw.strip(), found=f"{found:f}")


RULE = Rule("figures.table", Level.WARNING, "通报自身", __doc__, _check)
