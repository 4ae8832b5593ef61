"""Many values put in and taken out at once: the notice is read anew once, not once for each.

A file that was corrected all over has hundreds of new and dropped paragraphs. They stand apart,
so they are tried together, and by halves where that fails; what is left is done one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from disclosure.importer.update.nodes import Node
from disclosure.importer.update.steps import Work
from disclosure.importer.update.units import units_of
from disclosure.source.load import LoadedNotice
from disclosure.source.whole_lines import Change, Lines, changed

# Fewer are done one by one, each at the best of its places.
_FEWEST: Final = 24
_MOST_TRIED: Final = 16


class Put(NamedTuple):
    """A value that is put in or taken out.

    Attributes:
        kind: ``in`` or ``out``.
        node: the value, of the file or of the notice.
        change: of the notice's lines.
        wanted: by how much it brings the notice nearer to the file.
        removed: the comments that go with it, each with its line from 0.

    """

    kind: str
    node: Node
    change: Change
    wanted: int
    removed: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Together:
    """A notice after many changes, and those that were made."""

    loaded: LoadedNotice
    made: tuple[Put, ...]


def all_together(
    work: Work,
    lines: Lines,
    load: Callable[[Sequence[str]], LoadedNotice | None],
    wanted: Callable[[str, Node], int | None],
    nearer: Callable[[LoadedNotice, int], int | None],
) -> Together | None:
    """Return the notice with as much as possible put in and taken out; None where it is little.

    Args:
        work: what may be done.
        lines: of the notice.
        load: reads lines as a notice.
        wanted: says by how much a value brings it nearer to the file; None for what is left.
        nearer: says how far a notice is then; None where that is not by so much nearer.

    """
    puts = _puts(work, wanted)
    if len(puts) < _FEWEST:
        return None
    best: LoadedNotice | None = None
    made: list[Put] = []
    waiting = [puts]
    for _ in range(_MOST_TRIED):
        if not waiting:
            break
        part = waiting.pop()
        tried = [each for each in puts if each in made or each in part]
        after = load(changed(lines.lines, _joined(tried)))
        if (
            after is not None
            and _fits(after, work, tried)
            and (nearer(after, sum(each.wanted for each in tried)) is not None)
        ):
            best, made = after, tried
        elif len(part) > 1:
            middle = len(part) // 2
            waiting += [part[middle:], part[:middle]]
    return Together(best, tuple(made)) if best is not None else None


def _puts(work: Work, wanted: Callable[[str, Node], int | None]) -> list[Put]:
    """Return what stands apart, each at the first of its places; nothing while texts move."""
    found: list[Put] = []
    for kind, node, steps, removed in work.all():
        if kind not in {"in", "out"}:
            return []
        length = wanted(kind, node)
        if length is None:
            continue
        step = next((each for each in steps if each.is_alike), None)
        if step is not None and len(step.changes) == 1:
            put = Put(kind, node, step.changes[0], length, removed)
            if not any(_collide(put.change, each.change) for each in found):
                found.append(put)
    return found


def _collide(one: Change, two: Change) -> bool:
    if one.start == one.end == two.start == two.end:
        # Side by side, either both with a blank line before them or neither.
        return (one.lines[:1] == ("",)) is not (two.lines[:1] == ("",))
    if one.start == one.end or two.start == two.end:
        inner, outer = (one, two) if one.start == one.end else (two, one)
        return outer.start < inner.start < outer.end
    return one.start < two.end and two.start < one.end


def _joined(puts: Iterable[Put]) -> Iterator[Change]:
    """Yield the changes, those at one place as one, in the order of the file."""
    ordered = sorted((each.change for each in puts), key=lambda each: (each.start, each.end))
    for (start, end), group in groupby(ordered, key=lambda each: (each.start, each.end)):
        yield Change(start, end, tuple(row for each in group for row in each.lines))


class _Come(NamedTuple):
    """A text that comes, and between which of the notice's texts."""

    start: int
    end: int
    row: str


def _fits(after: LoadedNotice, work: Work, puts: Sequence[Put]) -> bool:
    """Say whether a notice prints its texts as before, but for these."""
    rows = work.rows
    out = {at for each in puts if each.kind == "out" for at in each.node.numbers}
    left = [at for at in range(len(rows)) if at not in out]
    come = [
        _Come(*work.between(each.node), work.row_of(at))
        for each in sorted(puts, key=lambda put: put.node.first)
        if each.kind == "in"
        for at in each.node.numbers
    ]
    i = j = 0
    for unit in units_of(after):
        here = left[i] if i < len(left) else len(rows)
        before = left[i - 1] if i else -1
        if (
            j < len(come)
            and come[j].row == unit.row
            and come[j].start <= here
            and before < come[j].end
        ):
            j += 1
        elif i < len(left) and rows[here] == unit.row:
            i += 1
        else:
            return False
    return i == len(left) and j == len(come)
