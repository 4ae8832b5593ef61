"""figures.change: from A to B goes the way the word says, and by as much.

Ranks rise by getting smaller: 由36位上升到23位.

Good: 满意率由86.5%提高到97.2%，提高10.7个百分点。
Good: 全省排名由36位上升到23位。
Good: 人均补助由8000元提高到1.2万元。
Bad: 满意率由97.2%提高到86.5%。
Bad: 办理时限由5个工作日压缩到7个工作日。
Bad: 满意率由86.5%提高到97.2%，提高20.7个百分点。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_YEAR = r"(?:\d{4}年(?:底|末|初|度)?的?)?"
_FROM = re.compile(rf"(?:由|从){_YEAR}[\u4e00-\u9fff]{{0,8}}$")
_TO = re.compile(
    r"[\u4e00-\u9fff]{0,4}?(?P<way>提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减|压缩|缩短|降)(?:到|至|为)了?"
    rf"{_YEAR}"
)
_BY = re.compile(
    r"[，,（(](?:共|累计)?(?:提高|提升|上升|增加|增长|下降|降低|减少|压减|压缩|缩短)了?"
)
_UP = frozenset({"提高", "提升", "上升", "增加", "增长", "扩大"})
# The lower the number, the better: it “rises” to a smaller one.
_RANK = re.compile(r"排[名位]|位[次列居]|名次|[列居]|榜|第$")
_POINTS = frozenset({"个百分点", "百分点"})


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for number, first in enumerate(quantities[:-1]):
            last = quantities[number + 1]
            if first.unit != last.unit or first.about or last.about:
                continue
            way = _TO.fullmatch(piece.text, first.end, last.start)
            before = piece.text[max(0, first.start - 20) : first.start]
            if way is None or not _FROM.search(before) or _RANK.search(before):
                continue
            by = quantities[number + 2] if number + 2 < len(quantities) else None
            rises = way["way"] in _UP
            if first.value == last.value or (last.value > first.value) != rises:
                end = last.end
            elif by and _by_another(piece, first, last, by):
                end = by.end
            else:
                continue
            text = piece.text[first.start : end]
            yield in_piece(piece, first.start, end, text=text)


def _by_another(piece: PrintedText, first: Quantity, last: Quantity, by: Quantity) -> bool:
    """Whether the difference that is told is not that of the two numbers, nearly."""
    if not _BY.fullmatch(piece.text, last.end, by.start) or by.about:
        return False
    same = by.unit in _POINTS if first.unit == "%" else by.unit == first.unit
    difference = abs(last.value - first.value)
    # The office may have worked it out from numbers with more decimals.
    decimals = min(len(q.digits.partition(".")[2]) for q in (first, last, by))
    slack = Decimal(1).scaleb(-decimals) if "." in first.digits or "." in last.digits else 0
    return same and not by.scale and abs(difference - by.value) > slack


RULE = Rule("figures.change", Level.ERROR, "通报自身", __doc__, _check)
