"""names.leaders: names of the listed leaders are written as they are.

Good::
    terms: {leaders: [{name: 欧阳建国, post: 县委书记}]}
    lead: 县委书记欧阳建国主持会议。
Bad::
    terms: {leaders: [{name: 欧阳建国, post: 县委书记}]}
    lead: 县委书记欧阳健国主持会议。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.slips import difference
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_BEHIND = 4


def _check(context: NoticeContext) -> Iterator[Finding]:
    leaders = context.terms.leaders
    day = context.notice.dated
    if day:
        leaders = tuple(leader for leader in leaders if leader.holds_on(day))
    for piece in context.whole():
        for leader in leaders:
            for match in re.finditer(re.escape(leader.post), piece.text):
                said = re.match(rf"[\u4e00-\u9fff]{{2,{_BEHIND}}}", piece.text[match.end() :])
                shown = said[0][: len(leader.name)] if said else ""
                if not shown or shown == leader.name:
                    continue
                # One character off, at the same length: two-character names need both.
                if len(leader.name) > 1 and _resembles(shown, leader.name):
                    start = match.end()
                    yield in_piece(
                        piece,
                        start,
                        start + len(shown),
                        text=shown,
                        name=leader.name,
                        post=leader.post,
                    )


def _resembles(shown: str, name: str) -> bool:
    return difference(shown, name) is not None and (shown[0] == name[0] or shown[1:] == name[1:])


RULE = Rule("names.leaders", Level.ERROR, "国办秘函〔2019〕19号（严重表述错误）", __doc__, _check)
