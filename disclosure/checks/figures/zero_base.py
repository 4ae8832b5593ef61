"""figures.zero_base: of nothing there is no percentage.

Nothing of nothing may be told as it likes: 发现问题0个，整改0个，整改率100%.

Good: 年初预算为300万元，支出决算为307.82万元，完成年初预算的102.61%。
Good: 年初预算为0万元，支出决算为0万元，完成年初预算的100%。
Good: 上年为0万元，增加307.82万元。
Bad: 支出307.82万元，比上年增加307.82万元，增长100%，上年为0万元。
Bad: 支出307.82万元，比上年增加307.82万元，增长100%。
Bad: 年初预算为0万元，支出决算为307.82万元，完成年初预算的95.89%。
"""

import re
from collections.abc import Iterator, Sequence

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity, sentence_bounds, words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_BASE = re.compile(
    r"(?:预算|上年|去年|上年度|上年同期|去年同期|基数|计划|任务)(?![^，。；]{0,8}(?:增|减|降))[\u4e00-\u9fff]{0,8}?(?:为|是|支出|数)$"
)
_OF_PLAN = re.compile(
    r"(?:完成|为|占|达到)(?:当年|年初|调整|全年)?(?:预算|计划|任务)(?:数|的|数的)?(?:为)?$"
)
_GROWTH = re.compile(r"(?:增长|增幅|上升|提高|增加)(?:了|为|约|达)?$")
_MORE = re.compile(r"[，,](?:同?比|较)[^，。；\d]{0,10}(?:增加|增长|上升)了?")
_RATE = re.compile(r"[，,（(](?:同比)?(?:增长|增幅|上升|提高)(?:了|为|约|达)?")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for number, rate in enumerate(quantities):
            if rate.unit == "%" and rate.value and _of_nothing(piece.text, quantities, number):
                yield in_piece(piece, rate.start, rate.end, text=rate.written)


def _of_nothing(text: str, quantities: Sequence[Quantity], number: int) -> bool:
    rate = quantities[number]
    before = words_before(text, rate.start)
    start, end = sentence_bounds(text, rate.start)
    earlier = [q for q in quantities[max(0, number - 4) : number] if q.start >= start]
    if _OF_PLAN.search(before):
        return len(earlier) > 1 and _plan_of_nothing(text, earlier[-2], earlier[-1])
    if not _GROWTH.search(before):
        return False
    if any(not q.value and _is_base(text, q) for q in earlier[-2:]):
        return True
    later = [q for q in quantities[number + 1 : number + 2] if q.end <= end]
    if any(not q.value and _is_base(text, q) for q in later if q.start - rate.end <= 12):
        return True
    return len(earlier) > 1 and _all_is_more(text, earlier[-2], earlier[-1], rate)


def _plan_of_nothing(text: str, plan: Quantity, spent: Quantity) -> bool:
    return not plan.value and bool(spent.value) and _is_base(text, plan)


def _is_base(text: str, quantity: Quantity) -> bool:
    return _BASE.search(words_before(text, quantity.start)) is not None


def _all_is_more(text: str, value: Quantity, more: Quantity, rate: Quantity) -> bool:
    """Whether a value has grown by all that it is: there was nothing before."""
    same = value.value == more.value != 0 and value.unit == more.unit
    return (
        same
        and _MORE.fullmatch(text, value.end, more.start) is not None
        and _RATE.fullmatch(text, more.end, rate.start) is not None
    )


RULE = Rule("figures.zero_base", Level.WARNING, "通报自身", __doc__, _check)
