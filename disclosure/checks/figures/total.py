"""figures.total: a stated total is the sum of its parts, wherever it stands.

The parts stand in brackets, behind a colon or 分别, or in front of 共计. Behind 其中 and 个中 some
may be left out, but they are never more than the whole.

Good: 共处理12人，其中：诫勉3人、谈话提醒5人、批评教育4人。
Good: 诫勉3人、谈话提醒5人、批评教育4人，共计12人。
Good: 制定整改措施36条（立行立改12条，限期整改18条，长期坚持6条）。
Good: 19个问题中，已完成整改12个，正在推进3个。
Good: 共有党员36人（男20人、女16人、35岁以下10人）。
Bad: 共处理12人，其中：诫勉3人、谈话提醒6人、批评教育4人。
Bad: 诫勉3人、谈话提醒6人、批评教育4人，共计12人。
Bad: 制定整改措施36条（立行立改12条，限期整改18条，长期坚持8条）。
Bad: 19个问题中，已完成整改12个，基本完成5个，正在推进3个。
"""

import re
from collections.abc import Iterator, Sequence
from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.chains import (
    Chain,
    adds_up,
    chain_before,
    chain_behind,
    outside_brackets,
)
from disclosure.checks.reading.quantities import Quantity, sentence_bounds, words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_SAID = re.compile(r"(?:共|共计|合计|总计|累计)[\u4e00-\u9fff]{0,12}$")
_BEHIND = re.compile(r"(?:[，,、]|^)(?:以上)?(?:共计|合计|总计|共)$")
_TO_TOTAL = re.compile(r"[\u4e00-\u9fff]{0,6}[，,、](?:以上)?(?:共计|合计|总计|共)")
_LABEL = re.compile(r"[\u4e00-\u9fff“”《》]{0,16}")
_AHEAD = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:(?P<open>[（(])(?P<some>其中|含|包括)?[：:，,]?"
    r"|[，,]?(?P<among>其中)(?:包括|分别(?:是|为)?)?[：:，,]?"
    r"|[，,]?(?:包括|分别(?:是|为)?)?[：:]|[，,]?分别(?:是|为)|(?P<of>中)[，,])"
)
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
# Of people, the same ones are counted as women, as young and as members.
_OVERLAPPING = re.compile(
    r"女|男|岁|学历|本科|大专|博士|硕士|研究生|党员|民族|职称|副高|正高|中级|高级|退休|级|类"
)
_NO_SUM = frozenset(
    {"%", "个工作日", "个自然日", "个月", "小时", "个小时", "天", "分钟", "分", "工作日"}
)
_FEWEST = 2


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        if len(quantities) <= _FEWEST:
            continue
        brackets = [match.span() for match in _BRACKET.finditer(piece.text)]
        outer = [q for q in quantities if not any(a < q.start < b for a, b in brackets)]
        for number, total in enumerate(outer):
            if total.about or total.unit in _NO_SUM:
                continue
            chain = _in_front(piece.text, outer, number) or _after(
                piece.text, outer, number, quantities
            )
            if chain:
                yield in_piece(
                    piece,
                    total.start,
                    total.end,
                    text=total.written,
                    parts=chain.written,
                    found=f"{chain.sum:f}",
                )


def _in_front(text: str, outer: Sequence[Quantity], number: int) -> Chain | None:
    """Return the parts in front of a total that they do not come to."""
    total = outer[number]
    if number < _FEWEST or not _BEHIND.search(words_before(text, total.start)):
        return None
    start, _ = sentence_bounds(text, total.start)
    last = outer[number - 1]
    between = outside_brackets(text[last.end : total.start])
    if last.about or last.unit != total.unit or not _TO_TOTAL.fullmatch(between):
        return None
    chain = chain_before(text, outer, number - 1, start)
    if not chain.whole or len(chain.parts) < _FEWEST:
        return None
    # The row may begin with something else: 走访5家，甲镇3户、乙镇2户，共计5户.
    ends = (chain.parts[at:] for at in range(len(chain.parts) - 1))
    return None if any(adds_up(parts, total) for parts in ends) else chain


def _after(
    text: str, outer: Sequence[Quantity], number: int, quantities: Sequence[Quantity]
) -> Chain | None:
    """Return the parts behind a total that they do not come to."""
    total = outer[number]
    match = _AHEAD.match(text, total.end)
    if match is None:
        return None
    _, end = sentence_bounds(text, total.start)
    parts: Sequence[Quantity] = outer[number + 1 :]
    if match["open"]:
        end = min(end, _closing(text, match.start("open")))
        parts = quantities
    parts = [q for q in parts if q.start >= match.start() and q.end <= end]
    if len(parts) < _FEWEST or parts[0].unit != total.unit or parts[0].about:
        return None
    if not _LABEL.fullmatch(outside_brackets(text[match.end() : parts[0].start])):
        return None
    chain = chain_behind(text, parts, 0, end)
    if len(chain.parts) < _FEWEST:
        return None
    # What is larger is no part: 额度上浮10万元（双方90万元，单方60万元）.
    if any(part.value > total.value for part in chain.parts):
        return None
    starts = (chain.parts[: at + 1] for at in range(1, len(chain.parts)))
    if any(adds_up(some, total) for some in starts):
        return None
    if match["some"] or match["among"] or match["of"]:
        return chain if _too_many(text, chain, total) else None
    said = match["open"] or _SAID.search(words_before(text, total.start))
    return chain if said and chain.whole else None


def _closing(text: str, opening: int) -> int:
    ends = [end for mark in "）)" if (end := text.find(mark, opening)) >= 0]
    return min(ends, default=opening)


def _too_many(text: str, chain: Chain, total: Quantity) -> bool:
    """Whether parts that do not overlap are more than their whole."""
    if chain.sum <= total.value or adds_up(chain.parts, total):
        return False
    return not _OVERLAPPING.search(text[total.end : chain.parts[-1].end + 8])


RULE = Rule("figures.total", Level.ERROR, "通报自身", __doc__, _check)
