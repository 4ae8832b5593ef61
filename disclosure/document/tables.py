"""Tables of the text as their readers meet them."""

from collections.abc import Mapping, Sequence

from disclosure.document.blocks import Table, TableRow
from disclosure.document.values import Role, Value, listed_values, named_values
from disclosure.model import table
from disclosure.model.faults import Path
from disclosure.model.merged_cells import Merged, Place, merge
from disclosure.model.outline import Node

_APART = Merged({}, {})


def read_table(given: table.Table, path: Path, node: Node | None = None) -> Table:
    """Return a table.

    Args:
        given: what was written.
        path: where it stands in the notice.
        node: the section it belongs to; None outside the tree.

    """
    caption, note = (
        next(iter(named_values(path, role, given, (name,), node)), None)
        for name, role in (("caption", Role.DATA), ("note", Role.LABEL))
    )
    rows = tuple(
        tuple(
            Value((*path, "rows", at, place), Role.CELL, cell, True, node=node)
            for place, cell in enumerate(row)
        )
        for at, row in enumerate(given.rows)
    )
    if given.columns:
        heads: tuple[TableRow, ...]
        heads = (listed_values((*path, "columns"), Role.LABEL, given.columns, node),)
    else:
        heads = tuple(
            listed_values((*path, "head", at), Role.LABEL, row, node)
            for at, row in enumerate(given.head)
        )
    above = merge(given.head) if given.head else _APART
    below = merge(given.rows) if given.merge else _APART
    return Table(
        caption,
        _without(heads, above.owners),
        _without(rows, below.owners),
        note,
        {**above.spans, **_lower(below.spans, len(heads))} if above.spans or below.spans else {},
        given.row_heads,
        given.align_numbers,
    )


def _without(rows: Sequence[TableRow], owners: Mapping[Place, Place]) -> tuple[TableRow, ...]:
    """Return the rows with nothing where a cell belongs to another."""
    if not owners:
        return tuple(rows)
    return tuple(
        tuple(None if (at, place) in owners else cell for place, cell in enumerate(row))
        for at, row in enumerate(rows)
    )


def _lower(spans: Mapping[Place, tuple[int, int]], by: int) -> dict[Place, tuple[int, int]]:
    return {(row + by, column): span for (row, column), span in spans.items()}
