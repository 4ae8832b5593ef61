"""Year-on-year changes: which base of last year can have given them."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from disclosure.model.figures import round_as_declared
from disclosure.model.metric import Rounding


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
