"""Parts of a whole as a sentence lists them: 诫勉3人、谈话提醒6人、批评教育4人."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from disclosure.checks.reading.quantities import Quantity

# Nothing but a noun, marks of a list and the name of the next part stand between two parts.
_LINK = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?P<mark>[、，,；;]|[、，,]?(?:和|及|以及|与))"
    r"(?P<label>[\u4e00-\u9fff“”《》·A-Za-z]{0,24})"
)
# A change, a rate for each, a plan or another sum among them: what is listed is no list of parts.
_NO_PART = re.compile(
    r"其中|比上|较上|同比|环比|每|平均|人均|户均|上年|去年|增加|减少|增长|下降|提高|降低|超过|不少于|以上|以下"
    r"|至少|计划|目标|力争|累计|共计|合计|总计|总额|总数|至|到|另|还有|剩余|其余|奖励|补助|罚款|单价|面积"
)
_BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)")
_LONGEST_LINK = 60


class Chain(NamedTuple):
    """Parts in a row, of one unit.

    Attributes:
        parts: the counted things, in order.
        whole: nothing that is counted otherwise stands in the row before or behind them.

    """

    parts: tuple[Quantity, ...]
    whole: bool

    @property
    def sum(self) -> Decimal:
        """What they come to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def written(self) -> str:
        """The sum as it is told to a clerk."""
        return "＋".join(part.written for part in self.parts)


def outside_brackets(text: str) -> str:
    """Return a text with what stands in brackets struck out."""
    return _BRACKETED.sub("", text) if "（" in text or "(" in text else text


def joined(text: str, left: Quantity, right: Quantity) -> str | None:
    """Return the mark by which two quantities stand in one list; None where they do not."""
    if not 0 < right.start - left.end <= _LONGEST_LINK:
        return None
    between = outside_brackets(text[left.end : right.start])
    match = _LINK.fullmatch(between)
    return match["mark"] if match and not _NO_PART.search(between) else None


def chain_behind(text: str, quantities: Sequence[Quantity], end: int) -> Chain:
    """Return the parts from the first quantity on.

    Args:
        text: where they stand.
        quantities: the first part and what follows it at one level of brackets.
        end: where the list ends at the latest.

    """
    parts = [quantities[0]]
    whole = True
    for quantity in quantities[1:]:
        if quantity.end > end:
            break
        mark = joined(text, parts[-1], quantity)
        if mark is None or quantity.unit != parts[0].unit or quantity.about:
            whole = False
            break
        parts.append(quantity)
    return Chain(tuple(parts), whole)


def chain_before(text: str, quantities: Sequence[Quantity], start: int) -> Chain:
    """Return the parts back from the last quantity.

    Args:
        text: where they stand.
        quantities: what stands before the last part at one level of brackets, and that part.
        start: where the list begins at the earliest.

    """
    parts = [quantities[-1]]
    whole = True
    for quantity in reversed(quantities[:-1]):
        if quantity.start < start:
            break
        mark = joined(text, quantity, parts[-1])
        if mark is None or quantity.unit != parts[0].unit or quantity.about:
            # After a comma something else may be told: 投入50万元，诫勉3人、提醒6人.
            whole = "，" in text[quantity.end : parts[-1].start] and mark is None
            break
        parts.append(quantity)
    return Chain(tuple(reversed(parts)), whole)


def adds_up(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Say whether parts come to a whole, as nearly as they are rounded."""
    return len(parts) in whole_after(parts, whole)


def whole_after(parts: Sequence[Quantity], whole: Quantity) -> Iterator[int]:
    """Yield after how many of the parts, two at least, they come to the whole."""
    difference, slack = whole.value, whole.slack
    for number, part in enumerate(parts, 1):
        difference -= part.value
        slack += part.slack
        # Comparing decimals is quick; most do not come near.
        if number > 1 and (not difference or (slack and abs(Fraction(difference)) <= slack)):
            yield number
