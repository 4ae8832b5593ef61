"""names.team: the inspection team has the same number everywhere.

Good::
    inspection: {team: 县委第四巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 县委第四巡察组开展了巡察。
Good::
    inspection: {team: [县委第一巡察组, 县委第六巡察组], feedback: 2021-10}
    lead: 县委第一巡察组和县委第六巡察组开展了巡察。
Good::
    inspection: {team: 县委第四巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 对2019年县委第二巡察组反馈的问题开展回头看。
Bad::
    inspection: {team: 县委第四巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 县委第一巡察组开展了巡察。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import sentence_bounds
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.model.coarse_day import first_day
from disclosure.model.inspection import Inspection

_TEAM = re.compile(r"[省市县区旗州][委]第[一二三四五六七八九十]{1,3}巡[察视]组")
_YEAR = re.compile(r"(\d{4})年")
_ROUND = re.compile(r"第[一二三四五六七八九十]{1,3}轮")
_EARLIER = re.compile(
    r"[上前][一两几]?[轮次]|前期|此前|历[次年]|[以上往去]年|以往|曾[经于在被由]|上届"
)
_NUMBER = re.compile(r"第[一二三四五六七八九十]{1,3}巡[察视]组")


def _check(context: NoticeContext) -> Iterator[Finding]:
    inspection = context.notice.inspection
    teams = inspection.team if inspection else ()
    wanted = [found for team in teams if (found := _NUMBER.search(team))]
    if inspection is None or not wanted:
        return
    levels = {found.string[: found.start()][-2:] for found in wanted}
    named = "、".join(found.string for found in wanted)
    for piece in context.prose:
        for match in _TEAM.finditer(piece.text):
            # Another level's team is another team: 省委第二巡视组.
            own = any(match[0].startswith(level) for level in levels)
            named_here = any(match[0].endswith(found[0]) for found in wanted)
            if own and not named_here and not _another_round(inspection, piece.text, match.start()):
                yield in_piece(piece, match.start(), match.end(), text=match[0], team=named)


def _another_round(inspection: Inspection, text: str, at: int) -> bool:
    """Whether the sentence speaks of an inspection at another time."""
    start, end = sentence_bounds(text, at)
    sentence = text[start:end]
    if _EARLIER.search(sentence):
        return True
    rounds = _ROUND.findall(sentence)
    if inspection.round and rounds and not any(each in inspection.round for each in rounds):
        return True
    years = {int(year) for year in _YEAR.findall(sentence)}
    days = (inspection.start, inspection.end, inspection.feedback)
    held = {first_day(day).year for day in days if day}
    return bool(years and held) and not years & held


RULE = Rule("names.team", Level.ERROR, "通报自身", __doc__, _check)
