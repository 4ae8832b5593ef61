"""timeline.impossible: every date in the text is in the calendar, every hour on the clock.

Good: 2022年1月31日召开会议。
Good: 专题研讨班于本月23日至26日举行，下月1日至4日总结。
Good: 考勤记录显示，2021年4月31日全部人员在岗。
Bad: 会议于上午9:75开始。
Bad: 2022年2月30日召开会议。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# What a record says is told as it stands there: that it says so is the problem.
_RECORDED = re.compile(
    "(?:记录|台账|考勤|签到|签字|日志|档案|凭证|发票|票据|单据|笔记|登记|材料)[^。；]{0,12}"
    "(?:显示|载明|记载|写有|写着|填写|标注|落款|为|：)[^。；]*$"
)
_COLON = re.compile(r"[:：]\d")
_HOUR = re.compile(
    r"(?:上午|下午|早上|中午|晚上|凌晨)(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?![\d:：])"
)
_LAST_HOUR = 24
_LAST_MINUTE = 59


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, dates in context.dates:
        for found in dates:
            if not found.exists and not _RECORDED.search(piece.text[: found.start]):
                text = piece.text[found.start : found.end]
                yield in_piece(piece, found.start, found.end, text=text)
    for piece in context.prose:
        for match in _HOUR.finditer(piece.text) if _COLON.search(piece.text) else ():
            if int(match["hour"]) > _LAST_HOUR or int(match["minute"]) > _LAST_MINUTE:
                yield in_piece(piece, match.start("hour"), match.end(), text=match[0])


RULE = Rule("timeline.impossible", Level.ERROR, "GB/T 15835—2011 5.1.4", __doc__, _check)
