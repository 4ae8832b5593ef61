"""figures.rate: a rate that stands behind its two numbers is what they give.

Rounded (四舍五入) and cut off (截断) are both right; the rate may be the part in the whole or
the rest of it.

Good: 208个项目通过了预审，有76个项目未开工建设，开工率为63.46%。
Bad: 208个项目通过了预审，有76个项目未开工建设，开工率为65.46%。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity, sentence_bounds, words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.model.figures import round_as_declared
from disclosure.model.metric import Rounding

_RATE = re.compile(
    r"(?:开工|完成|办结|整改|竣工|投产|销号|到位|完工|验收|合格|通过|化解|执行|落实|参与|参会|占比|占|支付|拨付|覆盖|达标|复耕|回收|追缴|清退|签订|履约)"
    r"(?:整改)?率?(?:为|达到|达|是|约为|约)?(?:了)?$"
)
# 由86.5%提高到97.2% has no whole and part.
_CHANGE = re.compile(r"(?:由|从|提高|提升|增长|下降|降低|较|比)[^，。；]{0,12}$")
_BACK = 100
_MOST = 6


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for number, rate in enumerate(quantities):
            if rate.unit != "%" or not _RATE.search(words_before(piece.text, rate.start)):
                continue
            if _CHANGE.search(piece.text[max(0, rate.start - 16) : rate.start]):
                continue
            start, _ = sentence_bounds(piece.text, rate.start)
            counts = [
                q
                for q in quantities[max(0, number - _MOST) : number]
                if q.start >= max(start, rate.start - _BACK) and q.unit != "%" and not q.about
            ]
            same = _of_one_unit(counts)
            if len(same) > 1 and not _explained(rate, same):
                values = "、".join(q.written for q in same)
                text = piece.text[rate.start : rate.end]
                best = _best(rate, same)
                yield in_piece(piece, rate.start, rate.end, text=text, values=values, wanted=best)


def _of_one_unit(counts: Sequence[Quantity]) -> list[Quantity]:
    """Return the counts that are measured like the last one."""
    return [q for q in counts if counts and q.unit == counts[-1].unit]


def _shares(counts: Sequence[Quantity]) -> Iterator[Fraction]:
    values = [Fraction(q.value) for q in counts]
    for whole in values:
        for part in values:
            if 0 < part <= whole or part == 0 < whole:
                yield part / whole
                yield 1 - part / whole
    total = sum(values, Fraction(0))
    if total:
        yield from (value / total for value in values)


def _explained(rate: Quantity, counts: Sequence[Quantity]) -> bool:
    digits = len(rate.digits.partition(".")[2])
    wanted = Decimal(rate.digits)
    return any(
        wanted == round_as_declared(share * 100, digits, rounding)
        for share in _shares(counts)
        for rounding in Rounding
    )


def _best(rate: Quantity, counts: Sequence[Quantity]) -> str:
    """Return the rate that the counts give and that comes nearest."""
    digits = len(rate.digits.partition(".")[2])
    wanted = Fraction(Decimal(rate.digits))
    share = min(_shares(counts), key=lambda share: abs(share * 100 - wanted))
    return f"{round_as_declared(share * 100, digits, Rounding.HALF_UP):f}%"


RULE = Rule("figures.rate", Level.ERROR, "通报自身", __doc__, _check)
