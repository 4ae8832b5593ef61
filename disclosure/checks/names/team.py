"""names.team: the inspection team has the same number everywhere.

Good::
    inspection: {team: 县委第四巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 县委第四巡察组开展了巡察。
Good::
    inspection: {team: [县委第一巡察组, 县委第六巡察组], feedback: 2021-10}
    lead: 县委第一巡察组和县委第六巡察组开展了巡察。
Bad::
    inspection: {team: 县委第四巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 县委第一巡察组开展了巡察。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_TEAM = re.compile(r"[省市县区旗州][委]第[一二三四五六七八九十]{1,3}巡[察视]组")
_NUMBER = re.compile(r"第[一二三四五六七八九十]{1,3}巡[察视]组")


def _check(context: NoticeContext) -> Iterator[Finding]:
    inspection = context.notice.inspection
    teams = inspection.team if inspection else ()
    wanted = [found for team in teams if (found := _NUMBER.search(team))]
    if not wanted:
        return
    levels = {found.string[: found.start()][-2:] for found in wanted}
    named = "、".join(found.string for found in wanted)
    for piece in context.prose:
        for match in _TEAM.finditer(piece.text):
            # Another level's team is another team: 省委第二巡视组.
            own = any(match[0].startswith(level) for level in levels)
            if own and not any(match[0].endswith(found[0]) for found in wanted):
                yield in_piece(piece, match.start(), match.end(), text=match[0], team=named)


RULE = Rule("names.team", Level.ERROR, "通报自身", __doc__, _check)
