"""The inspection that a text tells of in its lead: who inspected, when, and when they told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from disclosure.importer.draft import Fields, Scalar
from disclosure.importer.fields import days
from disclosure.importer.fields.days import Coarse, Found
from disclosure.importer.fields.lines import entry, guessed, one_or_many, plain

_NUMBER: Final = r"[一二三四五六七八九十百\d]{1,3}"
_BY: Final = (
    r"(?:中央|自治区党委|自治[州县旗]委|集团党委|公司党委|学校党委"
    r"|省委|市委|县委|区委|州委|旗委|盟委|师委|工委|地委|党委|党组)"
)
_TEAM: Final = re.compile(
    rf"(?P<by>{_BY})(?P<kind>[\u4e00-\u9fff“”]{{0,8}}?)(?:第(?P<first>{_NUMBER}(?:、第?{_NUMBER}){{0,12}}(?:[和及]第?{_NUMBER})?)"
    rf"(?P<own>[\u4e00-\u9fff]{{0,6}}?巡[察视]组)|(?P<word>巡[察视])(?:第?(?P<last>{_NUMBER}))?组(?P<more>(?:[、和及]第?{_NUMBER}组){{0,12}}))"
)
_EACH: Final = re.compile(_NUMBER)
_NO_KIND: Final = re.compile(r"[对的了在向由按根据和及]|巡[察视]|党组|反馈")
_ROUND: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}届[\u4e00-\u9fff]{0,4}委(?:第[一二三四五六七八九十]{1,3}|首)轮"
)
_TO: Final = re.compile(r"\s?(?:至|到|[-—–－~～]{1,2})\s?")
_BARE_DAY: Final = re.compile(r"(3[01]|[12]\d|0?[1-9])日", re.ASCII)
_BETWEEN: Final = 70
_AS_OF: Final = re.compile(
    r"(?:截至|截止到?|统计至|截止至)(?:目前[（(])?(?P<day>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)"
)
_COUNTED: Final = re.compile(r"整改|完成|问题|数据|进展")


@dataclass(frozen=True, slots=True)
class Inspected:
    """The inspection, and the day of feedback, with which other days have to agree."""

    value: Fields
    feedback: Coarse | None


def inspection_of(text: str) -> Inspected | None:
    """Return what a text tells of an inspection; None where it names no team.

    Args:
        text: with half-width signs, see ``plain``.

    """
    teams = teams_in(text)
    if not teams:
        return None
    start, end, feedback, moved = _times(text)
    level = "巡视" if "巡视组" in teams[0] else ""
    found = _ROUND.search(text)
    why = guessed("import.guess.ends.year_carried") if moved else None
    value = Fields(
        (
            *entry("team", one_or_many([Scalar(team) for team in teams])),
            *entry("level", Scalar(level) if level else None),
            *entry("round", Scalar(found[0]) if found else None),
            *entry("start", days.day_scalar(start) if start else None),
            *entry("end", days.day_scalar(end) if end else None),
            *entry("feedback", days.day_scalar(feedback) if feedback else None),
        ),
        why,
    )
    return Inspected(value, feedback)


def teams_in(text: str) -> list[str]:
    """Return the teams that a text names, each once; one without number only if none has one."""
    found: list[str] = []
    bare: list[str] = []
    for match in _TEAM.finditer(text):
        kind = match["kind"]
        if _NO_KIND.search(kind):
            kind = ""
            if match["kind"] and not match["last"] and not match["first"]:
                continue
        names = list(_names(match, kind))
        (found if match["first"] or match["last"] else bare).extend(names)
    return list(dict.fromkeys(found)) or list(dict.fromkeys(bare))[:1]


def _names(match: re.Match[str], kind: str) -> Iterator[str]:
    if match["first"]:
        for number in _EACH.findall(match["first"]):
            yield f"{match['by']}{kind}第{number}{match['own']}"
    elif match["last"]:
        ordinal = "第" if f"{match['word']}第" in match[0] else ""
        for number in (match["last"], *_EACH.findall(match["more"])):
            yield f"{match['by']}{kind}{match['word']}{ordinal}{number}组"
    else:
        yield f"{match['by']}{kind}{match['word']}组"


def _times(text: str) -> tuple[Coarse | None, Coarse | None, Coarse | None, bool]:
    """Return start, end and feedback, and whether a year that is not told had to be moved on."""
    found = list(days.find_days(text))
    start: Coarse | None = None
    end: Coarse | None = None
    moved = False
    behind = 0
    for number, first in enumerate(found):
        last = _range_end(text, first, found[number + 1] if number + 1 < len(found) else None)
        if last is None or not _is_of_inspection(text, first.start, last.end):
            continue
        start, end, behind = first.value, last.value, last.end
        if not days.in_order(start, end) and not last.dated:
            end, moved = days.later(end, 1), True
        if not days.in_order(start, end):
            start = end = None
        break
    feedback = None
    for each in found:
        if each.start >= behind and _tells_feedback(text, each):
            feedback = each.value
            if not days.in_order(end, feedback) and not each.dated:
                feedback, moved = days.later(feedback, 1), True
            if not days.in_order(end, feedback):
                feedback = None
                continue
            break
    return start, end, feedback, moved


def _range_end(text: str, first: Found, following: Found | None) -> Found | None:
    joint = _TO.match(text, first.end)
    if joint is None:
        return None
    if following and following.start == joint.end():
        return following
    bare = _BARE_DAY.match(text, joint.end())
    if bare and isinstance(first.value, date):
        try:
            value = first.value.replace(day=int(bare[1]))
        except ValueError:
            return None
        return Found(*bare.span(), value, False)
    return None


def _is_of_inspection(text: str, start: int, end: int) -> bool:
    """Say whether the sentence of two days speaks of an inspection, before or behind them."""
    left = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
    right = min(
        (at for at in (text.find("。", end), text.find("\n", end)) if at >= 0), default=len(text)
    )
    said = text[max(left, start - _BETWEEN) : min(right, end + _BETWEEN)]
    return bool(re.search(r"巡[察视]|进驻|回头看", said)) and "公示" not in said[:20]


def _tells_feedback(text: str, day: Found) -> bool:
    """Say whether what follows a day, within the sentence, is that the findings were told."""
    if _TO.match(text, day.end):
        return False
    end = text.find("。", day.end)
    said = text[day.end : min(len(text) if end < 0 else end, day.end + _BETWEEN)]
    before = re.split(r"(?:19|20)\d{2}年|\d{1,2}月\d{1,2}日", said)[0]
    return "反馈" in before and not re.match(r"[，,]?(?:对|根据|针对|按照)", before)


def as_of(text: str) -> Coarse | None:
    """Return the day to which the figures of a text were counted: 数据截至2023年11月30日."""
    said = plain(text)
    for match in _AS_OF.finditer(said):
        around = said[max(0, match.start() - 12) : match.end() + 60]
        if _COUNTED.search(around):
            found = days.read_day(match["day"])
            if isinstance(found, date):
                return found
    return None
