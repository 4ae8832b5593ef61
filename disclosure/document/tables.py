"""Tables of the text as their readers meet them."""

from disclosure.document.blocks import Table
from disclosure.document.values import Role, Value, listed_values, named_values
from disclosure.model import table
from disclosure.model.faults import Path
from disclosure.model.outline import Node


def read_table(given: table.Table, path: Path, node: Node) -> Table:
    """Return a table.

    Args:
        given: what was written.
        path: where it stands in the notice.
        node: the section it belongs to.

    """
    note = tuple(named_values(path, Role.LABEL, given, ("note",), node))
    return Table(
        Value((*path, "caption"), Role.DATA, given.caption, node=node),
        listed_values((*path, "columns"), Role.LABEL, given.columns, node),
        tuple(
            tuple(
                Value((*path, "rows", at, place), Role.CELL, cell, True, node=node)
                for place, cell in enumerate(row)
            )
            for at, row in enumerate(given.rows)
        ),
        note[0] if note else None,
    )
