"""Counted and measured things in Chinese text: 208个, 23.6亿元, 50余次, 63.46%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

_UNITS = (
    "个百分点|百分点|个工作日|个自然日|个月|个小时|个学时|平方米|立方米|平方公里|公里|公斤|千米|人次|批次|本次|小时|分钟|工作日|个|名|人|次|条|项|件|家|户"
    "|处|份|篇|期|批|场|轮|元|亩|吨|台|套|辆|块|分|卷|本|只|座|所|类|种|天|例|起|宗|笔|米|支|艘|幅|头|株|大类|方面"
)
_QUANTITY = re.compile(
    rf"(?<![\d.a-zA-Z〔﹝\[第])(?<!\d,)(?P<number>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d+)?)"
    rf"(?P<about>[余多])?\x20?"
    rf"(?P<scale>[百千]?[万亿])?(?P<later>[余多])?\x20?(?:(?P<rate>[%％‰])|(?P<unit>{_UNITS}))"
)
_SCALES = {"万": 4, "亿": 8, "百万": 6, "千万": 7, "百亿": 10, "千亿": 11}


class Quantity(NamedTuple):
    """One counted thing.

    Attributes:
        start: first character.
        end: behind the unit.
        digits: the number, without thousands separators.
        about: 余 or 多, where it is not exact.
        scale: 万, 亿 and the like; "".
        unit: ``%`` for percentages.
        typed: the number as written, with them.
    """

    start: int
    end: int
    digits: str
    about: str
    scale: str
    unit: str
    typed: str

    @property
    def value(self) -> Decimal:
        """The number with its scale."""
        return Decimal(self.digits).scaleb(_SCALES.get(self.scale, 0))

    @property
    def slack(self) -> Fraction:
        """By how much the number may have been rounded; what is counted whole is exact."""
        if "." not in self.digits and not self.scale:
            return Fraction(0)
        decimals = len(self.digits.partition(".")[2])
        step = 10 ** _SCALES.get(self.scale, 0)
        return Fraction(step, 2 * 10**decimals)

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest number of which this may be the rounded one."""
        return Fraction(self.value) - self.slack, Fraction(self.value) + self.slack

    @property
    def written(self) -> str:
        """Number, scale and unit as they stand in the text, without a blank between."""
        return f"{self.typed}{self.about}{self.scale}{self.unit}"


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the counted things of ``text`` in order."""
    for match in _QUANTITY.finditer(text):
        unit = "%" if match["rate"] else match["unit"]
        about = match["about"] or match["later"] or ""
        typed = match["number"]
        digits = typed.replace(",", "")
        yield Quantity(match.start(), match.end(), digits, about, match["scale"] or "", unit, typed)


# Nobody's sentence is longer, and a text without an end must not be searched for one each time.
_LONGEST_SENTENCE = 800


def sentence_bounds(text: str, position: int) -> tuple[int, int]:
    """Return start and end of the sentence around ``position`` (ends at 。！？)."""
    first, last = max(0, position - _LONGEST_SENTENCE), position + _LONGEST_SENTENCE
    start = max(first, *(text.rfind(mark, first, position) + 1 for mark in "。！？"))
    ends = [end for mark in "。！？" if (end := text.find(mark, position, last)) >= 0]
    return start, min(ends, default=min(last, len(text)))


def words_before(text: str, position: int) -> str:
    """Return the words in front of ``position``: enough to know what is counted there."""
    return text[max(0, position - 40) : position]
