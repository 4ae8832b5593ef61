"""Near-misses: a known name with one character lost, added or swapped, found in linear time."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.checks.reading.alike import alike


class Near(NamedTuple):
    """A stretch of text that is nearly a name."""

    start: int
    end: int


def find_near(name: str, text: str) -> Iterator[Near]:
    """Yield where ``text`` has ``name`` with exactly one slip inside it.

    One slip leaves the first or the second half untouched, so each half is looked for with
    ``str.find`` and the other compared beside it. First and last character must be there: what
    lacks them is an abbreviation (泾县X中心, X中心), not a slip.

    Args:
        name: at least four characters.
        text: to look in.
    """
    middle = len(name) // 2
    head, tail = name[:middle], name[middle:]
    crossed = head[:-1] + tail[0] + head[-1] + tail[1:]
    if head not in text and tail not in text and crossed not in text:
        return  # mostly
    seen: set[tuple[int, int]] = set()
    for found in _occurrences(head, text):
        after = text[found + middle : found + len(name) + 1]
        for length in _slips(tail, after):
            span = (found, found + middle + length)
            if text[span[1] - 1 : span[1]] == name[-1] and span not in seen:
                seen.add(span)
                yield Near(*span)
    for found in _occurrences(crossed, text) if crossed != name else ():
        seen.add((found, found + len(name)))
        yield Near(found, found + len(name))
    for found in _occurrences(tail, text):
        before = text[max(0, found - middle - 1) : found]
        for length in _slips(head[::-1], before[::-1]):
            span = (found - length, found + len(tail))
            if text[span[0] : span[0] + 1] == name[0] and span not in seen:
                seen.add(span)
                yield Near(*span)


def _occurrences(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _slips(wanted: str, given: str) -> Iterator[int]:
    """Yield the lengths of the beginnings of ``given`` that are one slip from ``wanted``."""
    size = len(wanted)
    if given[:size] == wanted:
        return
    same = 0
    while same < min(size, len(given)) and wanted[same] == given[same]:
        same += 1
    rest = wanted[same:]
    # A doubled character at the edge is also a changed one with the name cut short: longest first.
    if given[same + 1 : size + 1] == rest:
        yield size + 1
    swapped = len(rest) > 1 and given[same:size] == rest[1] + rest[0] + rest[2:]
    if swapped or (len(given) >= size and given[same + 1 : size] == rest[1:]):
        yield size
    if len(given) >= size - 1 and given[same : size - 1] == rest[1:]:
        yield size - 1


def find_edge_slips(name: str, text: str) -> Iterator[Near]:
    """Yield where ``name`` has its first character twice, or a like one in place of its last.

    ``find_near`` leaves these out, for a name may stand behind its own first character, and
    what lacks its last one is mostly another word: whether they are slips is for the words
    around to say.
    """
    for found in _occurrences(name, text):
        if found and text[found - 1] == name[0]:
            yield Near(found - 1, found + len(name))
    for found in _occurrences(name[:-1], text):
        end = found + len(name)
        if alike(text[end - 1 : end], name[-1]):
            yield Near(found, end)
