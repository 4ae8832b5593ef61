"""From the lines of pages to paragraphs: by indents, by full lines, by gaps."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from disclosure.importer.readers.pdf.process import Line

# What cannot be broken: a number, an address; an opening bracket stays with what follows.
_TOKEN: Final = re.compile(r"[（(《“‘〔【]*(?:[A-Za-z0-9@.:/_%\-—－]+|.)")
_CLOSING: Final = "，。；：！？、）》”’」』】〕…,.;:!?)"
_MARKED: Final = re.compile(
    "[（(]?(?:[〇零一二三四五六七八九十百]{1,5}|[0-9０-９]{1,3})(?:[、）)]|[.．](?![0-9０-９]))|[①-⑳⑴-⒇]|第.{1,4}[章节条]"
)
_ENDED: Final = re.compile("[。！？；][”’）)]*$")
_GAP: Final = 1.35  # of the usual distance between lines
_LATIN: Final = 0.62  # of the size of type; wider than most letters
_OTHER_SIZE: Final = 1.2  # points
_FURTHEST: Final = 4.5  # of the size of type, of an indent


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page, from 1, and the page's width."""

    line: Line
    page: int
    width: float


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one paragraph; ``centred`` ones are parted by soft returns, as a title is."""

    lines: tuple[Placed, ...]
    aligned: str


@dataclass(frozen=True, slots=True)
class _Measure:
    left: float
    right: float
    size: float
    pitch: float
    indented: bool
    spaced: bool


def groups_of(lines: Sequence[Placed]) -> list[Group]:
    """Return the lines of all pages, in order, as paragraphs."""
    if not lines:
        return []
    measure = _measure(lines)
    groups: list[list[Placed]] = [[lines[0]]]
    for before, after in pairwise(lines):
        if _goes_on(before, after, measure):
            groups[-1].append(after)
        else:
            groups.append([after])
    return [Group(tuple(group), _aligned(group, measure)) for group in groups]


def _measure(lines: Sequence[Placed]) -> _Measure:
    size = Counter(round(each.line.size, 1) for each in lines).most_common(1)[0][0] or 12.0
    lefts = Counter(round(each.line.left) for each in lines if len(each.line.text) > 8)
    # Two indented lines a paragraph are no margin: the leftmost that is frequent is.
    often = max(lefts.values(), default=0)
    usual = max(lefts, key=lambda at: lefts[at], default=0)
    # Where nearly all paragraphs are one line long, two that go on show the margin.
    left = min(
        (
            at
            for at, count in lefts.items()
            if count * 4 >= often or (count > 1 and abs(usual - at - size * 2) < size * 0.3)
        ),
        default=0,
    )
    # A table or a hanging sign may stick out; nine of ten lines do not.
    rights = sorted(each.line.right for each in lines)
    right = rights[int(len(rights) * 0.9)] if len(rights) > 10 else rights[-1]
    steps = Counter(
        round(before.line.base - after.line.base)
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < before.line.base - after.line.base < size * 4
    )
    most = max(steps.values(), default=0)
    pitch = min((step for step, count in steps.items() if count * 4 >= most), default=size * 1.8)
    gaps = sum(count for step, count in steps.items() if step > pitch * _GAP)
    indents = sum(1 for each in lines if _is_indented(each.line, left, size))
    few = max(2, len(lines) // 12)
    return _Measure(left, right, size, pitch, indents >= few, gaps >= few)


def _is_indented(line: Line, left: float, size: float) -> bool:
    return size * 1.5 < line.left - left < size * _FURTHEST


def _goes_on(before: Placed, after: Placed, measure: _Measure) -> bool:
    one, two = before.line, after.line
    if abs(one.size - two.size) > _OTHER_SIZE:
        return False
    step = one.base - two.base
    if before.page == after.page and not 0 < step < measure.pitch * _GAP:
        return False
    if _is_centred(one, measure) and _is_centred(two, measure):
        return one.size > measure.size + _OTHER_SIZE
    if one.size > measure.size + _OTHER_SIZE:
        # A title whose first line is full, and whose second is set in the middle.
        return _is_full(one, two, measure)
    # What stands further in than an indent is in a table, or is set at the right.
    far = measure.size * _FURTHEST
    if two.left - measure.left > measure.size * 0.8 or one.left - measure.left > far:
        return False
    if not _is_full(one, two, measure):
        return False
    return (measure.indented or measure.spaced) or not (
        _ENDED.search(one.text.rstrip()) or _MARKED.match(two.text)
    )


def _is_full(line: Line, following: Line, measure: _Measure) -> bool:
    """Say whether what begins the next line had no room on this one."""
    text = following.text.lstrip()
    token = _TOKEN.match(text)
    first = token[0] if token else ""
    size = following.size or measure.size
    width = sum(_LATIN if char.isascii() else 1.0 for char in first) * size
    for char in text[len(first) : len(first) + 2]:
        if char not in _CLOSING:
            break
        width += size
    slack = 0.3
    if (measure.indented or measure.spaced) and not _MARKED.match(text):
        # A line without indent or gap goes on with the one above, unless that is clearly short.
        slack = 2.5 if _ENDED.search(line.text.rstrip()) else 5
    return line.right + width + size * slack > measure.right


def _is_centred(line: Line, measure: _Measure) -> bool:
    before, behind = line.left - measure.left, measure.right - line.right
    if _is_indented(line, measure.left, measure.size) and line.size < measure.size + _OTHER_SIZE:
        return False  # as wide as it is by accident
    return before > measure.size and behind > 0 and abs(before - behind) < measure.size * 1.6


def _aligned(group: Sequence[Placed], measure: _Measure) -> str:
    line = group[-1].line
    if all(_is_centred(each.line, measure) for each in group) or (
        line.size > measure.size + _OTHER_SIZE and _is_centred(line, measure)
    ):
        return "center"
    if len(group) == 1 and line.left > measure.left + (measure.right - measure.left) * 0.45:
        return "right"
    return "left"
