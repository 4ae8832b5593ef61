"""Labels and what is said of them where each stands in an element, or a line, of its own."""

from collections.abc import Mapping, Sequence
from typing import Final

from disclosure.importer.readers.html.layout import Use
from disclosure.importer.readers.html.lines import Line
from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.readers.html.particulars import is_label, is_labelled

# How far within its cell a line may stand.
_NEAR: Final = 4


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
            if following and not is_label(following.text):
                if is_beside(line.block, following.block):
                    found.add(following.key)
    return frozenset(found)


def _in_particulars(block: Node, uses: Mapping[Node, Use]) -> bool:
    table = next((node for node in block.ancestors() if node.tag == "table"), None)
    return table is not None and uses.get(table) is Use.PARTICULARS


def _row_of(block: Node) -> Node | None:
    for node, _ in zip(block.ancestors(), range(_NEAR), strict=False):
        if node.tag in {"td", "th"}:
            return node.parent
    return block.parent
