"""Sections, paragraphs, items and rows that are new, gone, or stand elsewhere.

Each is one change of whole lines. It is made only if the notice then loads and prints the texts
that it printed before, with just these more, less, or elsewhere; else it is left.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from disclosure.importer.proof import printed_row
from disclosure.importer.update.steps import Corrected, Step, Work
from disclosure.importer.update.units import match, units_of
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
    now = distance(loaded) if strict else 0
    count, taken, given_up = 0, [], set[tuple[str, Path, tuple[str, ...]]]()
    for _ in range(_MOST):
        lines = Lines(loaded.places.lines)
        old = units_of(loaded)
        matched = match(old, corrected.units, corrected.alike)
        work = Work(lines, old, corrected, matched)
        printed = printed_row(loaded) if strict else ""

        def is_elsewhere(text: str, is_new: bool, printed: str = printed) -> bool:
            """Say whether a text is printed already, or still said: then it is for a person."""
            more = printed.count(text) - said.count(text)
            return len(text) >= _SHORT and (more >= 0 if is_new else more <= 0)

        for kind, node, steps, removed in work.all():
            key = (kind, node.path, tuple(each.row for each in old[node.first : node.last + 1]))
            if key in given_up or len(given_up) > _MOST_GIVEN_UP:
                continue
            wanted = 1
            if strict and kind != "move":
                texts = [each.row for each in (corrected.units if kind == "in" else old)]
                texts = texts[node.first : node.last + 1]
                if any(is_elsewhere(each, kind == "in") for each in texts):
                    continue
                wanted = sum(map(len, texts))
            after = _best(steps, lines, load, distance)
            nearer = distance(after) if after is not None and strict else now - wanted
            if after is not None and nearer <= now - wanted:
                loaded, count, now = after, count + 1, nearer if strict else 0
                taken += [Taken(line + 1, text) for line, text in removed]
                break
            given_up.add(key)
        else:
            break
    return Structured(loaded, count, tuple(taken))


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
