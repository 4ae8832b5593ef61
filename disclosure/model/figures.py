"""Figures: metrics worked out, rounded as declared and ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from disclosure.model.faults import Fault
from disclosure.model.formula import FormulaError, evaluate, names_in, parse_formula
from disclosure.model.metric import Metric, MetricFormat, Rounding

_MODES: Mapping[Rounding, str] = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.TRUNCATE: ROUND_DOWN,
}
_RATE_DIGITS = 1


@dataclass(frozen=True, slots=True)
class Figure:
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
        return f"{self.value}{self.metric.about or ''}"

    @property
    def unit(self) -> str:
        """The unit as printed behind the value; ``%`` for a percentage."""
        return "%" if self.metric.format is MetricFormat.PERCENT else self.metric.unit or ""

    @property
    def text(self) -> str:
        """The value with its unit, as prose prints it."""
        return self.number + self.unit


def rate_text(rate: Decimal) -> str:
    """Return a rate without its sign, as it stands behind 增长 or 下降: ``18.7%``."""
    return f"{abs(rate)}%"


def round_as_declared(value: Fraction, digits: int, rounding: Rounding) -> Decimal:
    """Bring an exact value to ``digits`` decimals by the declared policy."""
    with localcontext() as context:
        context.prec = 60
        # 40 spare digits decide every tie that a value of at most 28 digits can pose.
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-digits), _MODES[rounding])


def work_out(metrics: tuple[Metric, ...]) -> tuple[dict[str, Figure], list[Fault]]:
    """Work out every metric.

    Returns:
        Figures by id in the order written, and the faults found; a metric that has a fault,
        or needs one that has, is left out of the figures.

    """
    faults: list[Fault] = []
    by_id: dict[str, Metric] = {}
    index: dict[str, int] = {}
    for position, metric in enumerate(metrics):
        if metric.id in by_id:
            first = str(index[metric.id] + 1)
            faults.append(
                Fault(
                    ("metrics", position, "id"),
                    "metric.duplicate",
                    (("id", metric.id), ("first", first)),
                )
            )
            continue
        by_id[metric.id], index[metric.id] = metric, position
    exact: dict[str, Fraction | None] = {}
    for name, metric in by_id.items():
        if metric.value is not None:
            exact[name] = Fraction(metric.value)
    for name in by_id:
        try:
            _solve(name, by_id, exact, ())
        except FormulaError as error:
            place = ("metrics", index[name], "formula")
            params = (("id", name), ("token", error.token))
            faults.append(Fault(place, error.code, params, token=error.token))
    figures = {
        name: _figure(metric, value)
        for name, metric in by_id.items()
        if (value := exact.get(name)) is not None
    }
    return figures, faults


def _solve(
    name: str,
    by_id: Mapping[str, Metric],
    exact: dict[str, Fraction | None],
    above: tuple[str, ...],
) -> Fraction | None:
    """Put the value of ``name`` into ``exact``; None where a metric it needs is at fault."""
    if name in exact:
        return exact[name]
    if name in above:
        raise FormulaError("formula.circle", name)
    exact_or_none: Fraction | None = None
    try:
        tree = parse_formula(by_id[name].formula or "")
        needed: dict[str, Fraction] = {}
        for other in names_in(tree):
            if other not in by_id:
                raise FormulaError("formula.unknown", other)
            value = _solve(other, by_id, exact, (*above, name))
            if value is None:
                return None
            needed[other] = value
        exact_or_none = evaluate(tree, needed)
    finally:
        exact[name] = exact_or_none
    return exact_or_none


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
