"""How alike two texts are, at a cost that has an end.

``SequenceMatcher`` takes minutes on a few thousand characters that repeat themselves. What it
costs follows from how many pairs of equal elements there are; so these are counted first, and
past a bound a coarser measure is taken. Steps are counted, not seconds: the same on any machine.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

MOST_PAIRS: Final = 50_000
_MOST_STEPS: Final = 600_000


def count_pairs(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """Return how many pairs of equal elements two sequences have."""
    counted = Counter(other)
    return sum(number * counted[element] for element, number in Counter(one).items())


class Effort:
    """What may still be spent on one comparison of two documents."""

    def __init__(self, steps: int = _MOST_STEPS) -> None:
        self._left = steps

    def affords(self, one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
        """Say whether two sequences may be matched element by element; what that costs is spent."""
        pairs = count_pairs(one, other)
        if pairs > min(MOST_PAIRS, self._left):
            return False
        self._left -= pairs
        return True

    def ratio(self, one: str, other: str, least: float) -> float:
        """Return how alike two texts are, from 0 to 1.

        Args:
            one: a text.
            other: a text.
            least: below or at this, 0 will do.

        """
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        if matcher.real_quick_ratio() <= least or matcher.quick_ratio() <= least:
            return 0.0
        return matcher.ratio() if self.affords(one, other) else _coarse_ratio(one, other)


def _coarse_ratio(one: str, other: str) -> float:
    """Return what share of the pairs of neighbouring characters two texts have in common."""
    first, second = (Counter(map("".join, pairwise(t))) for t in (one, other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
