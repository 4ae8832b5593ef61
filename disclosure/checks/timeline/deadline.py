"""timeline.deadline: what is past its deadline on the notice's own day is not still under way.

Good::
    sections: [{title: 甲, outcomes: 在改。, status: 正在整改, deadline: 2022-12-31}]
Good::
    sections: [{title: 甲, outcomes: 在改。, status: 正在整改, deadline: 2022-02}]
Good::
    sections: [{title: 甲, outcomes: 在改。, status: 正在整改, deadline: 2021年底前，并长期坚持}]
Bad::
    sections: [{title: 甲, outcomes: 在改。, status: 正在整改, deadline: 2022-01}]
Bad::
    sections: [{title: 甲, outcomes: 在改。, status: 正在整改, deadline: 2022-01-31}]
Bad::
    sections: [{title: 甲, outcomes: 在改。, status: 部分完成并持续整改, deadline: 2022-01-31}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.deadline import last_day
from disclosure.model.status import Status

_UNDONE = {
    Status.PARTLY_DONE,
    Status.IN_PROGRESS,
    Status.UNFINISHED,
    Status.NOT_STARTED,
    Status.IN_HAND,
}


def _check(context: NoticeContext) -> Iterator[Finding]:
    # Against the notice's own day, never today: the finding must be the same in ten years.
    today = context.notice.dated
    for node in context.outline.nodes:
        deadline, status = node.section.deadline, node.section.status
        if deadline is None or status is None or status.state not in _UNDONE:
            continue
        # Words are for people to judge: 反馈后3个月内.
        if today and (last := last_day(deadline)) and last < today:
            yield at_value(
                (*node.path, "deadline"),
                deadline=str(deadline),
                status=str(status),
                day=today.isoformat(),
            )


RULE = Rule("timeline.deadline", Level.WARNING, "通报自身", __doc__, _check)
