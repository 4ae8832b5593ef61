"""structure.merge_mark: a cell with nothing but ↑ or ← is merged with its neighbour, or says so.

Good::
    closing: [{table: {columns: [名称, 数量], merge: true, rows: [[甲, 一], [↑, 二]]}}]
Bad::
    closing: [{table: {columns: [名称, 数量], rows: [[甲, 一], [↑, 二]]}}]
Bad::
    closing: [{table: {columns: [名称, ←], rows: [[甲, 一]]}}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.document.blocks import Table
from disclosure.model.merged_cells import LEFT, UP


def _check(context: NoticeContext) -> Iterator[Finding]:
    for block in context.document.blocks:
        for row in (*block.heads, *block.rows) if isinstance(block, Table) else ():
            for cell in row:
                if cell is not None and cell.raw.strip() in {UP, LEFT}:
                    yield at_value(cell.path, mark=cell.raw.strip())


RULE = Rule("structure.merge_mark", Level.INFO, "通报自身", __doc__, _check)
