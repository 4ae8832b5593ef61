"""names.team: the inspection team has the same number everywhere.

Good::
    inspection: {team: 县委第四巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 县委第四巡察组开展了巡察。
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
    wanted = _NUMBER.search(inspection.team) if inspection else None
    if wanted is None:
        return
    level = wanted.string[: wanted.start()][-2:]
    for piece in context.prose:
        for match in _TEAM.finditer(piece.text):
            # Another level's team is another team: 省委第二巡视组.
            if match[0].startswith(level) and not match[0].endswith(wanted[0]):
                yield in_piece(piece, match.start(), match.end(), text=match[0], team=wanted.string)


RULE = Rule("names.team", Level.ERROR, "通报自身", __doc__, _check)
