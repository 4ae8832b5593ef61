"""timeline.posting_days: a posting period said to have N working days has N.

Working days by the State Council's calendar, weekends that are worked included.

Good::
    posting_period: {start: 2022-02-23, end: 2022-03-01}
    closing: 公示期为5个工作日。
Good::
    posting_period: {start: 2022-02-23, end: 2022-03-01}
    sections: [{title: 下一步工作, body: 接收预备党员均经公示7个工作日。}]
Bad::
    posting_period: {text: 2022年2月23日至3月1日，共8天。, start: 2022-02-23, end: 2022-03-01}
Bad::
    posting_period: {start: 2022-02-23, end: 2022-03-01}
    closing: 公示期为7个工作日。
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_STATED = re.compile(
    r"公[示开告](?:期|时间|期限)?(?:为|共|：|:|不少于)?(?P<days>\d{1,3})个?(?P<kind>工作日|天|日)"
)
_OWN_WORDS = re.compile(r"共(?:计)?(?P<days>\d{1,3})个?(?P<kind>工作日|天|日)")
_LONGEST = 400


def _check(context: NoticeContext) -> Iterator[Finding]:
    period = context.notice.posting_period
    if period is None or period.days is None:
        return
    for piece in context.prose:
        # Sections tell of other postings: of new members, of prizes. 公示时间 may be one, too.
        if piece.node and "公示" not in piece.node.section.title:
            continue
        stated = _OWN_WORDS if piece.path[0] == "posting_period" else _STATED
        for match in stated.finditer(piece.text):
            working = match["kind"] == "工作日"
            found = _days(period.days, context, working=working)
            if found is not None and found != int(match["days"]):
                yield in_piece(piece, match.start(), match.end(), text=match[0], found=str(found))


def _days(period: tuple[date, date], context: NoticeContext, *, working: bool) -> int | None:
    start, end = period
    length = (end - start).days + 1
    if not working:
        return length
    days = [start + timedelta(days=n) for n in range(min(length, _LONGEST))]
    workdays = [context.is_workday(day) for day in days]
    # Not announced is not known; timeline.calendar says so.
    return None if None in workdays else sum(bool(each) for each in workdays)


RULE = Rule("timeline.posting_days", Level.ERROR, "国务院办公厅节假日安排", __doc__, _check)
