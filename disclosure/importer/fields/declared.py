"""Counts that a text states of itself: 3大类10个方面19个具体问题, 24条整改措施, 已完成7个."""

import re
from collections.abc import Collection
from typing import Final

from disclosure.importer.draft import Entry, Fields, Scalar
from disclosure.importer.fields.lines import entry, guessed
from disclosure.importer.fields.said_states import state_in
from disclosure.importer.tracked import Tracked
from disclosure.model.status import Status, without_endings
from disclosure.zh.numerals import number_of

_N: Final = r"(?:\d{1,4}|[一二三四五六七八九十两]{1,3})"
_UNIT: Final = r"(?:个|项|条|类|件)"
# 3大类10个方面19个具体问题; 3个方面12个问题; 反馈的9个问题
_TOTALS: Final = re.compile(
    rf"(?:反馈|指出|移交|发现|提出|查出|巡[察视]|涉及|共|的|梳理)[^。；\d]{{0,24}}?(?:(?P<first>{_N})(?P<first_word>大类|个大类|类|个类别|个方面|方面)(?:(?:的)?(?:共)?[，、]?)?)?"
    rf"(?:(?P<second>{_N})(?P<second_word>大类|个大类|小类|类|个方面|方面)(?:的)?(?:共)?[，、]?)?"
    rf"(?P<problems>{_N}){_UNIT}?(?:具体|主要|突出)?问题",
)
_AFTER: Final = re.compile(
    rf"(?:反馈|指出|发现)[^。；\d]{{0,12}}问题(?:共|共计)?(?P<problems>{_N}){_UNIT}"
)
_MEASURES: Final = re.compile(
    rf"(?:(?P<before>{_N})[条项个]?(?:具体)?整改(?:落实)?(?:措施|举措)|(?:整改(?:落实)?|制定(?:了)?(?:具体)?)(?:措施|举措)(?:共|共计)?(?P<behind>{_N})[条项个])"
)
_DETAILED: Final = re.compile(rf"细化(?:为|成|分解为)[^。；\d]{{0,6}}(?P<count>{_N})[条项个]")
_ADVICE: Final = re.compile(
    rf"(?:(?P<before>{_N})[条项个](?:方面)?意见建议|意见建议(?P<behind>{_N})[条项个])"
)
# What reports count by beside the states themselves.
_ALIKE: Final = ("正在推进", "持续推进", "整改中", "已整改", "已销号", "完成整改")
_STATES: Final = tuple(
    sorted((*without_endings([each.value for each in Status]), *_ALIKE), key=len, reverse=True)
)
_WORD: Final = "|".join(_STATES)
_STATE: Final = re.compile(
    rf"(?:(?P<word>{_WORD})(?:整改)?(?:的)?(?:问题)?(?P<behind>{_N})[个项条件]|(?P<before>{_N})[个项条件](?:问题)?(?:的)?(?P<other>{_WORD})(?!(?:整改)?(?:的)?(?:问题)?{_N}[个项条件]))"
)
_NEAR: Final = 160
_SECOND: Final = re.compile(r"\n[ 　]{0,8}(?:二、|第二部分)")


def declared_of(text: str) -> Fields:
    """Return the counts that a text states of its own problems; no entries where it states none.

    Args:
        text: its beginning, with half-width signs, see ``plain``.

    """
    # What follows is about parts of the whole.
    text = _SECOND.split(text, maxsplit=1)[0]
    totals = _totals(text)
    entries: list[Entry] = []
    if totals:
        entries += _kinds(totals)
        entries += entry("problems", _count(totals["problems"]))
    elif after := _AFTER.search(text):
        entries += entry("problems", _count(after["problems"]))
    if match := _MEASURES.search(text):
        entries += entry("measures", _count(match["before"] or match["behind"]))
        near = text[match.end() : match.end() + _NEAR].split("。")[0]
        if more := _DETAILED.search(near):
            entries += entry("detailed_measures", _count(more["count"]))
    entries += entry("statuses", _states(text, totals))
    if match := _ADVICE.search(text):
        entries += entry("suggestions", _count(match["before"] or match["behind"]))
    return Fields(tuple(entries), guessed("import.guess.ends.declared") if entries else None)


def without_counts(declared: Fields, keys: Collection[str]) -> Fields:
    """Return the counts but for these keys: those of which the tree has none to count."""
    kept = tuple(each for each in declared.entries if each.key not in keys)
    return Fields(kept, declared.guess if kept else None)


def _totals(text: str) -> re.Match[str] | None:
    """Return the fullest of the statements, the first among alike."""
    best: re.Match[str] | None = None
    for match in _TOTALS.finditer(text):
        if best is None or _fullness(match) > _fullness(best):
            best = match
    return best


def _fullness(match: re.Match[str]) -> int:
    return sum(match[name] is not None for name in ("first", "second"))


def _kinds(totals: re.Match[str]) -> tuple[Entry, ...]:
    words = [(name, totals[f"{name}_word"] or "") for name in ("first", "second")]
    given = [(name, word) for name, word in words if word]
    if len(given) == 2 and "方面" in given[0][1]:
        # 方面 above 类: the other way round than our names, so nothing can be compared.
        return ()
    found: tuple[Entry, ...] = ()
    for name, word in given:
        key = "aspects" if "方面" in word else "categories"
        found += entry(key, _count(totals[name]))
    return found


def _states(text: str, totals: re.Match[str] | None) -> Fields | None:
    """Return how many problems are in which state, where the counts add up to all of them."""
    whole = _number(totals["problems"]) if totals else 0
    for sentence in re.split("[。\n]", text):
        counts: dict[str, int] = {}
        for match in _STATE.finditer(sentence):
            state = state_in(match["word"] or match["other"])
            if state:
                counts.setdefault(state.value, _number(match["behind"] or match["before"]))
        if counts and sum(counts.values()) == whole and len(counts) <= len(_STATES):
            entries = (Entry(word, _scalar(count)) for word, count in counts.items())
            return Fields(tuple(entries))
    return None


def _number(text: str) -> int:
    try:
        return number_of(text)
    except ValueError:
        return 0


def _scalar(count: int) -> Scalar:
    return Scalar(str(count), Tracked(), plain=True)


def _count(text: str) -> Scalar | None:
    count = _number(text)
    return _scalar(count) if count else None
