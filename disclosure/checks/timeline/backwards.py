"""timeline.backwards: what begins comes before what ends.

Good: 巡察组于2021年8月31日至9月13日开展巡察。
Good: 每年11月15日至3月15日供暖。
Bad: 巡察组于2021年9月13日至8月31日开展巡察。
Bad: 巡察组于9月23日至9月13日开展巡察。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import DateText
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_BETWEEN = re.compile(r"\s*(?:至|到|—|－|–|~|～|-|——)\s*")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, dates in context.dates:
        for first, last in pairwise(dates):
            between = piece.text[first.end : last.start]
            if _BETWEEN.fullmatch(between) and _backwards(first, last):
                text = piece.text[first.start : last.end]
                yield in_piece(piece, first.start, last.end, text=text)


def _backwards(first: DateText, last: DateText) -> bool:
    if first.year != last.year or not (first.month and last.month):
        return first.year > last.year
    if not first.has_year and first.month != last.month:
        return False  # 11月15日至3月15日 ends in another year
    # Only what both of them name can be compared.
    if first.day and last.day:
        return (first.month, first.day) > (last.month, last.day)
    return first.month > last.month


RULE = Rule("timeline.backwards", Level.ERROR, "通报自身", __doc__, _check)
