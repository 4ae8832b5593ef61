"""Who answers for a problem, until when and how far it has come: by labels, or by offices."""

import re
from collections.abc import Iterator
from typing import Final

from pydantic_core import PydanticCustomError

from disclosure.importer.fields.parts import Told, ToldLine
from disclosure.importer.fields.said_states import state_at_start, state_in, state_under_label
from disclosure.importer.tracked import Tracked
from disclosure.model.coarse_day import day_or_month, day_text
from disclosure.model.particular_names import KEYS, LABEL, labelled_in
from disclosure.model.particulars import Particular, TermKind, Verified
from disclosure.model.status import Status

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
    if bracketed := _BRACKETED_LABEL.match(line.text):
        return _told_in_brackets(line, bracketed)
    found = labelled_in(line.text)
    told: list[Told] = []
    exact = line.text[:1] != "（"
    for each in found:
        source = line[each.start : each.end].strip()
        key = each.key.value
        value = _value(key, source.text.rstrip(_ENDS))
        if value is None or key in {one.key for one in told}:
            if not told and len(found) == 1:
                return None
            exact = False
            continue
        label = line[each.label : each.start]
        exact = exact and _printed(key, value) == source.text
        told.append(Told(key, value, label, source))
    return ToldLine(line, tuple(told), exact) if told else None


def _told_in_brackets(line: Tracked, match: re.Match[str]) -> ToldLine | None:
    """Return what a line tells behind a label in brackets; it prints otherwise than with ours."""
    said = line.text[match.end() :].strip().rstrip(_ENDS)
    key = KEYS.get(match[1])
    if key and (value := _value(key.value, said)):
        return ToldLine(line, (Told(key.value, value),), exact=False)
    state = state_under_label(match[1], said)
    if state is None:
        return None
    return ToldLine(line, (Told(Particular.STATUS.value, state.value),), exact=False)


def told_within(text: str) -> Iterator[Told]:
    """Yield what a paragraph tells within its text, as data (…。责任领导：张某；…)."""
    for match in LABEL.finditer(text):
        source = _VALUE_WITHIN.match(text, match.end())
        key = KEYS[match[1]].value
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
