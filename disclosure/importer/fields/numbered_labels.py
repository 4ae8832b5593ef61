"""Headings that are answers with a number before their label: （1）整改情况：…（2）下一步：….

All of a group are such labels, or none is taken for one: what stands beside a heading is one, too.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from disclosure.importer.fields.answers import label_of
from disclosure.importer.fields.own_labels import own_label_of
from disclosure.importer.fields.prose import lines_of
from disclosure.importer.reading import Paragraph
from disclosure.importer.tracked import Tracked
from disclosure.importer.tree import Heading, Node
from disclosure.model.mark_style import MarkStyle
from disclosure.model.particular_names import KEYS, labelled_in

# 1. and 1、 stand before findings and whole sections as well: those stay headings.
_STYLES: Final = frozenset({MarkStyle.BRACKETED, MarkStyle.NARROW_BRACKETED})
_FEWEST: Final = 2
# Behind a number it is a label; without one a sentence may begin so.
_BEHIND_NUMBERS: Final = frozenset({"下一步"})


class NumberedLabel(NamedTuple):
    """A heading as an answer.

    Attributes:
        mark: before the label.
        label: without colon.
        said: the colon.
        lines: what follows on its line, empty for nothing, and the further lines of that
            paragraph.
        rest: what stands below.

    """

    mark: Tracked
    label: Tracked
    said: Tracked
    lines: tuple[Tracked, ...]
    rest: tuple[Node, ...]


def numbered_labels(nodes: Sequence[Node]) -> Iterator[tuple[int, NumberedLabel]]:
    """Yield the headings that are labels with a number, by their identities.

    Args:
        nodes: what stands under one heading.

    """
    for are_headings, group in groupby(nodes, lambda node: isinstance(node, Heading)):
        headings = [node for node in group if isinstance(node, Heading)]
        if not are_headings or len(headings) < _FEWEST or not _is_run(headings):
            continue
        found = [_read(each) for each in headings]
        if any(label_of(each.title) for each in headings) and all(found):
            for heading, each in zip(headings, found, strict=True):
                if each:
                    yield id(heading), each


def _is_run(headings: Sequence[Heading]) -> bool:
    style = headings[0].style
    return style in _STYLES and all(
        each.style is style and each.number == number for number, each in enumerate(headings, 1)
    )


def _read(heading: Heading) -> NumberedLabel | None:
    below = (node for node in heading.blocks if isinstance(node, Heading))
    if any(each.style is not MarkStyle.CIRCLED for each in below):
        return None
    text, blocks = heading.title, heading.blocks
    if heading.run_in and blocks and isinstance(first := blocks[0], Paragraph):
        text, blocks = text + first.text, blocks[1:]
    line, *more = lines_of(text)
    found = label_of(line) or own_label_of(line, _BEHIND_NUMBERS) or _told(line)
    if found is None or not (found[2] or more or blocks):
        return None
    label, said, rest = found
    return NumberedLabel(heading.mark, label, said, (rest, *more), blocks)


def _told(line: Tracked) -> tuple[Tracked, Tracked, Tracked] | None:
    """Return label, colon and what follows of 责任领导：… and the like, the only one there."""
    found = labelled_in(line.text)
    if len(found) != 1 or found[0].label:
        return None
    label = line[: found[0].start - 1].strip()
    colon = line[found[0].start - 1 : found[0].start]
    rest = line[found[0].start :].strip()
    return (label, colon, rest) if rest and label.text in KEYS else None
