"""timeline.year: a month and day stand where the reader knows of which year.

Good: 2021年9月27日，成功举办推介会。
Bad: 9月27日，成功举办推介会。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# 每年9月27日, 当年9月 and 次年3月 say which year they mean.
_SAYS = re.compile(r"(?:每年|当年|同年|次年|今年|去年|本年|上年|翌年|年度)$")
_YEAR = re.compile(r"\d{4}年")
_NEAR = 24


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, dates in context.dates:
        for found in dates:
            if found.year or not (found.month and found.day):
                continue
            before = piece.text[max(0, found.start - 4) : found.start]
            after = piece.text[found.end : found.end + _NEAR]
            if (
                _SAYS.search(before)
                or _YEAR.search(piece.text, 0, found.start)
                or _YEAR.search(after)
            ):
                continue
            text = piece.text[found.start : found.end]
            yield in_piece(piece, found.start, found.end, text=text)
            break  # the years of the others follow from the first


RULE = Rule("timeline.year", Level.WARNING, "GB/T 15835—2011 5.1.4", __doc__, _check)
