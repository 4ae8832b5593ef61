"""From what a cell says to a value of a notice: states, deadlines, names."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from unicodedata import normalize

from pydantic import TypeAdapter, ValidationError

from disclosure.importer.ledger.formats import day_of
from disclosure.importer.ledger.sheets import Cell
from disclosure.model.deadline import Deadline
from disclosure.model.fields import Count, Text
from disclosure.model.ledger_columns import LedgerField
from disclosure.model.status import ENDINGS, Status
from disclosure.zh.width import join_lines

# What tables write instead; whatever else is no state that a notice could print.
_STATES: Final = {
    **dict.fromkeys(
        ("完成", "已整改", "整改完成", "已整改完成", "已完成整改", "√", "✓", "☑"), "已完成"
    ),
    **dict.fromkeys(("整改中", "正整改", "推进中", "正在推进", "进行中"), "正在整改"),
    **dict.fromkeys(("基本完成整改",), "基本完成"),
    **dict.fromkeys(("已办理", "办结"), "已办结"),
    **dict.fromkeys(("办理中",), "正在办理"),
    **dict.fromkeys(("取消",), "已取消"),
    **dict.fromkeys(("未开始", "尚未启动"), "未启动"),
    **dict.fromkeys(("尚未完成",), "未完成"),
}
_ENDINGS: Final = {"长期坚持": ENDINGS[0], "持续整改": ENDINGS[1]}
_SIGNS: Final = re.compile(r"[\s。．.；;、，,/（）()：:]+")
_DAY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?份?", re.ASCII)
_COMPACT: Final = re.compile(r"(20\d{2})(\d{2})(\d{2})", re.ASCII)
_TIME: Final = re.compile(r"\s+00?:00(?::00)?$", re.ASCII)
# Days of the years 2000 to 2099 as Excel counts them.
_SERIALS: Final = range(36526, 73051)
_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_PHONE: Final = re.compile(r"\d[\d -]{5,}\d", re.ASCII)
_JOINING: Final = "、，,；;：:（("
_NOTHING: Final = frozenset({"", "/", "-", "—", "——", "无", "待定", "\\"})
_ADAPTERS: Final[Mapping[LedgerField, TypeAdapter[Any]]] = {
    LedgerField.LEADER: TypeAdapter[str](Text),
    LedgerField.DEPARTMENT: TypeAdapter[str](Text),
    LedgerField.LEAD_UNIT: TypeAdapter[str](Text),
    LedgerField.DEADLINE: TypeAdapter[date | str](Deadline),
    LedgerField.MEASURE_COUNT: TypeAdapter[int](Count),
}


def is_nothing(cell: Cell) -> bool:
    """Say whether a cell says nothing: empty, or a stroke."""
    return cell.text in _NOTHING


def read_value(kind: LedgerField, cell: Cell, *, of_macs: bool = False) -> str | None:
    """Return a cell's value as it stands in a notice; None where a notice could not hold it.

    Args:
        kind: of data.
        cell: of the table.
        of_macs: whether the file counts days from 1904.

    """
    if kind is LedgerField.STATUS:
        return _status(cell.text)
    if kind is LedgerField.DEADLINE:
        text = _deadline(cell, of_macs=of_macs)
    elif kind is LedgerField.MEASURE_COUNT:
        text = re.sub(r"[条项个]$", "", normalize("NFKC", cell.text))
    else:
        text = _names(cell.text)
    try:
        value = _ADAPTERS[kind].validate_python(text)
    except ValidationError:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def holds_phone(cell: Cell) -> bool:
    """Say whether a cell holds so many digits in a row as telephones have."""
    return _PHONE.search(normalize("NFKC", cell.text)) is not None


def _names(text: str) -> str:
    """Return names on lines of their own as a list: two lines are two names."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined = [line if line[-1] in _JOINING else f"{line}、" for line in lines]
    return "".join(joined).removesuffix("、")


def _status(text: str) -> str | None:
    words = _SIGNS.sub("", normalize("NFKC", text)).removeprefix("整改状态")
    if (known := _STATES.get(words, words)) in set(Status):
        return known
    for word, ending in _ENDINGS.items():
        for before in (f"并{word}", f"且{word}", f"需{word}", f"并需{word}", word):
            if words.endswith(before) and words != before:
                state = words.removesuffix(before)
                state = _STATES.get(state, state)
                if state + ending in set(Status):
                    return state + ending
    return None


def _deadline(cell: Cell, *, of_macs: bool) -> str:
    if cell.day is not None:
        return cell.text[:7] if cell.month else cell.text
    text = _TIME.sub("", join_lines(cell.text.split("\n")))
    plain = normalize("NFKC", text)
    if cell.number and plain.isdecimal() and int(plain) in _SERIALS:
        day = day_of(plain, of_macs=of_macs)
        return day.isoformat() if day else text
    if _YEAR.fullmatch(plain):
        return f"{plain}年"
    if match := _DAY.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _MONTH.fullmatch(plain):
        return f"{match[1]}-{int(match[2]):02}"
    return text
