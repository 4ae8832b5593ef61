"""Chinese: about tables, notes and sums of money in a notice."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # money
        "metric.separators": "同一个指标的 value 和 base 写法要一致：都用逗号分千分位，或者都不用",
        "field.amount": "“{value}”不是金额；请只写数字，如 1580 或 251,023.54，单位写在 unit",
        # notes
        "note.absent": "没有注号为“{id}”的注释；请在 notes 里补上，或者核对注号",
        "note.mark": "注号“{mark}”不对；请写 ① 到 ㊿，或者 注1 到 注99",
        "note.place": "这里不能用“{text}”引用注释，会照原样印出；请移到正文里，或删去",
        "note.same_mark": "注号“{mark}”用了两次，引用时分不清；请接着往下编号",
        # tables
        "table.row": "表格第 {row} 行有 {found} 格，第一行有 {wanted} 格；请补齐，空着的格写 ''",
        "table.short_row": "表格第 {row} 行有 {found} 格，应为 {wanted} 格，缺{missing}；请补齐，空着的格写 ''",
        "table.long_row": "表格第 {row} 行有 {found} 格，应为 {wanted} 格，从“{cell}”起没有对应的列；请删去多余的格，或者补上列",
        "table.head_row": "表头第 {row} 行有 {found} 格，第一行有 {wanted} 格；每一行都要写满：并入上面一格的写 ↑，并入左边一格的写 ←",
        "table.two_heads": "表头写了两次；一行的表头只写 columns，几行的只写 head",
        "table.no_head": "表格没有表头；请写 columns（一行的表头）或 head（几行的表头），没有表头、首列就是各行标题的，写 row_heads: true 和 rows",
        "table.merge_up": "↑ 是并入上面一格，这里的上面没有格；请写字，或者改用 ←",
        "table.merge_left": "← 是并入左边一格，这里的左边没有格；请写字，或者改用 ↑",
        "table.merge_area": "合并的格拼不成长方形；请核对这一格和它旁边的 ↑、←",
    }
)
