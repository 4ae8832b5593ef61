"""timeline.weekday: the day of the week is that of the date.

Good: 2021年11月23日（星期二）召开会议。
Good: 2021年11月23日起，周一至周五受理。
Good: 2021年11月23日，周一鸣同志主持会议。
Bad: 2021年11月23日（星期三）召开会议。
Bad: 2021年11月23日下午，星期四，开展督查。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_HOUR = "(?:上午|下午|晚上?|早上|中午|凌晨|清晨|傍晚|当[天晚日])"
# 周一至周五 and 周三、周四 are no day; 周一鸣 is a person.
_WEEKDAY = re.compile(
    rf"[（(，,、\s]{{0,2}}{_HOUR}?[（(，,、\s]{{0,2}}(?:(?:星期|礼拜)(?P<day>[一二三四五六日天])"
    rf"|周(?P<short>[一二三四五六日])(?=[）)，,。；\s\d]|{_HOUR}|[召举组开赴在到]|$))"
    r"(?![至到—～~-]|[、和及或](?:星期|礼拜|周|[一二三四五六日]))[）)]?"
)
_DAYS = "一二三四五六日"


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, dates in context.dates:
        if not any(word in piece.text for word in ("星期", "周", "礼拜")):
            continue
        sure = -1  # to where the year of the last date that names one holds
        for found in dates:
            if found.has_year:
                stop = piece.text.find("。", found.end)
                sure = stop if stop >= 0 else len(piece.text)
            match = _WEEKDAY.match(piece.text, found.end)
            day = found.as_date if found.start <= sure else None
            if match and day:
                wanted = _DAYS[day.weekday()]
                if (match["day"] or match["short"]).replace("天", "日") != wanted:
                    text = piece.text[found.start : match.end()]
                    yield in_piece(piece, found.start, match.end(), text=text, wanted=wanted)


RULE = Rule("timeline.weekday", Level.ERROR, "公历", __doc__, _check)
