"""Headings that are items of a list: parts of one sentence, or each a label and a value.

An outline takes every number at the beginning of a line for a heading; what all of a group are
tells more than one of them does.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from disclosure.importer.fields.answers import is_answer_title, label_of
from disclosure.importer.outline.candidates import IN_LIST
from disclosure.importer.outline.titles import BY_COLON
from disclosure.importer.reading import Paragraph
from disclosure.importer.tree import Heading, Node
from disclosure.model.mark_style import MarkStyle

_FEWEST: Final = 2
# What stands behind the colon of an item is a value, and no text of a section.
_LONGEST_VALUE: Final = 40
_PROBLEM: Final = "问题"


def items_among(nodes: Sequence[Node]) -> Iterator[int]:
    """Yield the identities of the headings that are items: all of a group, or none of it.

    Args:
        nodes: what stands under one heading.

    """
    for are_headings, group in groupby(nodes, lambda node: isinstance(node, Heading)):
        headings = [node for node in group if isinstance(node, Heading)]
        if are_headings and _is_list(headings):
            yield from map(id, headings)


def _is_list(headings: Sequence[Heading]) -> bool:
    if len(headings) < _FEWEST or len({each.style for each in headings}) > 1:
        return False
    if headings[0].style is MarkStyle.NONE or headings[0].number != 1:
        return False
    if any(_PROBLEM in each.title.text or _is_answer(each) for each in headings):
        return False
    goes_on = all(not each.blocks for each in headings) and all(
        each.guess == IN_LIST for each in headings[:-1]
    )
    return goes_on or all(map(_is_value, headings))


def _is_answer(heading: Heading) -> bool:
    return is_answer_title(heading.title.text) or label_of(heading.title) is not None


def _is_value(heading: Heading) -> bool:
    if heading.guess != BY_COLON or len(heading.blocks) != 1:
        return False
    block = heading.blocks[0]
    if not isinstance(block, Paragraph):
        return False
    text = block.text.text.strip()
    return len(text) <= _LONGEST_VALUE and "。" not in text[:-1] and "\n" not in text
