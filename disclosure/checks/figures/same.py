"""figures.same: what is counted twice is counted alike.

The same words before the number and the same unit behind it are taken for the same thing
where both are totals (共计, 累计), or where they are long and the second refers back (上述). Many
different numbers behind the same words are a series of events, not a contradiction.

Good: 宣传政策和入企走访共计50余次。上述宣传政策和入企走访共计50余次。
Good: 2021年新建改造农村公路里程120公里。2022年再新建改造农村公路里程100公里。
Good: 新建改造农村公路里程120公里。计划新建改造农村公路里程100公里。
Bad: 宣传政策和入企走访共计50余次。上述宣传政策和入企走访共计50次。
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import (
    Quantity,
    sentence_bounds,
    words_before,
)
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_PHRASE = re.compile(
    r"(?:^|[，。；：:、（(！？\s])(?P<phrase>[\u4e00-\u9fff“”]{4,24}?)"
    r"(?P<total>共计|共|累计|总计|合计|总数|达到|达|为|约|了)*$"
)
_TOTAL = re.compile(r"(?:共计|共|累计|总计|合计)$")
_HEAD = re.compile(r"^(?:上述|以上|该|其中|目前|已|已经|年内|全年)+")
# Of another year, of a plan, of another case: another quantity.
_WHEN = re.compile(
    r"\d+年|\d+月|上年|去年|今年|本年|明年|上半年|下半年|季度|上月|本月|截至|累计|全年|年初|年末|期末|期初"
    r"|计划|再|将|拟|预计|目标|力争|预算|决算|要求|以下|以上|不得|罚款|情节|第.批|首批|新增|最高|最低|不超过|每"
)
_AGAIN = ("上述", "以上", "该")
_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,8}")
_LONG = 8
_SHORT = 5
# So many characters at the end of the words make them the same.
_TAIL = 9


class _Said(NamedTuple):
    piece: PrintedText
    quantity: Quantity
    total: bool
    again: bool
    phrase: str


def _check(context: NoticeContext) -> Iterator[Finding]:
    said: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    named: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for piece, quantities in context.quantities:
        for quantity in quantities:
            match = _PHRASE.search(piece.text[max(0, quantity.start - 31) : quantity.start])
            if quantity.unit == "%" or match is None:
                continue
            phrase = _HEAD.sub("", match["phrase"])
            if len(phrase) >= _SHORT:
                total = bool(_TOTAL.search(words_before(piece.text, quantity.start)))
                again = match["phrase"].startswith(_AGAIN)
                one = _Said(piece, quantity, total, again, phrase)
                said[phrase, quantity.unit].append(one)
                named[phrase[-_TAIL:], quantity.unit].append(one)
    for found in said.values():
        yield from _contradictions(found) if len(found) > 1 else ()
    yield from _against_metrics(context, named)


def _around(one: _Said) -> tuple[str, ...]:
    """Return what is counted, and of which time and case the sentence speaks."""
    text, quantity = one.piece.text, one.quantity
    start, _ = sentence_bounds(text, quantity.start)
    behind = _BEHIND.match(text, quantity.end)
    noun = behind[0] if behind else ""
    return (noun, *sorted(set(_WHEN.findall(text, start, quantity.end + len(noun)))))


def _contradictions(said: list[_Said]) -> Iterator[Finding]:
    """Yield what differs among numbers behind the same words, of the same time and case."""
    alike: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for one in said:
        alike[_around(one)].append(one)
    for found in alike.values():
        values = {(one.quantity.value, one.quantity.about) for one in found}
        totals = all(one.total for one in found)
        referring = len(found) == 2 and found[1].again and len(found[0].phrase) >= _LONG
        if len(values) != 2 or not (totals or referring):
            continue
        first = found[0].quantity
        for one in found[1:]:
            if (one.quantity.value, one.quantity.about) != (first.value, first.about):
                yield _differs(one.phrase, first.written, one)


def _against_metrics(
    context: NoticeContext, said: dict[tuple[str, str], list[_Said]]
) -> Iterator[Finding]:
    """Yield typed numbers that differ from the figure of the same name."""
    names = [metric.name for metric in context.notice.metrics]
    for metric in context.notice.metrics:
        figure = context.figures.get(metric.id)
        if figure is None or names.count(metric.name) > 1 or len(metric.name) < _SHORT:
            continue
        unit = figure.unit.lstrip("百千万亿")
        for (tail, counted), found in said.items():
            if counted == unit and _ends_alike(tail, metric.name):
                yield from (
                    _differs(metric.name, figure.text, one)
                    for one in found
                    if _typed(one, figure.text)
                )


def _ends_alike(tail: str, name: str) -> bool:
    return tail.endswith(name[-_TAIL:]) or name.endswith(tail)


def _typed(one: _Said, shown: str) -> bool:
    """Whether another number than the figure's was typed."""
    return not one.piece.figure_at(one.quantity.start) and one.quantity.written.replace(
        ",", ""
    ) != shown.replace(",", "")


def _differs(phrase: str, other: str, one: _Said) -> Finding:
    quantity = one.quantity
    return in_piece(
        one.piece, quantity.start, quantity.end, phrase=phrase, text=quantity.written, other=other
    )


RULE = Rule("figures.same", Level.WARNING, "通报自身", __doc__, _check)
