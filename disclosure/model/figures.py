"""Figures: metrics worked out, rounded as declared and ready to print."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from disclosure.model.faults import Fault
from disclosure.model.metric import Metric, MetricFormat, Rounding
from disclosure.model.solving import solve

_RATE_DIGITS = 1


class Figure(NamedTuple):
    """A metric with its value.

    Attributes:
        metric: what was written.
        value: printed value without unit; of a percentage, the number before %.
        yoy: year-on-year change in percent, given or derived from the base; None if unknown.
        mom: month-on-month (环比) change in percent.

    """

    metric: Metric
    value: Decimal
    yoy: Decimal | None
    mom: Decimal | None

    @property
    def number(self) -> str:
        """The value as printed, without unit: ``38``, ``63.46``, ``10余``."""
        return f"{self._printed(self.value)}{self.metric.about or ''}"

    @property
    def unit(self) -> str:
        """The unit as printed behind the value; ``%`` for a percentage."""
        return "%" if self.metric.format is MetricFormat.PERCENT else self.metric.unit or ""

    @property
    def base(self) -> str:
        """Last year's value with the unit; empty when it is not known."""
        base = self.metric.base
        return "" if base is None else f"{self._printed(base)}{self.unit}"

    def _printed(self, number: Decimal) -> str:
        return f"{number:,f}" if self.metric.separators else f"{number:f}"

    @property
    def text(self) -> str:
        """The value with its unit, as prose prints it."""
        return self.number + self.unit


def rate_text(rate: Decimal) -> str:
    """Return a rate without its sign, as it stands behind 增长 or 下降: ``18.7%``."""
    return f"{abs(rate):f}%"


def round_as_declared(value: Fraction, digits: int, rounding: Rounding) -> Decimal:
    """Bring an exact value to ``digits`` decimals by the declared policy; zero has no sign."""
    whole, rest = divmod(abs(value.numerator) * 10**digits, value.denominator)
    if rounding is Rounding.HALF_UP and rest * 2 >= value.denominator:
        whole += 1
    # A tuple, because arithmetic would round to the context's 28 digits.
    sign = int(value < 0 and whole > 0)
    return Decimal((sign, tuple(map(int, str(whole))), -digits))


def work_out(metrics: tuple[Metric, ...]) -> tuple[dict[str, Figure], list[Fault]]:
    """Work out every metric.

    Returns:
        Figures by id in the order written, and the faults found; a metric that has a fault,
        or needs one that has, is left out of the figures.

    """
    index: dict[str, int] = {}
    faults: list[Fault] = []
    for position, metric in enumerate(metrics):
        if metric.id in index:
            params = (("id", metric.id), ("first", str(index[metric.id] + 1)))
            faults.append(Fault(("metrics", position, "id"), "metric.duplicate", params))
        index.setdefault(metric.id, position)
    by_id = {name: metrics[position] for name, position in index.items()}
    known = {n: Fraction(m.value) for n, m in by_id.items() if m.value is not None}
    formulas = {n: m.formula for n, m in by_id.items() if m.formula is not None}
    exact, errors = solve(known, formulas)
    for name, error in errors.items():
        place = ("metrics", index[name], "formula")
        params = (("id", name), ("token", error.token))
        faults.append(Fault(place, error.code, params, token=error.token))
    figures = {
        name: _figure(metric, exact[name]) for name, metric in by_id.items() if name in exact
    }
    return figures, faults


def _figure(metric: Metric, exact: Fraction) -> Figure:
    if metric.value is not None:
        value = metric.value
    else:
        shown = exact * 100 if metric.format is MetricFormat.PERCENT else exact
        value = round_as_declared(shown, metric.digits, metric.rounding)
    yoy = metric.yoy
    if yoy is None and metric.base:
        base = Fraction(metric.base)
        growth = (exact - base) / abs(base) * 100
        yoy = round_as_declared(growth, _RATE_DIGITS, metric.rounding)
    return Figure(metric, value, yoy, metric.mom)
