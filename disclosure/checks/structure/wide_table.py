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
Bad::
    content:
      - table:
          caption: 表
          rows: []
          columns: [一, 二, 三, 四, 五, 六, 七, 八, 九, 十, 子, 丑, 寅, 卯, 辰, 巳, 午, 未, 申,
            酉, 戌, 亥, 甲, 乙, 丙]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.content import Placed, ordered, placed_content
from disclosure.model.faults import Path

# Two characters of the smallest type that people read, in every column of 225 mm.
_MOST = 24


def _check(context: NoticeContext) -> Iterator[Finding]:
    for node in context.outline.nodes:
        yield from _wide(node.path, ordered(node.section))
    yield from _wide((), placed_content(context.notice.content))


def _wide(path: Path, blocks: Iterator[Placed]) -> Iterator[Finding]:
    for block in blocks:
        if block.kind == "table" and block.value.width > _MOST:
            key = next(key for key in ("columns", "head", "rows") if getattr(block.value, key))
            place = (*path, *block.path, key)
            yield at_value(place, count=str(block.value.width), most=str(_MOST))


RULE = Rule("structure.wide_table", Level.ERROR, "GB/T 9704—2012 第5章", __doc__, _check)
