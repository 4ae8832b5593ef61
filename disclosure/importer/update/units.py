"""A notice as a row of texts, each with its place; and which of them two notices share.

The corrected file is a notice, too, once it is imported: its texts are set beside those of the
notice that it corrects. What both have in the same order stays; between such texts the most
alike are one text that was changed; what is left is new, or gone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.importer.proof import printed_row
from disclosure.importer.update.streams import stated_by, texts_of
from disclosure.model.faults import Path
from disclosure.source.load import LoadedNotice

# Below this two texts are no longer the same one.
_ALIKE: Final = 0.5
# Below this nobody would say that one became the other, even where nothing else did.
_ANOTHER: Final = 0.3
_OF_LISTS: Final = frozenset({Role.PROSE, Role.ITEM})
# Of what has the same name in the file; what is the same to a letter is surer.
_NAMED: Final = 0.99
_MOST_PAIRS: Final = 1000
_LONGEST: Final = 600
_SECTIONS: Final = "sections"


Alike = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed text.

    Attributes:
        printed: with its place.
        row: its characters without blanks.
        depth: how many sections it stands in.

    """

    printed: PrintedText
    row: str
    depth: int

    @property
    def path(self) -> Path:
        """Where it stands in the notice."""
        return self.printed.path

    @property
    def role(self) -> Role:
        """What it is on the page."""
        return self.printed.role

    @property
    def section(self) -> Path:
        """Where the section that it stands in is; empty outside the tree."""
        return section_of(self.path)


def section_of(path: Path) -> Path:
    """Return the path of the innermost section that a path leads into."""
    for length in range(len(path) - 1, 0, -1):
        if path[length - 1] == _SECTIONS and isinstance(path[length], int):
            return path[: length + 1]
    return ()


def units_of(loaded: LoadedNotice) -> tuple[Unit, ...]:
    """Return the texts of a notice in the order in which they are printed.

    What is not printed as a text, such as the id of a section, is none of them.
    """
    return tuple(
        Unit(text, row, sum(1 for part in text.path if part == _SECTIONS))
        for text, row, _ in texts_of(loaded, printed_row(loaded))
    )


def is_told(unit: Unit, loaded: LoadedNotice) -> bool:
    """Say whether a text of the file's head is a fact that the notice states in a field."""
    if unit.path[0] != "head":
        return False
    return any(unit.row in (label, label[:-1], text) for label, text in stated_by(loaded))


@dataclass(frozen=True, slots=True)
class Matched:
    """Which text of the notice is which of the file; both by their numbers."""

    to_new: Mapping[int, int]
    to_old: Mapping[int, int]


def match(old: Sequence[Unit], new: Sequence[Unit], alike: Alike = frozenset()) -> Matched:
    """Return which texts are the same.

    Args:
        old: texts of the notice.
        new: of the file.
        alike: rows of both that are known to be one text, whatever became of it.

    """
    pairs: dict[int, int] = {}
    for a, b, c, d in _gaps(old, new, pairs):
        pairs.update(_alike(old, new, (a, b, c, d), alike))
    return Matched(pairs, {there: here for here, there in pairs.items()})


def _key(unit: Unit) -> tuple[str, bool, int]:
    heading = unit.role is Role.HEADING
    return unit.row, heading, unit.depth if heading else 0


def _gaps(
    old: Sequence[Unit], new: Sequence[Unit], pairs: dict[int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Note the texts that stand in both in the same order, and yield what lies between them."""
    ones, twos = [_key(each) for each in old], [_key(each) for each in new]
    waiting = [(0, len(ones), 0, len(twos))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and ones[a] == twos[c]:
            pairs[a] = c
            a, c = a + 1, c + 1
        while a < b and c < d and ones[b - 1] == twos[d - 1]:
            b, d = b - 1, d - 1
            pairs[b] = d
        if a == b and c == d:
            continue
        anchors = _anchors(ones[a:b], twos[c:d])
        if not anchors:
            yield a, b, c, d
            continue
        last, there = a, c
        for one, two in (*anchors, (b - a, d - c)):
            waiting.append((last, a + one, there, c + two))
            last, there = a + one, c + two


def _anchors(
    ones: Sequence[tuple[str, bool, int]], twos: Sequence[tuple[str, bool, int]]
) -> list[tuple[int, int]]:
    """Return what stands once in each, as much of it as is in the same order."""
    first, second = Counter(ones), Counter(twos)
    where = {key: at for at, key in enumerate(twos) if second[key] == 1}
    both = [(at, where[key]) for at, key in enumerate(ones) if first[key] == 1 and key in where]
    return _rising(both)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of pairs whose second numbers rise."""
    ends: list[int] = []
    piles: list[int] = []
    before = [-1] * len(pairs)
    for at, (_, value) in enumerate(pairs):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if ends[middle] < value else (low, middle)
        before[at] = piles[low - 1] if low else -1
        if low == len(ends):
            ends.append(value)
            piles.append(at)
        else:
            ends[low], piles[low] = value, at
    found, at = [], piles[-1] if piles else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _alike(
    old: Sequence[Unit], new: Sequence[Unit], gap: tuple[int, int, int, int], alike: Alike
) -> dict[int, int]:
    """Return the pairs within a gap that are most alike, in order."""
    a, b, c, d = gap
    if (b - a) * (d - c) > _MOST_PAIRS or a == b or c == d:
        return {}
    if b - a == d - c == 1 and _same_kind(old[a], new[c]) and not _is_another(old[a], new[c]):
        return {a: c}
    scores = [[_score(old[i], new[j], alike) for j in range(c, d)] for i in range(a, b)]
    # best[i][j] of what lies behind i and j.
    best = [[0.0] * (d - c + 1) for _ in range(b - a + 1)]
    for i in range(b - a - 1, -1, -1):
        for j in range(d - c - 1, -1, -1):
            taken = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    pairs, i, j = {}, 0, 0
    while i < b - a and j < d - c:
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs[a + i] = c + j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _same_kind(one: Unit, two: Unit) -> bool:
    if one.role is not two.role or one.depth != two.depth:
        return False
    keys = (_last_key(one.path), _last_key(two.path))
    return keys[0] == keys[1]


def _is_another(one: Unit, two: Unit) -> bool:
    """Say whether one of several paragraphs went and another came: what was said of it goes."""
    if one.role not in _OF_LISTS or len(one.printed.value.siblings) == 1:
        return False
    matcher = SequenceMatcher(None, one.row[:_LONGEST], two.row[:_LONGEST], autojunk=False)
    return matcher.ratio() < _ANOTHER


def _last_key(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _score(one: Unit, two: Unit, alike: Alike) -> float:
    if (one.role is Role.HEADING) != (two.role is Role.HEADING):
        return 0.0
    if one.role is Role.HEADING and one.depth != two.depth:
        return 0.0
    if (one.row, two.row) in alike and one.role is two.role:
        return _NAMED
    first, second = one.row[:_LONGEST], two.row[:_LONGEST]
    if first == second:
        return 1.0
    short, long = sorted((len(first), len(second)))
    if not short or 2 * short / (short + long) < _ALIKE:
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.quick_ratio() < _ALIKE:
        return 0.0
    found = matcher.ratio()
    return found if found >= _ALIKE else 0.0
