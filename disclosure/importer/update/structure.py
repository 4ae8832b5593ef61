"""Sections, paragraphs, items and rows that are new, gone, or stand elsewhere.

Each is one change of whole lines. It is made only if the notice then loads and prints the texts
that it printed before, with just these more, less, or elsewhere; else it is left.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from disclosure.importer.proof import printed_row
from disclosure.importer.update.nodes import Node
from disclosure.importer.update.steps import Corrected, Step, Work
from disclosure.importer.update.together import Together, all_together
from disclosure.importer.update.units import Unit, match, units_of
from disclosure.model.faults import Path
from disclosure.source.load import LoadedNotice
from disclosure.source.whole_lines import Lines, changed

_MOST: Final = 200
# Of a file that is another notice nothing fits; it is not tried for minutes.
_MOST_GIVEN_UP: Final = 60
# A shorter text may well stand in others.
_SHORT: Final = 6


class Taken(NamedTuple):
    """A comment that stood with a text that is gone: its line then, from 1, and what it says."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Structured:
    """A notice after its structure was brought nearer to the file's."""

    loaded: LoadedNotice
    changes: int
    taken: tuple[Taken, ...]


def with_structure(
    loaded: LoadedNotice,
    corrected: Corrected,
    load: Callable[[Sequence[str]], LoadedNotice | None],
    distance: Callable[[LoadedNotice], int],
    said: str,
    *,
    strict: bool,
) -> Structured:
    """Return the notice with what is new put in, what is gone taken out, what moved moved.

    Args:
        loaded: the notice.
        corrected: the file.
        load: reads lines as a notice.
        distance: how far what a notice prints is from the file.
        said: what the file says, without blanks.
        strict: whether each step has to bring it nearer, marks of headings and all.

    """
    count = 0
    taken: list[Taken] = []
    given_up: set[tuple[str, Path, tuple[str, ...]]] = set()
    together: Together | None = None
    now = distance(loaded) if strict else 0
    for _ in range(_MOST):
        lines = Lines(loaded.places.lines)
        old = units_of(loaded)
        work = Work(lines, old, corrected, match(old, corrected.units, corrected.alike))
        judge = _Judge(old, corrected, said, distance, printed_row(loaded) if strict else None, now)
        if together is None:
            together = all_together(work, lines, load, judge.wanted, judge.nearer)
            if together is not None and together.loaded is not None:
                loaded, count = together.loaded, count + len(together.made)
                now = distance(loaded) if strict else 0
                taken += _taken(each for put in together.made for each in put.removed)
                continue
        for kind, node, steps, removed in work.all():
            key = (kind, node.path, tuple(each.row for each in old[node.first : node.last + 1]))
            if key in given_up or len(given_up) > _MOST_GIVEN_UP:
                continue
            wanted = judge.wanted(kind, node)
            if wanted is None:
                continue
            after = _best(steps, lines, load, distance)
            nearer = judge.nearer(after, wanted) if after is not None else None
            if after is not None and nearer is not None:
                loaded, count, now = after, count + 1, nearer
                taken += _taken(removed)
                break
            given_up.add(key)
        else:
            break
    return Structured(loaded, count, tuple(taken))


def _taken(removed: Iterable[tuple[int, str]]) -> Iterator[Taken]:
    return (Taken(line + 1, text) for line, text in removed)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What a step has to bring; ``printed`` is what the notice prints, None if nothing counts."""

    old: Sequence[Unit]
    corrected: Corrected
    said: str
    distance: Callable[[LoadedNotice], int]
    printed: str | None
    now: int

    def wanted(self, kind: str, node: Node) -> int | None:
        """Return by how much a step has to bring the notice nearer; None if it is a person's."""
        if self.printed is None or kind == "move":
            return 1
        texts = [
            (self.corrected.units if kind == "in" else self.old)[at].row for at in node.numbers
        ]
        if any(self._is_elsewhere(each, self.printed, kind == "in") for each in texts):
            return None
        return sum(map(len, texts))

    def _is_elsewhere(self, text: str, printed: str, is_new: bool) -> bool:
        """Say whether a text is printed already, or still said: then it is for a person."""
        more = printed.count(text) - self.said.count(text)
        return len(text) >= _SHORT and (more >= 0 if is_new else more <= 0)

    def nearer(self, after: LoadedNotice, wanted: int) -> int | None:
        """Return how far the notice is then; None where it is not by so much nearer."""
        if self.printed is None:
            return 0
        found = self.distance(after)
        return found if found <= self.now - wanted else None


def _best(
    steps: Iterable[Step],
    lines: Lines,
    load: Callable[[Sequence[str]], LoadedNotice | None],
    distance: Callable[[LoadedNotice], int],
) -> LoadedNotice | None:
    found: list[tuple[int, LoadedNotice]] = []
    for step in steps:
        again = load(changed(lines.lines, step.changes))
        if again is None or not step.fits([each.row for each in units_of(again)]):
            continue
        if step.is_alike:
            return again
        found.append((distance(again), again))
    return min(found, key=lambda each: each[0])[1] if found else None
