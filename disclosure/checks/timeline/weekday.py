"""timeline.weekday: the day of the week is that of the date.

Good: 2021年11月23日（星期二）召开会议。
Bad: 2021年11月23日（星期三）召开会议。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_WEEKDAY = re.compile(r"[（(]?(?:星期|周|礼拜)(?P<day>[一二三四五六日天])[）)]?")
_DAYS = "一二三四五六日"


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, dates in context.dates:
        for found in dates:
            match = _WEEKDAY.match(piece.text, found.end)
            day = found.as_date
            if match and day:
                wanted = _DAYS[day.weekday()]
                if match["day"].replace("天", "日") != wanted:
                    text = piece.text[found.start : match.end()]
                    yield in_piece(piece, found.start, match.end(), text=text, wanted=wanted)


RULE = Rule("timeline.weekday", Level.ERROR, "公历", __doc__, _check)
