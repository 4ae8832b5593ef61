"""timeline.inspection: the inspection's days are the same in the text and in ``inspection``.

Good::
    inspection: {team: 第一巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 2021年8月31日至9月13日，第一巡察组开展了巡察。10月28日反馈了巡察意见。
Good::
    inspection: {team: 第一巡察组, start: 2021年8月下旬, end: 2021-09, feedback: 2021-10}
    lead: 2021年8月31日至9月13日，第一巡察组开展了巡察。10月28日反馈了巡察意见。
Bad::
    inspection: {team: 第一巡察组, start: 2021年8月下旬, end: 2021-09, feedback: 2021-10}
    lead: 2021年8月31日至9月13日，第一巡察组开展了巡察。11月28日反馈了巡察意见。
Bad::
    inspection: {team: 第一巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 2021年8月31日至9月23日，第一巡察组开展了巡察。10月28日反馈了巡察意见。
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import DateText
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.model.coarse_day import first_day, last_day

_BETWEEN = re.compile(r"\s*(?:至|到|—|～|-)\s*")
_VISIT = re.compile(r"巡[察视]")
# 反馈的9个问题 tells of what was found, not of the day.
_FEEDBACK = re.compile(r"反馈(?!的|问题)")


def _check(context: NoticeContext) -> Iterator[Finding]:
    inspection = context.notice.inspection
    if inspection is None:
        return
    for piece, dates in context.dates:
        if piece.path[0] not in {"lead", "summary"}:
            continue
        for first, last in pairwise(dates):
            between = piece.text[first.end : last.start]
            after = _rest_of_sentence(piece.text, last.end)
            visited = _BETWEEN.fullmatch(between) and _VISIT.search(after)
            if visited and inspection.start and inspection.end:
                yield from _differs(piece, first, inspection.start)
                yield from _differs(piece, last, inspection.end)
        ends = {date.end for date in dates if piece.text[date.end : date.end + 1] in "至到—～-"}
        for number, found in enumerate(dates):
            if number and dates[number - 1].end in ends:
                continue
            after = _rest_of_sentence(piece.text, found.end)
            if inspection.feedback and found.end not in ends and _FEEDBACK.search(after):
                yield from _differs(piece, found, inspection.feedback)


def _rest_of_sentence(text: str, position: int) -> str:
    return text[position : position + 40].partition("。")[0]


def _differs(piece: PrintedText, found: DateText, wanted: date | str) -> Iterator[Finding]:
    said = found.as_date
    if said and not first_day(wanted) <= said <= last_day(wanted):
        text = piece.text[found.start : found.end]
        yield in_piece(piece, found.start, found.end, text=text, wanted=str(wanted))


RULE = Rule("timeline.inspection", Level.ERROR, "通报自身", __doc__, _check)
