"""timeline.inspection: the inspection's days are the same in the text and in ``inspection``.

Good::
    inspection: {team: 第一巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 2021年8月31日至9月13日，第一巡察组开展了巡察。10月28日反馈了巡察意见。
Good::
    inspection: {team: 第一巡察组, start: 2021年8月下旬, end: 2021-09, feedback: 2021-10}
    lead: 2021年8月31日至9月13日，第一巡察组开展了巡察。10月28日反馈了巡察意见。
Good::
    inspection: {team: 第一巡察组, start: 2021-08-31, end: 2021-09-13, feedback: 2021-10-28}
    lead: 2018年3月1日至4月15日，上一轮巡察组开展了巡察。2021年8月31日至9月13日，开展了本轮巡察。
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
from disclosure.model.inspection import Inspection

_BETWEEN = re.compile(r"\s*(?:至|到|—|～|-)\s*")
_VISIT = re.compile(r"巡[察视]")
# 反馈的9个问题 tells of what was found, not of the day.
_FEEDBACK = re.compile(r"反馈(?!的|问题)")

_OTHER = re.compile(r"上[一两轮次]|上届|前[一几]轮|往[年届]|此前|曾|回头看|其[他它]轮")


def _check(context: NoticeContext) -> Iterator[Finding]:
    inspection = context.notice.inspection
    if inspection is None:
        return
    for piece, dates in context.dates:
        if piece.path[0] in {"lead", "summary"}:
            yield from _visits(piece, dates, inspection)
            yield from _feedback(piece, dates, inspection)


def _visits(
    piece: PrintedText, dates: tuple[DateText, ...], inspection: Inspection
) -> Iterator[Finding]:
    start, end = inspection.start, inspection.end
    if not (start and end):
        return
    told = [
        (first, last)
        for first, last in pairwise(dates)
        if _BETWEEN.fullmatch(piece.text[first.end : last.start])
        and _VISIT.search(_rest_of_sentence(piece.text, last.end))
        and not _other_round(piece.text, first, last)
    ]
    # Where one of several is ours, the others tell of other rounds.
    if len(told) > 1 and any(_is(one, start) and _is(two, end) for one, two in told):
        return
    for first, last in told:
        yield from _differs(piece, first, start)
        yield from _differs(piece, last, end)


def _feedback(
    piece: PrintedText, dates: tuple[DateText, ...], inspection: Inspection
) -> Iterator[Finding]:
    wanted = inspection.feedback
    if not wanted:
        return
    ends = {date.end for date in dates if piece.text[date.end : date.end + 1] in "至到—～-"}
    told = [
        found
        for number, found in enumerate(dates)
        if not (number and dates[number - 1].end in ends)
        and found.end not in ends
        and _FEEDBACK.search(_rest_of_sentence(piece.text, found.end))
        and not _other_round(piece.text, found, found)
    ]
    if len(told) > 1 and any(found.as_date and _is(found, wanted) for found in told):
        return
    for found in told:
        yield from _differs(piece, found, wanted)


def _other_round(text: str, first: DateText, last: DateText) -> bool:
    before = text[max(0, first.start - 12) : first.start].rpartition("。")[2]
    return _OTHER.search(before + _rest_of_sentence(text, last.end)) is not None


def _rest_of_sentence(text: str, position: int) -> str:
    return text[position : position + 40].partition("。")[0]


def _is(found: DateText, wanted: date | str) -> bool:
    said = found.as_date
    return said is None or first_day(wanted) <= said <= last_day(wanted)


def _differs(piece: PrintedText, found: DateText, wanted: date | str) -> Iterator[Finding]:
    if not _is(found, wanted):
        text = piece.text[found.start : found.end]
        yield in_piece(piece, found.start, found.end, text=text, wanted=str(wanted))


RULE = Rule("timeline.inspection", Level.ERROR, "通报自身", __doc__, _check)
