"""The text of a section: the one place that decides in which order its parts are printed.

Text, deliveries, page, ledger and rules all follow ``SectionText.blocks``, so an order that
authors choose themselves has to be written here and nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from disclosure.document.blocks import (
    Answer,
    Block,
    Fact,
    Heading,
    Item,
    Paragraph,
    Particulars,
    SectionBlock,
)
from disclosure.document.labels import Wording, printed_label
from disclosure.document.lists import is_list, read_items
from disclosure.document.note_blocks import read_glossary, read_notes
from disclosure.document.particulars import ledger_only, particulars_of
from disclosure.document.picture_blocks import read_picture, read_pictures
from disclosure.document.tables import read_table
from disclosure.document.values import Role, Value, named_values, prose_values
from disclosure.model import section
from disclosure.model.content import Placed, ordered, placed_content
from disclosure.model.faults import Path
from disclosure.model.outline import Node
from disclosure.page_texts import DocumentTexts

# Blocks that are the same in every notice.
_READERS: Final[Mapping[str, Callable[[Any, Path, Node | None, DocumentTexts], SectionBlock]]] = (
    MappingProxyType(
        {
            "table": lambda given, path, node, _: read_table(given, path, node),
            "picture": read_picture,
            "pictures": read_pictures,
            "notes": lambda given, path, node, _: read_notes(given, path, node),
            "glossary": read_glossary,
        }
    )
)


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
        return tuple([b for b in self.blocks if isinstance(b, Answer) and b.is_answer])

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


def read_section(node: Node, wording: Wording) -> SectionText:
    """Return the text of a section.

    Args:
        node: the section in its place.
        wording: whose labels and words before items it takes.

    """
    given = node.section
    below = iter(node.children)
    blocks = _blocks(node, wording, below)
    opening = blocks[0] if given.run_in and blocks else None
    heading = Heading(
        node,
        Value((*node.path, "title"), Role.HEADING, given.title, node=node),
        named_values(node.path, Role.LABEL, given, ("mark", "id"), node),
        opening if isinstance(opening, Paragraph) else None,
    )
    unprinted = frozenset((*wording.notice.unprinted, *given.unprinted, *ledger_only(given)))
    particulars = tuple(particulars_of(node, wording))
    following = tuple([read_section(child, wording) for child in below])
    children = following
    if given.content:
        inside = (block for block in blocks if isinstance(block, SectionText))
        children = (*inside, *following)
    return SectionText(node, heading, blocks, particulars, unprinted, children, following)


def read_content(wording: Wording) -> Iterator[SectionBlock]:
    """Yield the text of a notice without headings, block by block; of any other nothing."""
    for placed in placed_content(wording.notice.content):
        yield from _block(placed, placed.path, None, wording)


def _blocks(
    node: Node, wording: Wording, below: Iterator[Node]
) -> tuple[SectionBlock | SectionText, ...]:
    """Return the blocks of a section, and take those of ``below`` that text stands behind."""
    blocks: list[SectionBlock | SectionText] = []
    for placed in ordered(node.section):
        if placed.kind != "sections":
            blocks += _block(placed, (*node.path, *placed.path), node, wording)
        elif placed.path[0] == "content":  # else they follow everything else
            children = islice(below, len(placed.value))
            blocks += [read_section(child, wording) for child in children]
    return tuple(blocks)


def _block(
    placed: Placed, path: Path, node: Node | None, wording: Wording
) -> Iterable[SectionBlock]:
    match placed.kind:
        case "text":
            return map(Paragraph, prose_values(path, Role.PROSE, placed.value, node))
        case kind if read := _READERS.get(kind):
            return (read(placed.value, path, node, wording.texts),)
        case "answer":
            return _response(placed.value, path, node, wording)
        case "list":
            style = placed.value.enumeration or wording.notice.enumeration
            items = read_items((*path, "items"), placed.value.items, style, node)
            return (Answer("", items, True, wording.texts.colon, is_answer=False),)
        case kind:
            items = read_items(path, placed.value, wording.notice.enumeration, node)
            label = getattr(wording.labels, kind)
            return (Answer(label, items, is_list(items), wording.texts.colon),)


def _response(
    response: section.Answer | section.Response, path: Path, node: Node | None, wording: Wording
) -> Iterator[Answer]:
    label, typed, colon = printed_label(response.label or ""), None, wording.texts.colon
    if label:
        typed = Value((*path, "label"), Role.LABEL, label, node=node)
    own_line = response.own_line
    if response.text:
        values = prose_values((*path, "text"), Role.PROSE, response.text, node)
        items = tuple(Item("", value) for value in values)
        yield Answer(label, items, False, colon, typed, own_line, about=response.about)
    if response.items:
        style = response.enumeration or wording.notice.enumeration
        items = read_items((*path, "items"), response.items, style, node)
        if response.text:
            yield Answer("", items, is_list(items), colon, about=response.about)
        else:
            shown = is_list(items)
            yield Answer(label, items, shown, colon, typed, own_line, about=response.about)
