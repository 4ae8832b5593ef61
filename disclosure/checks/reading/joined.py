"""All texts of a notice as one, for rules that look for hundreds of words in hundreds of texts."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from disclosure.document.printed import PrintedText


class Place(NamedTuple):
    """Part of one text."""

    piece: PrintedText
    start: int
    end: int


class JoinedTexts:
    """Texts with a line end between each two.

    Args:
        pieces: the texts, in order.

    """

    def __init__(self, pieces: Iterable[PrintedText]) -> None:
        self.pieces = tuple(pieces)
        self.text = "\n".join(piece.text for piece in self.pieces)

    def holds(self, part: str) -> bool:
        """Say whether ``part`` stands in a text."""
        # Seldom: mostly two of its characters do not even stand beside each other.
        return self._pairs.issuperset(pairwise(part)) and part in self.text

    def place(self, start: int, end: int) -> Place | None:
        """Return where ``self.text[start:end]`` stands; None if it is of two texts."""
        if "\n" in self.text[start:end]:
            return None
        number = bisect_right(self._starts, start) - 1
        first = start - self._starts[number]
        return Place(self.pieces[number], first, first + end - start)

    @cached_property
    def _starts(self) -> list[int]:
        sizes = (len(piece.text) + 1 for piece in self.pieces)
        return list(accumulate(sizes, initial=0))

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pairwise(self.text))
