"""Totals and the parts listed beside them: behind a colon or 其中, in brackets, before 共计."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure.checks.reading.chains import (
    Chain,
    chain_before,
    chain_behind,
    outside_brackets,
    whole_after,
)
from disclosure.checks.reading.quantities import Quantity, sentence_bounds, words_before

_SAID = re.compile(r"(?:共|共计|合计|总计|累计)[\u4e00-\u9fff]{0,12}$")
_BEHIND = re.compile(r"(?:[，,、]|^)(?:以上)?(?:共计|合计|总计|共)\x20?$")
_TO_TOTAL = re.compile(r"[\u4e00-\u9fff]{0,6}[，,、](?:以上)?(?:共计|合计|总计|共)\x20?")
_LABEL = re.compile(r"[\u4e00-\u9fff“”《》]{0,16}\x20?")
_AHEAD = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:(?P<open>[（(])(?P<some>其中|含|包括)?[：:，,]?"
    r"|[，,]?(?P<among>其中)(?:包括|分别(?:是|为)?)?[：:，,]?"
    r"|[，,]?(?:包括|分别(?:是|为)?)?[：:]|[，,]?分别(?:是|为)|(?P<of>中)[，,]"
    r"|(?P<plain>[，,]))"
)
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
# 甲镇3户、乙镇2户等: not all are listed.
_SOME = re.compile(r"[\u4e00-\u9fff]{0,6}等")
_NO_SUM = frozenset(
    {
        "%",
        "个百分点",
        "个工作日",
        "个自然日",
        "个月",
        "小时",
        "个小时",
        "天",
        "分钟",
        "分",
        "工作日",
    }
)
_ENDED = re.compile(r"[\u4e00-\u9fff]{0,6}[。；]|[\u4e00-\u9fff]{0,6}$")
_DEED = re.compile(
    r"[，、](?:开展|召开|走访|印发|举办|完成|制定|解决|收集|发现|组织|培训|发放|建立|修订|新增|新建|实施|推进"
    r"|清理|整治|排查|检查|拆除|查处|受理|办理|化解|收缴|追缴|投入|争取|调研|座谈|宣讲|慰问)"
)
_FEWEST, _MOST = 2, 30


class Sum(NamedTuple):
    """A total to which its parts do not come.

    Attributes:
        total: as it is stated.
        chain: the parts.
        complete: the sentence lists all of them; behind 其中 some may be left out.

    """

    total: Quantity
    chain: Chain
    complete: bool


def wrong_sums(text: str, quantities: Sequence[Quantity]) -> Iterator[Sum]:
    """Yield the totals to which the parts beside them do not come.

    Args:
        text: where they stand.
        quantities: all of the text, in order.

    """
    if len(quantities) <= _FEWEST:
        return
    outer = _outside(text, quantities)
    for number, total in enumerate(outer):
        if not total.about and total.unit not in _NO_SUM:
            found = _in_front(text, outer, number) or _after(text, outer, number, quantities)
            if found and not _SOME.match(text, found.chain.parts[-1].end):
                yield found


def _outside(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that stand in no brackets."""
    inside: set[int] = set()
    starts = [quantity.start for quantity in quantities]
    for match in _BRACKET.finditer(text) if "（" in text or "(" in text else ():
        inside.update(range(bisect_left(starts, match.start()), bisect_left(starts, match.end())))
    return [quantity for number, quantity in enumerate(quantities) if number not in inside]


def _in_front(text: str, outer: Sequence[Quantity], number: int) -> Sum | None:
    total = outer[number]
    if number < _FEWEST or not _BEHIND.search(words_before(text, total.start)):
        return None
    start, _ = sentence_bounds(text, total.start)
    last = outer[number - 1]
    between = outside_brackets(text[last.end : total.start])
    if last.about or last.unit != total.unit or not _TO_TOTAL.fullmatch(between):
        return None
    chain = chain_before(text, outer[max(0, number - _MOST) : number], start)
    if not chain.whole or len(chain.parts) < _FEWEST:
        return None
    # The row may begin with something else: 走访5家，甲镇3户、乙镇2户，共计5户.
    fits = any(whole_after(chain.parts[::-1], total))
    return None if fits else Sum(total, chain, complete=True)


def _after(
    text: str, outer: Sequence[Quantity], number: int, quantities: Sequence[Quantity]
) -> Sum | None:
    total = outer[number]
    match = _AHEAD.match(text, total.end)
    if match is None:
        return None
    chain = _chain_after(text, match, outer[number + 1 : number + 1 + _MOST], quantities)
    # What is larger is no part: 额度上浮10万元（双方90万元，单方60万元）.
    if (
        chain is None
        or chain.parts[0].unit != total.unit
        or any(part.value > total.value for part in chain.parts)
    ):
        return None
    # Behind parts that make the whole, it is divided once more: （男20人、女16人、党员9人）.
    if any(whole_after(chain.parts, total)):
        return None
    if match["plain"]:
        return Sum(total, chain, complete=False) if _is_row(text, total, chain) else None
    if match["some"] or match["among"] or match["of"]:
        return Sum(total, chain, complete=False)
    said = match["open"] or _SAID.search(words_before(text, total.start))
    return Sum(total, chain, complete=True) if said and chain.whole else None


def _chain_after(
    text: str, match: re.Match[str], outer: Sequence[Quantity], quantities: Sequence[Quantity]
) -> Chain | None:
    _, end = sentence_bounds(text, match.end())
    parts = outer
    if match["open"]:
        end = min(end, _closing(text, match.start("open")))
        first = bisect_left(quantities, match.start(), key=lambda quantity: quantity.start)
        parts = quantities[first : first + _MOST]
    if not parts or parts[0].end > end or parts[0].about:
        return None
    if not _LABEL.fullmatch(outside_brackets(text[match.end() : parts[0].start])):
        return None
    chain = chain_behind(text, parts, end)
    return chain if len(chain.parts) >= _FEWEST else None


def _is_row(text: str, total: Quantity, chain: Chain) -> bool:
    """Whether parts follow a total without a word between: 共处理12人，诫勉3人、谈话4人、批评5人.

    What begins with another deed is counted for itself: 共走访12次，开展座谈3次、调研4次.
    """
    first, last = chain.parts[0], chain.parts[-1]
    said = _SAID.search(words_before(text, total.start))
    joined = "，" not in text[first.start : last.start]
    ended = _ENDED.match(text, last.end)
    deed = _DEED.search(text, total.end, last.start)
    return (
        bool(said and ended) and joined and chain.whole and len(chain.parts) > _FEWEST and not deed
    )


def _closing(text: str, opening: int) -> int:
    ends = [end for mark in "）)" if (end := text.find(mark, opening)) >= 0]
    return min(ends, default=opening)
