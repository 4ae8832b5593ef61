"""Year-on-year changes: which base of last year can have given them."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from disclosure.checks.reading.quantities import Quantity
from disclosure.model.figures import round_as_declared
from disclosure.model.metric import Rounding

# What is counted in whole numbers.
COUNTERS: Final = frozenset(
    "个名人次条项件家户处份篇期批场轮台套辆块卷本只座所类种例起宗笔支艘幅头株"
)


class Bases(NamedTuple):
    """Whole numbers of last year that give a printed rate.

    Attributes:
        rounded: those that do when it is rounded.
        cut: those that do when it is cut off.
    """

    rounded: tuple[int, ...]
    cut: tuple[int, ...]


def growth(value: Fraction, base: Fraction, digits: int, rounding: Rounding) -> Decimal:
    """Return the change from ``base`` to ``value`` in percent."""
    return round_as_declared((value - base) / abs(base) * 100, digits, rounding)


def may_be(rate: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Say whether a percentage is what a part is of a whole, as exactly as all three are told.

    The last digit may be one off: rounded, cut off, or made to fit a row that comes to 100.
    """
    low, high = part.bounds
    least, most = whole.bounds
    if least <= 0:
        return True
    told, step = Fraction(Decimal(rate.digits)), 2 * rate.slack if "." in rate.digits else 1
    return low / most * 100 - step <= told <= high / least * 100 + step


def may_have_changed(rate: Quantity, value: Quantity, change: Quantity, *, up: bool) -> bool:
    """Say whether a value that has risen or fallen by ``change`` has done so at ``rate``.

    Of nothing there is no rate: then it is not said to be wrong here.
    """
    (low, high), (least, most) = value.bounds, change.bounds
    bases = (low - most, high - least) if up else (low + least, high + most)
    if bases[0] <= 0:
        return True
    told, step = Fraction(Decimal(rate.digits)), 2 * rate.slack if "." in rate.digits else 1
    return least / bases[1] * 100 - step <= told <= most / bases[0] * 100 + step


def possible_bases(value: int, rate: Decimal) -> Bases:
    """Return the bases that can stand behind ``value`` and its ``rate`` in percent."""
    digits = max(0, -int(rate.as_tuple().exponent))
    if rate <= -100:
        return Bases((), ())
    middle = Fraction(value) / (1 + Fraction(rate) / 100)
    near = range(max(1, int(middle) - 2), int(middle) + 4)
    fitting = {
        rounding: tuple(
            base
            for base in near
            if growth(Fraction(value), Fraction(base), digits, rounding) == rate
        )
        for rounding in Rounding
    }
    return Bases(fitting[Rounding.HALF_UP], fitting[Rounding.TRUNCATE])
