"""figures.whole_base: some whole number of last year can have given the rate of a count.

38 projects, up 18.7 %: 32 gives 18.75, which is 18.7 cut off and 18.8 rounded. The rate is
right under one policy only, and that policy is to be named.

Good::
    metrics: [{id: a, name: 项目, value: 38, unit: 个, yoy: 18.7%, rounding: 截断}]
Bad::
    metrics: [{id: a, name: 项目, value: 38, unit: 个, yoy: 18.7%}]
"""

from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.growth import COUNTERS, possible_bases
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.metric import Metric, Rounding

_LARGEST = 10**6


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, metric in enumerate(context.notice.metrics):
        if metric.value is None or metric.yoy is None or metric.base is not None:
            continue
        if metric.unit not in COUNTERS or not _is_whole(metric.value) or metric.about:
            continue
        bases = possible_bases(int(metric.value), metric.yoy)
        declared = bases.rounded if metric.rounding is Rounding.HALF_UP else bases.cut
        if not declared:
            yield at_value(
                ("metrics", number, "yoy"),
                value=f"{metric.value}{metric.unit}",
                yoy=f"{metric.yoy}%",
                rounding=str(metric.rounding),
                other=_other(metric, bases.rounded, bases.cut),
            )


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value() and 0 < value < _LARGEST


def _other(metric: Metric, rounded: tuple[int, ...], cut: tuple[int, ...]) -> str:
    other, bases = (
        (Rounding.TRUNCATE, cut)
        if metric.rounding is Rounding.HALF_UP
        else (Rounding.HALF_UP, rounded)
    )
    return f"{other}：{'、'.join(map(str, bases)) or '—'}"


RULE = Rule("figures.whole_base", Level.WARNING, "GB/T 8170—2008", __doc__, _check)
