"""Dates behind the day of publication, and what a text says of them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.dates import DateText
from disclosure.checks.reading.quantities import sentence_bounds
from disclosure.document.printed import PrintedText

_PLANNED = re.compile(
    r"预计|计划|拟|力争|确保|争取|即将|将(?:[于在会要按由对达建]|继续|陆续|适时|全[部面]|组织|开展|召开|举)|时限|期限|限期|规划|方案|目标|公示|有效|任期|为期|期满|届满|到期|截[至止]"
    r"|不[得晚迟]|最[晚迟]|延[长期至]|[持延]续|施行|实施|执行|生效|适用|起[，、至]|起(?:正式)?(?=[\u4e00-\u9fff]{0,6}(?:[，。]|$))"
    r"|底前|之前|以前|前(?:全面|全部|基本)?(?:完成|到位)|[日月年底]前|每年|至今后|应当?|必须|需要?|可以|可(?=申|享|办|按)|如果|若|定于|凡|会决定|期间(?:[购新申办买缴签参销]|，已)"
)
_TITLES = re.compile("《[^《》]*》")
# What a period of a policy grants.
_GRANTED = re.compile(
    "给予|享受|购|申[请报领]|受理|报名|补贴|补助|减|免|优惠|有效|活动|为期|开放|放假"
)
_TO = "至到—－–~～-"
_DONE_BEFORE = re.compile(r"(?:已经?|曾经?)(?:于|在)?$")
_DONE_AFTER = re.compile(
    r"(?<!而)已经?(?!有的|知)|曾|(?<!为)了(?!解|结|如|却)|(?<=[\u4e00-\u9fff])过(?=[。，；])"
)
# 截至2032年3月，已整改12个: up to where data reach, and no end of a term.
_AS_OF = re.compile(r"(?:^|[。；，：（\s])(?:数据|统计)?截[至止]到?$")
_COUNTED = re.compile(
    r"[，,、）日月底止]*[^。；]{0,16}?(?:已|共|累计|全部|完成|整改|办结|收到|有\d)"
)
_TERM = re.compile("受理|报名|申[请报领]|时间|期限|有效|投标|领取")
_EVENT = re.compile(
    r"[，,]?(?:上午|下午|晚上?|中午|凌晨)?[，,]?[^，。；：、]{0,14}?"
    r"(?:召开|举[办行]|印发|下发|出台|成立|收到|约谈|通报|反馈|移交|立案|清退|上缴|办结|开展|组织|进行|完成|到位|审议|研究|赴)"
)
Dated = tuple[PrintedText, tuple[DateText, ...]]


class LaterDate(NamedTuple):
    """A date behind the day of publication that no plan, period or validity explains.

    Attributes:
        piece: the text.
        date: where it stands.
        done: the sentence tells of it as done.
    """

    piece: PrintedText
    date: DateText
    done: bool


def later_dates(context: NoticeContext) -> Iterator[LaterDate]:
    """Yield those of a notice; nothing where it names no day of publication."""
    published = context.notice.published
    return later_than(published, context.dates) if published else iter(())


def later_than(published: date, dated: Iterable[Dated]) -> Iterator[LaterDate]:
    """Yield those of texts, each given with its dates."""
    for piece, dates in dated:
        if piece.path[0] == "posting_period":
            continue
        for number, found in enumerate(dates):
            earliest = found.earliest
            # A date whose year was taken over from another is not sure enough.
            if earliest is None or earliest <= published or not (found.has_year and found.month):
                continue
            # 2022年3月1日至2023年2月28日 is a period that has begun.
            before = dates[number - 1] if number else None
            in_period = piece.text[found.end : found.end + 1] in tuple(_TO)
            if before and piece.text[before.end : found.start].strip() in tuple(_TO):
                begun = before.earliest
                if begun is None or begun <= published:
                    continue
                in_period = True
            done = _is_done(piece.text, found)
            granted = in_period and not done and _GRANTED.search(piece.text, found.end)
            if not granted and not _is_planned(piece.text, found):
                yield LaterDate(piece, found, done)


def _is_planned(text: str, found: DateText) -> bool:
    start, end = sentence_bounds(text, found.start)
    if _is_as_of(text, found, start, end):
        return False
    # In a title between 《 》 a year is part of a name.
    quoted = text.rfind("《", start, found.start) > text.rfind("》", start, found.start)
    if quoted or text[found.end : found.end + 1] in {"起", "前"}:
        return True
    if (
        text[max(0, found.start - 2) : found.start]
        .rstrip("于在")
        .endswith(("至", "到", "自", "从"))
    ):
        return True
    # 已于2032年3月实施: what is said before the date counts more than words behind it.
    if _DONE_BEFORE.search(text, max(0, found.start - 4), found.start):
        return False
    # 《意识形态工作责任制实施办法》 plans nothing.
    return _PLANNED.search(_TITLES.sub("", text[start:end])) is not None


def _is_as_of(text: str, found: DateText, start: int, end: int) -> bool:
    named = _AS_OF.search(text, max(start - 1, 0, found.start - 8), found.start)
    return bool(named and _COUNTED.match(text, found.end) and not _TERM.search(text, start, end))


def _is_done(text: str, found: DateText) -> bool:
    start, end = sentence_bounds(text, found.start)
    if text.startswith("以来", found.end) or _is_as_of(text, found, start, end):
        return True
    if _DONE_BEFORE.search(text, max(start, found.start - 4), found.start):
        return True
    stops = [at for mark in "；;" if (at := text.find(mark, found.end, end)) >= 0]
    clause = text[found.end : min(stops, default=end)]
    if _DONE_AFTER.search(clause[:60]):
        return True
    return bool(found.day and _EVENT.match(clause))
