"""Values of a notice none of whose texts has its like in another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from disclosure.importer.update.units import Unit
from disclosure.model.faults import Path
from disclosure.source.whole_lines import Lines


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the notice or the file with its texts.

    Attributes:
        path: of the value.
        first: number of its first text.
        last: of its last; those between are all of it.
        part: which paragraph of the value is meant alone; -1 for the whole.

    """

    path: Path
    first: int
    last: int
    part: int = -1

    @property
    def numbers(self) -> range:
        """The numbers."""
        return range(self.first, self.last + 1)


def nodes_of(units: Sequence[Unit], matched: Mapping[int, int], lines: Lines) -> list[Node]:
    """Return the largest values none of whose texts has its like."""
    written = [lines.written(each.path) for each in units]
    held: dict[Path, list[int]] = {}
    for at, path in enumerate(written):
        for length in range(1, len(path) + 1):
            spread = held.setdefault(path[:length], [at, at, 0, 0])
            spread[1] = at
            spread[2] += 1
            spread[3] += at not in matched
    found: list[Node] = []
    for at, path in enumerate(written):
        if at in matched or (found and at <= found[-1].last) or not path:
            continue
        length = len(path)
        if held[path][2] != held[path][3]:
            last_part = units[at].path[-1]
            if len(units[at].path) == length + 1 and isinstance(last_part, int):
                found.append(Node(path, at, at, last_part))
            continue
        while length > 1 and _is_whole(held[path[: length - 1]]):
            length -= 1
        first, last, _, _ = held[path[:length]]
        found.append(Node(path[:length], first, last))
    return found


def _is_whole(spread: Sequence[int]) -> bool:
    first, last, held, free = spread
    return held == free == last - first + 1
