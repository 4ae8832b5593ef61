"""Tables of a page: rows, what each cell covers, and which rows are heads."""

from collections.abc import Callable, Iterator
from typing import Final

from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.reading import Block, Cell, Table

_MOST: Final = 1000
_GROUPS: Final = frozenset({"tbody", "thead", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})


def rows_of(table: Node) -> list[Node]:
    """Return the rows of a table, those of its head first, as they are shown."""
    groups: dict[str, list[Node]] = {"thead": [], "": [], "tfoot": []}
    for child in table.elements():
        if child.tag == "tr":
            groups[""].append(child)
        elif child.tag in _GROUPS:
            key = "" if child.tag == "tbody" else child.tag
            groups[key] += [row for row in child.elements() if row.tag == "tr"]
    return [*groups["thead"], *groups[""], *groups["tfoot"]]


def cells_of(row: Node) -> list[Node]:
    """Return the cells of a row."""
    return [cell for cell in row.elements() if cell.tag in _CELLS]


def loose_in(table: Node) -> Iterator[Node | str]:
    """Yield what stands in a table outside of its cells; a browser shows it above the table."""
    waiting: list[Node] = [table]
    while waiting:
        node = waiting.pop()
        for child in node.children:
            if isinstance(child, str):
                if child.strip():
                    yield child
            elif child.tag in {"tr", *_GROUPS}:
                waiting.append(child)
            elif child.tag not in {*_CELLS, "colgroup", "col"}:
                yield child


def table_of(
    table: Node, blocks_of: Callable[[Node], tuple[Block, ...]], place: str
) -> Table | None:
    """Return a table whose cells hold what ``blocks_of`` makes of them; none if it is empty.

    The cells are taken in the order in which they are shown, row by row.
    """
    rows: list[tuple[Cell, ...]] = []
    heads: list[bool] = []
    for row in rows_of(table):
        nodes = cells_of(row)
        cells = tuple(
            Cell(blocks_of(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in nodes
        )
        if cells:
            rows.append(cells)
            in_head = row.parent is not None and row.parent.tag == "thead"
            heads.append(in_head or all(cell.tag == "th" for cell in nodes))
    head_rows = heads.index(False) if False in heads else 0
    if not any(cell.blocks for row in rows for cell in row):
        return None
    return Table(tuple(rows), head_rows, place)


def _span(cell: Node, name: str) -> int:
    given = cell.attributes.get(name, "").strip()
    if not given.isascii() or not given.isdecimal():
        return 1
    return min(max(1, int(given[:6])), _MOST)
