"""figures.rate: a rate is what the two numbers give to which it belongs.

A 开工率 belongs to the numbers in front of it that tell of 开工, a 占 to a part named behind
其中, and a row of 占 to the whole of which the others of the row are the shares. Rounded
(四舍五入) and cut off (截断) are both right; the rate may be the part in the whole or the rest.

Good: 208个项目通过了预审，有76个项目未开工建设，开工率为63.46%。
Good: 共完成采购87.38亿元，节约资金5.97亿元，综合节支率为6.39%。
Good: 发现问题0个，整改0个，整改完成率为100%。
Good: 发现问题40个，其中党建类10个，占25%。
Good: 支出100万元，主要用于：教育支出20万元，占20%；卫生支出30万元，占30%；其他支出50万元，占50%。
Good: 年初预算为2689.08万元，支出决算为382.89万元，完成年初预算的14.2%。
Bad: 年初预算为100万元，支出决算为90万元，完成年初预算的110%。
Good: 竣工率和完成率分别比去年底增长4.9个百分点和2.6个百分点，支出率为90.42%。
Bad: 208个项目通过了预审，有76个项目未开工建设，开工率为65.46%。
Good: 采购支出总额120.5万元，其中工程20.5万元。授予小微企业50万元，占采购支出总额的41.5%。
Bad: 采购支出总额120.5万元，其中工程20.5万元。授予小微企业50万元，占采购支出总额的45.1%。
Bad: 72起典型问题中，公款吃喝7起，占比7.9%。
Bad: 支出2940.05万元，用于以下方面：教育2106.66万元，占71.66%；社保326.72万元，占17.11%。
Bad: 发现问题40个，其中党建类10个，占35%。
Bad: 支出100万元，主要用于：教育支出20万元，占20%；卫生支出30万元，占30%；其他支出50万元，占56%。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, permutations
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.chains import joined
from disclosure.checks.reading.quantities import Quantity, sentence_bounds
from disclosure.checks.reading.shares import shares_in
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.model.figures import round_as_declared
from disclosure.model.metric import Rounding

_STEMS = (
    "完成|整改|办结|销号|化解|解决", "执行|支出|支付|拨付|使用", "到位", "开工", "竣工|完工",
    "投产", "验收|通过", "合格|达标", "参与|参会|参加", "覆盖",
    "复耕|复种", "回收|收回|追缴|清退|追回",
    "签订|签约|履约", "落实", "见面|走访", "排查|检查", "节约|节支|结余",
)  # fmt: skip
_RATE = re.compile(
    rf"(?P<stem>{'|'.join(_STEMS)})(?:整改|建设)?率(?:为|达到|达|是|约为|约)?(?:了)?$"
)
_APART = re.compile(r"[；;]|同比|环比|比上年|较上年|去年|上年|年初|提高|提升|下降|增长")
_BACK = 160
_MOST = 6
_NEAREST = 24
_POINTS = frozenset({"%", "个百分点", "百分点"})


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        if not any(quantity.unit == "%" for quantity in quantities):
            continue
        for number, rate in enumerate(quantities):
            counts = _counts_of(piece, quantities, number) if rate.unit == "%" else ()
            if counts and not _explained(piece.text, rate, counts):
                yield _differs(piece, rate, counts)
        for share in shares_in(piece.text, quantities):
            if not share.fits:
                yield _differs(piece, share.rate, (share.whole, share.part))


def _counts_of(
    piece: PrintedText, quantities: Sequence[Quantity], number: int
) -> tuple[Quantity, ...]:
    """Return the counts to which a rate such as 开工率 belongs; none where that is not certain."""
    rate = quantities[number]
    said = _RATE.search(piece.text[max(0, rate.start - 14) : rate.start])
    if said is None or number < 2 or rate.about:
        return ()
    part = quantities[number - 1]
    start, _ = sentence_bounds(piece.text, rate.start)
    start = max(start, rate.start - _BACK)
    counts = []
    for quantity in reversed(quantities[max(0, number - _MOST) : number]):
        if quantity.start < start or _APART.search(piece.text, quantity.end, rate.start):
            break
        if quantity.unit == part.unit:
            counts.append(quantity)
    near = rate.start - part.end <= _NEAREST and part.unit not in _POINTS
    if not near or len(counts) < 2 or any(quantity.about for quantity in counts):
        return ()
    # What the rate is of, the numbers tell, too: 有76个项目未开工建设，开工率为….
    told = piece.text[counts[1].start : rate.start - len(said[0])]
    stems = next(stems for stems in _STEMS if said["stem"] in stems)
    return tuple(reversed(counts)) if re.search(stems, told) else ()


class _Ratio(NamedTuple):
    """A share that two counts may give, as exactly as they are told.

    Attributes:
        low: at least.
        high: at most.

    """

    low: Fraction
    high: Fraction


def _ratios(text: str, counts: Sequence[Quantity]) -> Iterator[_Ratio]:
    """Yield the shares of some count in another, of the last in it and another, and the rests."""
    bounds = [q.bounds for q in counts]
    for (least, most), (low, high) in permutations(bounds, 2):
        if least > 0:
            yield _Ratio(low / most, high / least)
            yield _Ratio(1 - high / least, 1 - low / most)
    # Saved is a share of what was spent and saved together.
    last = bounds[-1]
    sums = [((other[0] + last[0], other[1] + last[1]), last) for other in bounds[:-1]]
    # 完成12个、推进5个、未完成3个: all together are the whole.
    if all(joined(text, left, right) for left, right in pairwise(counts)):
        least, most = (sum(ends, Fraction(0)) for ends in zip(*bounds, strict=True))
        sums += [((least, most), part) for part in bounds]
    for (least, most), (low, high) in sums:
        if least > 0:
            yield _Ratio(low / most, high / least)


def _explained(text: str, rate: Quantity, counts: Sequence[Quantity]) -> bool:
    """Whether some two counts give the rate; nothing is given by zeros alone."""
    digits = len(rate.digits.partition(".")[2])
    wanted = Decimal(rate.digits)
    ratios = list(_ratios(text, counts))
    return not ratios or any(
        round_as_declared(ratio.low * 100, digits, rounding)
        <= wanted
        <= round_as_declared(ratio.high * 100, digits, rounding)
        for ratio in ratios
        for rounding in Rounding
    )


def _differs(piece: PrintedText, rate: Quantity, counts: Sequence[Quantity]) -> Finding:
    digits = len(rate.digits.partition(".")[2])
    wanted = Fraction(Decimal(rate.digits))
    nearest = min(
        (ratio.low for ratio in _ratios(piece.text, counts)),
        key=lambda low: abs(low * 100 - wanted),
    )
    return in_piece(
        piece,
        rate.start,
        rate.end,
        text=piece.text[rate.start : rate.end],
        values="、".join(q.written for q in counts),
        wanted=f"{round_as_declared(nearest * 100, digits, Rounding.HALF_UP):f}%",
    )


RULE = Rule("figures.rate", Level.ERROR, "通报自身", __doc__, _check)
