"""structure.status_text: what is said of a problem does not contradict its status.

Good::
    sections: [{title: 甲, outcomes: 已全部整改到位。, status: 已完成}]
Good::
    sections: [{title: 甲, outcomes: 已整改到位，后续正在推进。, status: 已完成并持续整改}]
Good::
    sections: [{title: 甲, outcomes: 该件上一批公开时为“正在办理”，现已办结。, status: 已办结}]
Bad::
    sections: [{title: 甲, outcomes: 管网正在施工。, status: 已完成并长期坚持}]
Bad::
    sections: [{title: 甲, outcomes: 已全部整改到位。, status: 正在整改}]
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.model.status import GOES_ON, Status

# In quotes it is cited: 该件上一批为“正在办理”，现已办结。
_OPEN = re.compile(
    r"(?<!“)(?:(?:尚未|还未|仍未|未能)(?:完成|整改|到位|验收|办结)"
    r"|正在(?:整改|推进|施工|办理|进行)|预计.{0,16}完成|待.{1,12}后(?:组织)?(?:验收|完成|整改))"
)
_CLOSED = re.compile(
    r"(?:已)?(?:全部|均已|全面)(?:整改)?(?:到位|完成|办结|整改完毕|完成整改)|已完成整改|已整改(?:到位|完毕)"
)
_DONE = {Status.DONE, Status.CLOSED}
_UNDONE = {Status.IN_PROGRESS, Status.UNFINISHED, Status.NOT_STARTED, Status.IN_HAND}


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        status = piece.node.section.status if piece.node and piece.node.problem else None
        # A heading tells of the time before.
        if status is None or piece.path[-1] == "title":
            continue
        # What is done and goes on (已完成并持续整改) may well tell of what is under way.
        is_done = status.state in _DONE and status.ending != GOES_ON
        pattern = _OPEN if is_done else _CLOSED if status.state in _UNDONE else None
        match = pattern.search(piece.text) if pattern else None
        if match:
            yield in_piece(piece, match.start(), match.end(), text=match[0], status=str(status))


RULE = Rule("structure.status_text", Level.WARNING, "通报自身", __doc__, _check)
