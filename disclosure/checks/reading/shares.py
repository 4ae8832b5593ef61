"""Shares with the whole they are of: 共40个，其中党建类10个，占25%, and rows of 占."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure.checks.reading.chains import adds_up
from disclosure.checks.reading.growth import may_be
from disclosure.checks.reading.quantities import Quantity, sentence_bounds

# Of the year before, of a plan or of another office: another whole than that of the sentence.
_SHARE = re.compile(
    r"[\u4e00-\u9fff]{0,10}[，,（(]约?占(?:比(?:为|达到?)?|总(?:数|量|额|支出|收入|投资|人数)的?|全部[\u4e00-\u9fff]{0,6}的"
    r"|(?:本年|当年|年度)?(?:总)?(?:支出|收入|问题)(?:合计|总额|总数|总计)?的)?"
)
_OF_NAMED = re.compile(
    r"[\u4e00-\u9fff]{0,8}[，,（]占(?P<name>[\u4e00-\u9fff]{4,14}?)的(?:比例为)?"
)
_FARTHEST = 12
_AMONG = re.compile(
    r"[\u4e00-\u9fff]{0,8}[，,]其中[：:，,]?[\u4e00-\u9fff“”]{0,14}"
    r"|[\u4e00-\u9fff“”]{0,16}中[，,][\u4e00-\u9fff“”、]{0,30}"
)
_OPENS = re.compile(r"[：:]|其中")
_PLAN = re.compile(r"(?:预算|计划|任务|目标)(?:数|资金|安排|总额)?(?:为|是)?$")
_DONE = re.compile(
    r"[，,][\u4e00-\u9fff]{0,8}(?:决算|支出|执行|实际完成|实际)(?:数|支出)?(?:为|是)?"
)
_OF_PLAN = re.compile(
    r"[，,](?:完成|为|占)(?:当年|年初|调整|全年)?(?:预算|计划|任务|目标)(?:数|任务)?的?(?:比例)?(?:为)?"
)
# So many other shares of a row, or parts that come to it, prove what they are shares of.
_PROVED = 2


class Share(NamedTuple):
    """A part of a whole with its percentage.

    Attributes:
        whole: of which it is a part.
        part: the part.
        rate: the percentage.
        fits: the numbers give it, rounded or cut off, or rounded so that a row makes 100.

    """

    whole: Quantity
    part: Quantity
    rate: Quantity
    fits: bool


def shares_in(text: str, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Yield the shares of which it is certain what they are shares of.

    Args:
        text: where they stand.
        quantities: all of the text, in order.

    """
    yield from _planned(text, quantities)
    if "占" not in text:
        return
    yield from _of_named(text, quantities)
    pairs = [
        number
        for number in range(1, len(quantities))
        if quantities[number].unit == "%"
        and quantities[number - 1].unit != "%"
        and _SHARE.fullmatch(text, quantities[number - 1].end, quantities[number].start)
    ]
    for row in _rows(text, quantities, pairs):
        yield from _proved(text, quantities, row) or _named(text, quantities, row)


def _rows(text: str, quantities: Sequence[Quantity], pairs: list[int]) -> Iterator[list[int]]:
    """Yield the pairs of one sentence and one unit together."""
    row: list[int] = []
    for number in pairs:
        before = quantities[row[-1]] if row else None
        if before is not None:
            start, _ = sentence_bounds(text, quantities[number].start)
            if before.start < start or quantities[row[0] - 1].unit != quantities[number - 1].unit:
                yield row
                row = []
        row.append(number)
    if row:
        yield row


def _proved(text: str, quantities: Sequence[Quantity], row: list[int]) -> list[Share]:
    """Return the shares of the whole that most of a row are shares of."""
    first = quantities[row[0] - 1]
    before = quantities[max(0, row[0] - 1 - _FARTHEST) : row[0] - 1]
    wholes = [q for q in reversed(before) if q.unit == first.unit and q.value and not q.about]
    for number, whole in enumerate(wholes):
        shares = [_share(whole, quantities[at - 1], quantities[at]) for at in row]
        fitting = sum(share.fits for share in shares if share.part.value)
        failing = sum(not share.fits for share in shares)
        # 支出100万元，主要用于以下方面：…: of the nearest whole one share is proof enough.
        told = number == 0 and _OPENS.search(text, whole.end, first.start)
        needed = 1 if told else _PROVED
        every = len(row) >= _PROVED and adds_up([share.part for share in shares], whole)
        if every or (fitting >= needed and fitting >= needed * failing):
            return shares
    return []


def _named(text: str, quantities: Sequence[Quantity], row: list[int]) -> list[Share]:
    """Return the share of a part that stands behind 其中, right behind its whole."""
    number = row[0]
    if number < 2:
        return []
    whole, part, rate = quantities[number - 2 : number + 1]
    right_behind = _AMONG.fullmatch(text, whole.end, part.start)
    about = whole.about or part.about or rate.about
    if not right_behind or about or whole.unit != part.unit or not whole.value:
        return []
    return [_share(whole, part, rate)]


def _of_named(text: str, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Yield the shares of a whole that is called by its name: 采购总额120万元 … 占采购总额的."""
    for number in range(2, len(quantities)):
        part, rate = quantities[number - 1 : number + 1]
        named = _OF_NAMED.fullmatch(text, part.end, rate.start)
        if rate.unit != "%" or part.unit == "%" or named is None:
            continue
        called = re.compile(rf"{named['name']}(?:为|共|达)?\x20?$")
        for whole in reversed(quantities[max(0, number - 1 - _FARTHEST) : number - 1]):
            if called.search(text[max(0, whole.start - 24) : whole.start]):
                about = whole.about or part.about or rate.about
                if whole.unit == part.unit and not about and whole.value:
                    yield _share(whole, part, rate)
                break


def _planned(text: str, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Yield what was done of a plan: 年初预算为100万元，支出决算为90万元，完成年初预算的90%."""
    if "完成" not in text:
        return
    for plan, done, rate in zip(quantities, quantities[1:], quantities[2:], strict=False):
        if rate.unit != "%" or plan.unit != done.unit or not plan.value or plan.unit == "%":
            continue
        is_plan = _PLAN.search(text[max(0, plan.start - 12) : plan.start])
        is_done = _DONE.fullmatch(text, plan.end, done.start)
        is_rate = _OF_PLAN.fullmatch(text, done.end, rate.start)
        about = plan.about or done.about or rate.about
        if is_plan and is_done and is_rate and not about:
            yield _share(plan, done, rate)


def _share(whole: Quantity, part: Quantity, rate: Quantity) -> Share:
    return Share(whole, part, rate, may_be(rate, part, whole))
