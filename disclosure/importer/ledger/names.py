"""What offices call the columns of their tables, and the columns that only programs read."""

import re
from collections.abc import Iterable, Mapping
from typing import Final
from unicodedata import normalize

from disclosure.model.ledger_columns import LedgerColumn, LedgerField

# Data of a notice that a table may change, in the order in which it is told.
TAKEN: Final = (
    LedgerField.STATUS,
    LedgerField.LEADER,
    LedgerField.DEPARTMENT,
    LedgerField.LEAD_UNIT,
    LedgerField.DEADLINE,
    LedgerField.MEASURE_COUNT,
)
# Hidden columns of a table that this program wrote.
SLUG: Final = "通报文件（程序用，勿改）"
PROBLEM: Final = "问题编号（程序用，勿改）"
BASE: Final = "写出时的内容（程序用，勿改）"
HIDDEN: Final = (SLUG, PROBLEM, BASE)

# Of several columns of one kind, the first word here is preferred.
_KNOWN: Final[Mapping[LedgerField, tuple[str, ...]]] = {
    LedgerField.NUMBER: ("序号", "编号", "问题序号", "问题编号"),
    LedgerField.TITLE: (
        *("具体问题", "问题", "反馈问题", "问题清单", "存在问题", "存在的问题", "主要问题"),
        *("巡察反馈问题", "反馈的问题", "巡察发现问题", "发现问题", "整改问题", "问题描述"),
        *("问题内容", "问题表现", "具体表现", "反馈意见", "反馈问题清单", "巡察反馈意见"),
        *("问题名称", "事项", "整改事项", "审计发现问题", "审计发现的问题", "督察反馈问题"),
    ),
    LedgerField.MEASURES: ("整改措施", "具体措施", "措施", "整改举措", "具体整改措施"),
    LedgerField.LEADER: (
        *("责任领导", "责任人", "牵头领导", "分管领导", "包保领导", "包抓领导", "责任县领导"),
        *("整改责任人", "牵头责任人", "具体责任人", "责任领导及责任人", "主要责任人"),
    ),
    LedgerField.DEPARTMENT: (
        *("责任部门", "责任单位", "责任科室", "责任股室", "责任处室", "整改责任单位"),
        *("整改责任部门", "承办部门", "承办单位", "具体责任部门", "责任单位及部门"),
    ),
    LedgerField.LEAD_UNIT: ("牵头单位", "牵头部门", "牵头责任单位", "整改牵头单位", "主办单位"),
    LedgerField.DEADLINE: (
        *("整改时限", "完成时限", "完成时间", "整改期限", "时限", "完成期限", "整改完成时限"),
        *("计划完成时间", "预计完成时间", "整改时间", "办结时限", "期限", "整改完成时间"),
    ),
    LedgerField.STATUS: (
        *("整改状态", "状态", "完成状态", "整改进度", "完成情况", "整改完成情况", "整改情况"),
        *("是否完成", "办理状态", "整改结果", "进展", "进展情况", "整改进展", "整改进展情况"),
        *("落实情况", "整改落实情况", "办理情况", "销号情况"),
    ),
    LedgerField.MEASURE_COUNT: ("整改措施条数", "措施条数", "措施数", "措施数量", "整改措施数"),
}
_BESIDE: Final = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_SIGNS: Final = re.compile(r"[\s:：、,，.．。*※/]+")
_LONGEST: Final = 40


class Names:
    """What the columns of a table may be called: as the site names them, else as is usual."""

    def __init__(self, columns: Iterable[LedgerColumn] = ()) -> None:
        self._fields: dict[str, tuple[LedgerField, int]] = {}
        for number, (field, names) in enumerate(_KNOWN.items()):
            for rank, name in enumerate(names):
                self._fields[name] = (field, number * 100 + rank + 1)
        for column in columns:
            self._fields[plain_name(column.name)] = (column.field, 0)

    def field(self, name: str) -> tuple[LedgerField, int] | None:
        """Return what a column is by its name, and how far down the list that name stands."""
        return self._fields.get(plain_name(name))


def plain_name(text: str) -> str:
    """Return a name without blanks, signs, and what stands in brackets."""
    if len(text) > _LONGEST:
        return ""
    text = normalize("NFKC", text)
    return _SIGNS.sub("", _BESIDE.sub("", text)) or _SIGNS.sub("", text)
