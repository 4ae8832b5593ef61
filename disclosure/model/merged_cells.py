"""Merged cells of a table: a mark in each cell that gives way to its neighbour.

``↑`` belongs to the cell above, ``←`` to the one at its left; what is merged is a rectangle.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

UP: Final = "↑"
LEFT: Final = "←"

# Row and column, from 0.
Place = tuple[int, int]


class Slip(NamedTuple):
    """A mark that means nothing where it stands.

    Attributes:
        code: of the message: no cell is there, or what is merged is no rectangle.
        row: of the mark.
        column: of the mark.

    """

    code: str
    row: int
    column: int


class Merged(NamedTuple):
    """What is merged with what.

    Attributes:
        owners: of each cell with a mark, the cell that it belongs to.
        spans: of each cell that others belong to, how many rows and columns it takes.
        slip: the first mark that cannot be.

    """

    owners: Mapping[Place, Place]
    spans: Mapping[Place, tuple[int, int]]
    slip: Slip | None = None


def merge(grid: Sequence[Sequence[str]]) -> Merged:
    """Return which cells of ``grid``, whose rows are equally long, are one."""
    owners: dict[Place, Place] = {}
    for at, row in enumerate(grid):
        for place, cell in enumerate(row):
            mark = cell.strip()
            if mark == UP:
                if not at:
                    return Merged({}, {}, Slip("table.merge_up", at, place))
                owners[at, place] = owners.get((at - 1, place), (at - 1, place))
            elif mark == LEFT:
                if not place:
                    return Merged({}, {}, Slip("table.merge_left", at, place))
                owners[at, place] = owners.get((at, place - 1), (at, place - 1))
    spans: dict[Place, tuple[int, int]] = {}
    merged: dict[Place, list[Place]] = {}
    for place_of, owner in owners.items():
        merged.setdefault(owner, []).append(place_of)
    for owner, own in merged.items():
        down = max(row for row, _ in own) - owner[0] + 1
        across = max(column for _, column in own) - owner[1] + 1
        if down * across != len(own) + 1:
            return Merged({}, {}, Slip("table.merge_area", *own[-1]))
        spans[owner] = (down, across)
    return Merged(owners, spans)
