"""The account: where each character of the file went, and proof of it from the printed text.

A character is kept in a value, written otherwise there (a date), printed by the program itself
(marks, labels, 一是), normalised away, or dropped with a reason. What is none of these is lost,
and told with its place.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from disclosure.importer.draft import Entry, Fields, Items, Scalar, Value
from disclosure.importer.punctuation import paragraphs_in
from disclosure.importer.reading import Fate, Paragraph, Reading, Remark
from disclosure.importer.tracked import Tracked
from disclosure.model.faults import Path


class Way(StrEnum):
    """What became of a character; a lower one counts where several values hold it."""

    KEPT = "kept"
    WORKED_OUT = "worked_out"
    SAID = "said"
    NORMALISED = "normalised"
    DROPPED = "dropped"
    LOST = "lost"


_ORDER: Final = tuple(Way)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``[start:end]`` of the file with one fate.

    Attributes:
        paths: of the values that hold them, or that make the program print them.
        remarks: numbers of the remarks that cover them, in ``Account.remarks``.

    """

    start: int
    end: int
    way: Way
    paths: tuple[Path, ...] = ()
    remarks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Where a file's characters went.

    Attributes:
        characters: of the file.
        stretches: all of them in order, without what is only blank.
        remarks: everything that is told, in the order of the file.
        counts: characters by what became of them; a normalised one that is kept counts as
            normalised.

    """

    characters: str
    stretches: tuple[Stretch, ...]
    remarks: tuple[Remark, ...]
    counts: tuple[tuple[Way, int], ...]

    @property
    def total(self) -> int:
        """How many characters the file has, blanks apart."""
        return sum(number for _, number in self.counts)

    @property
    def lost(self) -> tuple[Stretch, ...]:
        """What is nowhere, in whole stretches whatever the remarks in them."""
        found: list[Stretch] = []
        for each in self.stretches:
            if each.way is not Way.LOST:
                continue
            if found and found[-1].end == each.start:
                found[-1] = Stretch(found[-1].start, each.end, Way.LOST)
            else:
                found.append(each)
        return tuple(found)

    def count(self, way: Way) -> int:
        """Return how many characters went this way."""
        return dict(self.counts).get(way, 0)


def account(reading: Reading, draft: Fields, more: Iterable[Remark] = ()) -> Account:
    """Return where every character went.

    Args:
        reading: the file, with its punctuation as it goes on.
        draft: made of it.
        more: remarks of the outline and of the fields.

    """
    length = len(reading.characters)
    remarks = tuple(
        sorted((*reading.remarks, *more), key=lambda each: (each.start, each.end, each.code))
    )
    in_text = bytearray(length)
    for text in _texts(reading):
        for number in text.origins:
            if 0 <= number < length:
                in_text[number] = 1
    places: list[tuple[Way, Path]] = []
    holders = _Holders(length)
    for way, path, text in placed(draft):
        holders.add(text.origins, len(places))
        places.append((way, path))
    covered = _covered(remarks, in_text, holders, length)
    stretches = tuple(_stretches(reading.characters, in_text, places, holders, covered, remarks))
    counts = dict.fromkeys(Way, 0)
    for each in stretches:
        stretch = reading.characters[each.start : each.end]
        counts[each.way] += sum(map(len, stretch.split()))
    return Account(reading.characters, stretches, remarks, tuple(counts.items()))


def placed(value: Value, path: Path = ()) -> Iterator[tuple[Way, Path, Tracked]]:
    """Yield the texts that a draft takes from the file, each with its way and place."""
    match value:
        case Scalar():
            if isinstance(value.text, Tracked):
                yield Way.KEPT, path, value.text
            if value.source is not None:
                yield Way.WORKED_OUT, path, value.source
        case Items():
            for number, each in enumerate(value.values):
                yield from placed(each, (*path, number))
        case Fields():
            for entry in value.entries:
                yield from _of_entry(entry, (*path, entry.key))


def _of_entry(entry: Entry, path: Path) -> Iterator[tuple[Way, Path, Tracked]]:
    for text in entry.said:
        yield Way.SAID, path, text
    yield from placed(entry.value, path)


def _texts(reading: Reading) -> Iterator[Tracked]:
    for paragraph in _paragraphs(reading):
        yield paragraph.text


def _paragraphs(reading: Reading) -> Iterator[Paragraph]:
    yield from paragraphs_in(reading.blocks)
    for _, texts in reading.notes:
        yield from texts


class _Holders:
    """Which of the draft's texts hold each character: mostly one, -1 for none, seldom others."""

    def __init__(self, length: int) -> None:
        self.first = [-1] * length
        self.others: dict[int, list[int]] = {}

    def add(self, origins: Sequence[int], number: int) -> None:
        for origin in origins:
            if not 0 <= origin < len(self.first) or self.first[origin] == number:
                continue
            if self.first[origin] < 0:
                self.first[origin] = number
            else:
                others = self.others.setdefault(origin, [])
                if not others or others[-1] != number:
                    others.append(number)

    def of(self, origin: int) -> tuple[int, ...]:
        first = self.first[origin]
        return () if first < 0 else (first, *self.others.get(origin, ()))


