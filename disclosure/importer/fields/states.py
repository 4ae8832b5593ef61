"""Who answers for a problem, until when and how far it has come: by labels, or by offices."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from pydantic_core import PydanticCustomError

from disclosure.importer.fields.parts import Told, ToldLine
from disclosure.importer.fields.said_states import state_at_start, state_in, state_under_label
from disclosure.importer.tracked import Tracked
from disclosure.model.coarse_day import day_or_month, day_text
from disclosure.model.particulars import Particular, TermKind, Verified
from disclosure.model.status import Status

# The names under which offices know the fields; the first of each is ours.
_NAMES: Final[Mapping[Particular, tuple[str, ...]]] = MappingProxyType(
    {
        Particular.STATUS: (
            "整改状态",
            "完成状态",
            "办理状态",
            "整改进度",
            "完成情况",
            "整改完成情况",
        ),
        Particular.VERIFIED: ("是否属实",),
        Particular.TERM_KIND: ("整改类型", "整改时限类型"),
        Particular.OFFICES: ("各单位整改状态",),
        Particular.LEADER: (
            "责任领导",
            "整改责任领导",
            "牵头领导",
            "分管领导",
            "包案领导",
            "牵头责任领导",
            "整改责任人",
            "主要责任人",
            "具体责任人",
            "责任人员",
            "责任人",
        ),
        Particular.DEPARTMENT: (
            "责任部门",
            "责任科室",
            "责任股室",
            "责任处室",
            "责任单位",
            "整改责任部门",
            "整改责任单位",
            "责任站所",
            "主责单位",
            "主责部门",
        ),
        Particular.LEAD_UNIT: ("牵头单位", "牵头部门", "牵头科室", "牵头股室", "牵头责任单位"),
        Particular.DEADLINE: (
            "整改时限",
            "整改期限",
            "完成时限",
            "完成时间",
            "整改完成时限",
            "整改完成时间",
            "办结时限",
        ),
    }
)
_KEYS: Final = MappingProxyType(
    {name: str(key.value) for key, names in _NAMES.items() for name in names}
)
_SHORT: Final = 3
_LABEL = re.compile(
    r"(?:^|(?<=[\s；，（。]))("
    + "|".join(sorted(_KEYS, key=len, reverse=True))
    + r")[ \u3000]*[：:]"
)
# In a line of such labels alone, one may follow what is said without a blank: lines of a PDF
# break there.
_IN_LINE = re.compile(
    _LABEL.pattern
    + r"|(?<=[\u4e00-\u9fff）)])("
    + "|".join(sorted((name for name in _KEYS if len(name) > _SHORT), key=len, reverse=True))
    + r")[ \u3000]*[：:]"
)
_BRACKETED_LABEL: Final = re.compile(r"[【〔]([\u4e00-\u9fff]{2,10})[】〕][：:]?")
_OFFICE = re.compile(r"([\u4e00-\u9fff（）]{2,16})[：:](?=\S)")
_OFFICE_STATE = re.compile(
    r"([^；]{2,30}?)(" + "|".join(sorted(set(Status), key=len, reverse=True)) + ")"
)
_VALUE_WITHIN = re.compile(r"[^。；;，（）()\s]{1,60}")
_DAY = re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?", re.ASCII)
_MONTH = re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})月?", re.ASCII)
_HAN = re.compile("[\u4e00-\u9fff]")
_ENDS: Final = "。；，;,"
_LONGEST_WORDS: Final = 60
_LONGEST_NAME: Final = 120


def told_line(line: Tracked) -> ToldLine | None:
    """Return what a line tells that consists of 责任领导：… 整改时限：… alone; None for others."""
    inside = line
    if line.text[:1] == "（" and line.text.rstrip("。；")[-1:] == "）":
        inside = line[1 : len(line.text.rstrip("。；")) - 1]
    if bracketed := _BRACKETED_LABEL.match(line.text):
        return _told_in_brackets(line, bracketed)
    begins = list(_IN_LINE.finditer(inside.text))
    if not begins or begins[0].start():
        return None
    told: list[Told] = []
    exact = inside is line
    for number, match in enumerate(begins):
        behind = begins[number + 1].start() if number + 1 < len(begins) else len(inside)
        source = inside[match.end() : behind].strip()
        key = _KEYS[match[1] or match[2]]
        value = _value(key, source.text.rstrip(_ENDS))
        if value is None or key in {each.key for each in told}:
            if not told and len(begins) == 1:
                return None
            exact = False
            continue
        label = inside[match.start() : match.end()]
        exact = exact and _printed(key, value) == source.text
        told.append(Told(key, value, label, source))
    return ToldLine(line, tuple(told), exact) if told else None


def _told_in_brackets(line: Tracked, match: re.Match[str]) -> ToldLine | None:
    """Return what a line tells behind a label in brackets; it prints otherwise than with ours."""
    said = line.text[match.end() :].strip().rstrip(_ENDS)
    key = _KEYS.get(match[1], "")
    if key and (value := _value(key, said)):
        return ToldLine(line, (Told(key, value),), exact=False)
    state = state_under_label(match[1], said)
    if state is None:
        return None
    return ToldLine(line, (Told(Particular.STATUS.value, state.value),), exact=False)


def told_within(text: str) -> Iterator[Told]:
    """Yield what a paragraph tells within its text, as data (…。责任领导：张某；…)."""
    for match in _LABEL.finditer(text):
        source = _VALUE_WITHIN.match(text, match.end())
        key = _KEYS[match[1]]
        if source and (value := _value(key, source[0])):
            yield Told(key, value)


def offices_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and state of each office: 财政局已完成；云口镇正在整改."""
    for part in text.split("；"):
        match = _OFFICE_STATE.fullmatch(part)
        if match is None:
            return
        yield match[1], match[2]


def office_line(text: str) -> tuple[int, str, str] | None:
    """Return where the name of an office ends, name and state: 财政局：已整改。已清理14笔."""
    match = _OFFICE.match(text)
    state = state_at_start(text[match.end() :]) if match else None
    return (match.end(1), match[1], state.value) if match and state else None


def _value(key: str, text: str) -> str | None:
    """Return what is written for a field; None where the text is not meant for one."""
    if not text:
        return None
    match key:
        case Particular.STATUS:
            state = state_in(text)
            return state.value if state else None
        case Particular.VERIFIED:
            return text if text in set(Verified) else None
        case Particular.TERM_KIND:
            return text if text in set(TermKind) else None
        case Particular.DEADLINE:
            return _deadline(text)
        case Particular.OFFICES:
            return text if len(list(offices_in(text))) > 1 else None
        case _:
            return text if len(text) <= _LONGEST_NAME else None


def _deadline(text: str) -> str | None:
    written = text
    if match := _DAY.fullmatch(text):
        written = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    elif match := _MONTH.fullmatch(text):
        written = f"{match[1]}-{int(match[2]):02}"
    try:
        known = day_or_month(written)
    except PydanticCustomError:
        return None
    if known is None and not (2 <= len(text) <= _LONGEST_WORDS and _HAN.search(text)):
        return None
    return written


def _printed(key: str, value: str) -> str:
    if key == Particular.DEADLINE and (known := day_or_month(value)):
        return day_text(known)
    return value
