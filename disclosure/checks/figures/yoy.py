"""figures.yoy: a year-on-year rate agrees with the value and the base of last year.

Good::
    metrics: [{id: a, name: 项目, value: 38, unit: 个, base: 32, yoy: 18.7%, rounding: 截断}]
Bad::
    metrics: [{id: a, name: 项目, value: 38, unit: 个, base: 32, yoy: 17.8%, rounding: 截断}]
"""

from collections.abc import Iterator
from fractions import Fraction

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.growth import growth
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.metric import Rounding


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, metric in enumerate(context.notice.metrics):
        figure = context.figures.get(metric.id)
        if figure is None or not metric.base or metric.yoy is None:
            continue
        digits = max(0, -int(metric.yoy.as_tuple().exponent))
        value, base = Fraction(figure.value), Fraction(metric.base)
        rates = {rounding: growth(value, base, digits, rounding) for rounding in Rounding}
        if metric.yoy != rates[metric.rounding]:
            fitting = [str(r) for r, rate in rates.items() if rate == metric.yoy]
            yield at_value(
                ("metrics", number, "yoy"),
                yoy=f"{metric.yoy}%",
                wanted=f"{rates[metric.rounding]:f}%",
                rounding=str(metric.rounding),
                fitting="、".join(fitting) or "—",
            )


RULE = Rule("figures.yoy", Level.ERROR, "GB/T 8170—2008", __doc__, _check)