def _covered(
    remarks: Sequence[Remark], in_text: bytearray, holders: _Holders, length: int
) -> list[Fate | None]:
    """Return, for each character, what the remarks that go for it say became of it.

    What is normalised away goes where the rest of its stretch went: of ... in a paragraph that
    is lost, no point is accounted for.
    """
    covered: list[Fate | None] = [None] * length
    for remark in remarks:
        stretch = range(max(0, remark.start), min(remark.end, length))
        if remark.fate is Fate.DROPPED:
            for number in stretch:
                covered[number] = Fate.DROPPED
        elif remark.fate is Fate.NORMALISED:
            left = [number for number in stretch if in_text[number]]
            if not left or any(holders.of(number) for number in left):
                for number in stretch:
                    covered[number] = covered[number] or Fate.NORMALISED
    return covered


def _stretches(
    characters: str,
    in_text: bytearray,
    places: Sequence[tuple[Way, Path]],
    holders: _Holders,
    covered: Sequence[Fate | None],
    remarks: Sequence[Remark],
) -> Iterator[Stretch]:
    around = _Around(remarks)
    start, before = 0, None
    first, others = holders.first, holders.others
    last = -1
    for number, sign in enumerate(characters):
        # Most characters go where the one before went: nothing is worked out anew for them.
        if (
            number < around.until
            and first[number] == first[last]
            and covered[number] is covered[last]
            and in_text[number] == in_text[last]
            and others.get(number) == others.get(last)
        ):
            continue
        if sign.isspace():
            continue  # blanks go with what stands before them
        last = number
        numbers = holders.of(number)
        way = _way(numbers, places, covered[number], in_text[number])
        paths = tuple(dict.fromkeys(places[each][1] for each in numbers))
        found = (way, paths, around.at(number))
        if found != before:
            if before is not None:
                yield Stretch(start, number, *before)
            start, before = number, found
    if before is not None:
        yield Stretch(start, len(characters), *before)


class _Around:
    """Which remarks cover a character; asked for one after the other."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        self._remarks = remarks
        self._next = 0
        self._open: tuple[int, ...] = ()
        self.until = 0

    def at(self, number: int) -> tuple[int, ...]:
        if number >= self.until:
            self._move(number)
        return self._open

    def _move(self, number: int) -> None:
        remarks, opened = self._remarks, [*self._open]
        while self._next < len(remarks) and remarks[self._next].start <= number:
            opened.append(self._next)
            self._next += 1
        self._open = tuple(each for each in opened if remarks[each].end > number)
        ends = [remarks[each].end for each in self._open]
        if self._next < len(remarks):
            ends.append(remarks[self._next].start)
        self.until = min(ends, default=sys.maxsize)


def _way(
    numbers: Sequence[int],
    places: Sequence[tuple[Way, Path]],
    covered: Fate | None,
    in_text: int,
) -> Way:
    if numbers:
        if covered is Fate.NORMALISED:
            return Way.NORMALISED
        return min((places[each][0] for each in numbers), key=_ORDER.index)
    if covered is Fate.DROPPED:
        return Way.DROPPED
    # Still in a paragraph, and in none of the draft's texts: lost on the way between them.
    return Way.NORMALISED if covered is Fate.NORMALISED and not in_text else Way.LOST
