"""timeline.series: days that are told one after the other are not a year off.

Good: 2021年9月27日召开动员会。2021年10月8日印发整改方案。2021年11月5日召开推进会。
Good: 2021年9月27日召开会议。2019年10月8日印发的办法已修订。2021年11月5日召开推进会。
Bad: 2021年9月27日召开动员会。2020年10月8日印发整改方案。2021年11月5日召开推进会。
"""

import re
from collections.abc import Iterator
from datetime import date

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import DateText
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role

# What begins a sentence is told; a day in its midst may be that of a document.
_OPENING = re.compile(
    r"(?:^|[。；！？])(?:[一二三四五六七八九十]{1,2}是|[①-⑳]|其中，|[（(]\d{1,2}[）)])?\s*$"
)
_NOT_TOLD = re.compile(r"[^，。；]{0,12}(?:发的|定的|布的|行的|订的|起|以来|之前|前|至|到|—)")
_MOST_YEARS = 1
_Told = tuple[PrintedText, DateText, date]


def _check(context: NoticeContext) -> Iterator[Finding]:
    told: list[_Told] = []
    section = None
    for piece, dates in context.dates:
        if piece.node != section or piece.role is Role.CELL:
            yield from _off(told)
            told, section = [], piece.node
        if piece.role is not Role.CELL:
            told += [(piece, found, day) for found in dates if (day := _told(piece.text, found))]
    yield from _off(told)


def _told(text: str, found: DateText) -> date | None:
    if not (found.has_year and _OPENING.search(text[max(0, found.start - 8) : found.start])):
        return None
    return None if _NOT_TOLD.match(text, found.end) else found.as_date


def _off(told: list[_Told]) -> Iterator[Finding]:
    for (_, _, before), (piece, found, day), (_, _, after) in zip(
        told, told[1:], told[2:], strict=False
    ):
        if not before <= after or before <= day <= after or after.year - before.year > _MOST_YEARS:
            continue
        for year in (day.year - 1, day.year + 1):
            if day.day <= 28 and before <= day.replace(year=year) <= after:
                text = piece.text[found.start : found.end]
                yield in_piece(piece, found.start, found.end, text=text, wanted=str(year))


RULE = Rule("timeline.series", Level.WARNING, "通报自身", __doc__, _check)
