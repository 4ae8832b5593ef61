"""How much of something each element of a page holds, in one pass from the inside out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from disclosure.importer.readers.html.lines import Line
from disclosure.importer.readers.html.nodes import Node


class Tally:
    """Sums over the elements of a page.

    Attributes:
        first: by element, the number of the first of its lines.
        last: that of the last one.

    """

    def __init__(self, root: Node, lines: Sequence[Line]) -> None:
        # What is inside comes behind what it stands in.
        self._inside_out = list(root.walk())
        self._inside_out.reverse()
        self.first: dict[Node, int] = {}
        self.last: dict[Node, int] = {}
        for number, line in enumerate(lines):
            self.first.setdefault(line.block, number)
            self.last[line.block] = number
        for node in self._inside_out:
            if node in self.first and (around := node.parent):
                self.first[around] = min(self.first[node], self.first.get(around, len(lines)))
                self.last[around] = max(self.last[node], self.last.get(around, 0))

    def sums(
        self, amounts: Iterable[tuple[Node, int]], apart: Collection[Node] = frozenset()
    ) -> dict[Node, int]:
        """Return what each element holds in all; what is apart counts for none around it."""
        found: dict[Node, int] = defaultdict(int)
        for node, amount in amounts:
            found[node] += amount
        for node in self._inside_out:
            if node not in found:
                continue
            if node in apart:
                del found[node]
            elif node.parent is not None:
                found[node.parent] += found[node]
        return found
