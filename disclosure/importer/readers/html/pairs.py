"""Labels and what is said of them where each stands in an element, or a line, of its own."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

from disclosure.importer.readers.html.layout import Use, answered_across
from disclosure.importer.readers.html.lines import Line
from disclosure.importer.readers.html.nodes import Node, is_in
from disclosure.importer.readers.html.particulars import is_label, is_labelled, label_in
from disclosure.importer.readers.html.tables import cells_of, rows_of

# How far within its cell a line may stand.
_NEAR: Final = 4
_FEWEST: Final = 2


def is_beside(label: Node, value: Node) -> bool:
    """Say whether a line can be what a label says: in the same row, list, or division."""
    return _row_of(label) is _row_of(value)


def lines_of_particulars(
    lines: Sequence[Line], uses: Mapping[Node, Use]
) -> frozenset[tuple[Node, str]]:
    """Return the lines that are labels, or said of one, by their elements and texts."""
    found: set[tuple[Node, str]] = set()
    for number, line in enumerate(lines):
        if _in_particulars(line.block, uses) or is_labelled(line.text):
            found.add(line.key)
        elif is_label(line.text):
            found.add(line.key)
            following = lines[number + 1] if number + 1 < len(lines) else None
            if (
                following
                and not is_label(following.text)
                and is_beside(line.block, following.block)
            ):
                found.add(following.key)
    return frozenset(found)


def late_lines(
    lines: Sequence[Line], said: Collection[tuple[Node, str]], body: Node
) -> frozenset[tuple[Node, str]]:
    """Return the lines of particulars in a column that a file has behind the article.

    There are none where the same label comes twice, as in a list of other articles, nor where
    some stand before the article.
    """
    places = [n for n, line in enumerate(lines) if is_in(line.block, body)]
    if not places:
        return frozenset()
    if any(line.key in said for line in lines[: places[-1]]):
        return frozenset()
    late = [line for line in lines[places[-1] + 1 :] if line.key in said]
    labels = [name for line in late if (name := label_in(line.text))]
    if len(labels) < _FEWEST or len(set(labels)) < len(labels):
        return frozenset()
    return frozenset(line.key for line in late)


def answers_below(uses: Mapping[Node, Use]) -> dict[Node, Node]:
    """Return the cells below which others say what they label, each with that one."""
    found: dict[Node, Node] = {}
    for table, use in uses.items():
        if use is Use.PARTICULARS:
            for labels, values in pairwise(rows_of(table)):
                found |= answered_across(cells_of(labels), cells_of(values))
    return found


def _in_particulars(block: Node, uses: Mapping[Node, Use]) -> bool:
    table = next((node for node in block.ancestors() if node.tag == "table"), None)
    return table is not None and uses.get(table) is Use.PARTICULARS


def _row_of(block: Node) -> Node | None:
    for node, _ in zip(block.ancestors(), range(_NEAR), strict=False):
        if node.tag in {"td", "th"}:
            return node.parent
    return block.parent
