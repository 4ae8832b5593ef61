"""The text of a section: the one place that decides in which order its parts are printed.

Text, deliveries, page, ledger and rules all follow ``SectionText.blocks``, so an order that
authors choose themselves has to be written here and nowhere else.
"""

from collections.abc import Iterator
from itertools import islice
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
from disclosure.model import section
from disclosure.model.content import ordered
from disclosure.model.deadline import deadline_text, is_words
from disclosure.model.faults import Path
from disclosure.model.marks import NO_MARK
from disclosure.model.notice import Notice
from disclosure.model.outline import Node
from disclosure.model.section import Enumeration


class SectionText(NamedTuple):
    """A section with everything below it.

    Attributes:
        node: its place in the outline.
        heading: its mark and title.
        blocks: its text in the order in which it is printed, sections below it among them where
            text stands behind those.
        particulars: what is said of a problem beside its answers.
        unprinted: keys of those that stand in the ledger only.
        children: every section below it.
        following: the sections below it behind everything else.

    """

    node: Node
    heading: Heading
    blocks: tuple["SectionBlock | SectionText", ...]
    particulars: tuple[Fact, ...]
    unprinted: frozenset[str]
    children: tuple["SectionText", ...]
    following: tuple["SectionText", ...]

    @property
    def printed(self) -> tuple[Fact, ...]:
        """The particulars that stand in the text."""
        if not self.unprinted:
            return self.particulars
        return tuple(fact for fact in self.particulars if fact.key not in self.unprinted)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was done, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Answer))

    def linear(self) -> list[Block]:
        """Return heading and text of the section and of those below it, as they are read."""
        read: list[Block] = [self.heading]
        for block in self.blocks[1:] if self.heading.opening else self.blocks:
            if isinstance(block, SectionText):
                read += block.linear()
            else:
                read.append(block)
        if printed := self.printed:
            read.append(Particulars(printed))
        for child in self.following:
            read += child.linear()
        return read

    def ledger_values(self) -> Iterator[Value]:
        """Yield what only the ledger prints, of this section and those below it."""
        for fact in self.particulars if self.unprinted else ():
            if fact.key in self.unprinted:
                yield from fact.values
        for child in self.children:
            yield from child.ledger_values()


def read_section(node: Node, notice: Notice) -> SectionText:
    """Return the text of a section.

    Args:
        node: the section in its place.
        notice: whose labels and words before items it takes.

    """
    given = node.section
    below = iter(node.children)
    blocks = tuple(_blocks(node, notice, below))
    opening = blocks[0] if given.run_in and blocks else None
    heading = Heading(
        node,
        Value((*node.path, "title"), Role.HEADING, given.title, node=node),
        tuple(named_values(node.path, Role.LABEL, given, ("mark", "id"), node)),
        opening if isinstance(opening, Paragraph) else None,
    )
    unprinted = frozenset((*notice.unprinted, *given.unprinted))
    particulars = tuple(_particulars(node, notice))
    following = tuple([read_section(child, notice) for child in below])
    children = following
    if given.content:
        inside = (block for block in blocks if isinstance(block, SectionText))
        children = (*inside, *following)
    return SectionText(node, heading, blocks, particulars, unprinted, children, following)


def _blocks(
    node: Node, notice: Notice, below: Iterator[Node]
) -> Iterator[SectionBlock | SectionText]:
    """Yield the blocks of a section, and take those of ``below`` that text stands behind."""
    for placed in ordered(node.section):
        path = (*node.path, *placed.path)
        match placed.kind:
            case "text":
                for value in prose_values(path, Role.PROSE, placed.value, node):
                    yield Paragraph(value)
            case "table":
                yield read_table(placed.value, path, node)
            case "answer":
                yield from _response(placed.value, path, node, notice)
            case "sections" if placed.path[0] == "content":
                for child in islice(below, len(placed.value)):
                    yield read_section(child, notice)
            case "sections":
                pass  # they follow everything else
            case kind:
                values = prose_values(path, Role.ITEM, placed.value, node)
                yield _list(_label(getattr(notice.labels, kind)), values, notice.enumeration)


def _label(label: str) -> str:
    """Return a label; 无 is none."""
    return "" if label == NO_MARK else label


def read_table(table: section.Table, path: Path, node: Node | None = None) -> Table:
    """Return a table.

    Args:
        table: as given.
        path: where it stands in the notice.
        node: the section it belongs to; None outside the tree.

    """
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


def _response(
    response: section.Answer | section.Response, path: Path, node: Node, notice: Notice
) -> Iterator[Answer]:
    label, typed = _label(response.label or ""), None
    if label:
        typed = Value((*path, "label"), Role.LABEL, label, node=node)
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
    given, labels = node.section, notice.labels
    if given.status:
        yield Fact("status", _label(labels.status), given.status.value)
    for value in named_values(
        node.path, Role.LABEL, given, ("leader", "department", "lead_unit"), node
    ):
        key = str(value.path[-1])
        yield Fact(key, _label(getattr(labels, key)), value.raw, (value,))
    if deadline := given.deadline:
        typed = ("deadline",) if is_words(deadline) else ()
        values = tuple(named_values(node.path, Role.LABEL, given, typed, node))
        yield Fact("deadline", _label(labels.deadline), deadline_text(deadline), values)
