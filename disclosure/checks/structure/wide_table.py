"""structure.wide_table: a table has no more columns than a turned sheet can hold.

Good::
    sections: [{title: 甲, tables: [{caption: 表, columns: [名称, 数量], rows: [[甲, 一]]}]}]
Bad::
    sections:
      - title: 甲
        tables:
          - caption: 表
            rows: []
            columns: [一, 二, 三, 四, 五, 六, 七, 八, 九, 十, 子, 丑, 寅, 卯, 辰, 巳, 午, 未, 申,
              酉, 戌, 亥, 甲, 乙, 丙]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.content import ordered
from disclosure.model.faults import Path
from disclosure.model.table import Table

# Two characters of the smallest type that people read, in every column of 225 mm.
_MOST = 24


def _check(context: NoticeContext) -> Iterator[Finding]:
    for path, table in _tables(context):
        if table.width > _MOST:
            key = next(key for key in ("columns", "head", "rows") if getattr(table, key))
            yield at_value((*path, key), count=str(table.width), most=str(_MOST))


def _tables(context: NoticeContext) -> Iterator[tuple[Path, Table]]:
    for node in context.outline.nodes:
        for block in ordered(node.section):
            if block.kind == "table":
                yield (*node.path, *block.path), block.value
    for number, table in enumerate(context.notice.tables):
        yield ("tables", number), table


RULE = Rule("structure.wide_table", Level.ERROR, "GB/T 9704—2012 第5章", __doc__, _check)
