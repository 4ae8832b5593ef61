"""The text of a section: the one place that decides in which order its parts are printed.

Text, deliveries, page, ledger and rules all follow ``SectionText.blocks``, so an order that
authors choose themselves has to be written here and nowhere else.
"""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.document.blocks import (
    Answer,
    Block,
    Fact,
    Heading,
    Item,
    Paragraph,
    Particulars,
    SectionBlock,
    Table,
)
from disclosure.document.item_words import item_words
from disclosure.document.values import (
    Role,
    Value,
    listed_values,
    named_values,
    prose_values,
)
from disclosure.model.deadline import deadline_text, is_words
from disclosure.model.notice import Notice
from disclosure.model.outline import Node
from disclosure.model.section import Enumeration

# What was done, by field: each has a label that the unit may change.
_ANSWERS = ("measures", "progress", "outcomes")


class SectionText(NamedTuple):
    """A section with everything below it.

    Attributes:
        node: its place in the outline.
        heading: its mark and title.
        blocks: its own text, in the order in which it is printed.
        particulars: what is said of a problem beside its answers.
        children: the sections below it.

    """

    node: Node
    heading: Heading
    blocks: tuple[SectionBlock, ...]
    particulars: tuple[Fact, ...]
    children: tuple["SectionText", ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was done, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Answer))

    def linear(self) -> Iterator[Block]:
        """Yield heading and text of the section and of those below it, as they are read."""
        yield self.heading
        yield from self.blocks[1:] if self.heading.opening else self.blocks
        if self.particulars:
            yield Particulars(self.particulars)
        for child in self.children:
            yield from child.linear()


def read_section(node: Node, notice: Notice) -> SectionText:
    """Return the text of a section.

    Args:
        node: the section in its place.
        notice: whose labels and words before items it takes.

    """
    section = node.section
    blocks = tuple(_blocks(node, notice))
    opening = blocks[0] if section.run_in and blocks else None
    heading = Heading(
        node,
        Value((*node.path, "title"), Role.HEADING, section.title, node=node),
        tuple(named_values(node.path, Role.LABEL, section, ("mark", "id"), node)),
        opening if isinstance(opening, Paragraph) else None,
    )
    children = tuple(read_section(child, notice) for child in node.children)
    return SectionText(node, heading, blocks, tuple(_particulars(node, notice)), children)


def _blocks(node: Node, notice: Notice) -> Iterator[SectionBlock]:
    section, path = node.section, node.path
    for value in prose_values((*path, "body"), Role.PROSE, section.body, node):
        yield Paragraph(value)
    for number in range(len(section.tables)):
        yield _table(node, number)
    for name in _ANSWERS:
        if texts := getattr(section, name):
            values = prose_values((*path, name), Role.ITEM, texts, node)
            yield _list(getattr(notice.labels, name), values, notice.enumeration)
    for number in range(len(section.responses)):
        yield from _response(node, number, notice)


def _table(node: Node, number: int) -> Table:
    table, path = node.section.tables[number], (*node.path, "tables", number)
    note = tuple(named_values(path, Role.LABEL, table, ("note",), node))
    return Table(
        Value((*path, "caption"), Role.DATA, table.caption, node=node),
        listed_values((*path, "columns"), Role.LABEL, table.columns, node),
        tuple(
            tuple(
                Value((*path, "rows", at, place), Role.CELL, cell, True, node=node)
                for place, cell in enumerate(row)
            )
            for at, row in enumerate(table.rows)
        ),
        note[0] if note else None,
    )


def _response(node: Node, number: int, notice: Notice) -> Iterator[Answer]:
    response, path = node.section.responses[number], (*node.path, "responses", number)
    label, typed = response.label, Value((*path, "label"), Role.LABEL, response.label, node=node)
    if response.text:
        values = prose_values((*path, "text"), Role.PROSE, response.text, node)
        yield Answer(label, tuple(Item("", value) for value in values), False, typed)
    if response.items:
        values = prose_values((*path, "items"), Role.ITEM, response.items, node)
        style = response.enumeration or notice.enumeration
        if response.text:
            yield _list("", values, style)
        else:
            yield _list(label, values, style, typed)


def _list(
    label: str, values: tuple[Value, ...], style: Enumeration, typed: Value | None = None
) -> Answer:
    words = item_words(style, len(values))
    items = tuple(Item(word, value) for word, value in zip(words, values, strict=True))
    return Answer(label, items, len(values) > 1, typed)


def _particulars(node: Node, notice: Notice) -> Iterator[Fact]:
    section, labels = node.section, notice.labels
    if section.status:
        yield Fact("status", labels.status, section.status.value)
    for value in named_values(
        node.path, Role.LABEL, section, ("leader", "department", "lead_unit"), node
    ):
        key = str(value.path[-1])
        yield Fact(key, getattr(labels, key), value.raw, (value,))
    if deadline := section.deadline:
        typed = ("deadline",) if is_words(deadline) else ()
        values = tuple(named_values(node.path, Role.LABEL, section, typed, node))
        yield Fact("deadline", labels.deadline, deadline_text(deadline), values)
