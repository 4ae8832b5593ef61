"""What stands under a heading, in the order in which it is printed.

In ``content`` the order is the author's; the short forms (``body``, ``tables``, ``measures`` …)
have one of their own. Whoever asks what a section holds asks here, and sees both alike.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from disclosure.model.faults import Path
from disclosure.model.lists import texts_in
from disclosure.model.picture import PlacedPicture, pictures_in
from disclosure.model.section import ANSWERS, ContentBlock, ContentItem, Section


class Placed(NamedTuple):
    """A block of a section's text as it was given.

    Attributes:
        kind: a key of ``ContentBlock``.
        path: from the section; of a notice without headings, from the notice.
        value: of that key.

    """

    kind: str
    path: Path
    value: Any


def ordered(section: Section) -> Iterator[Placed]:
    """Yield the text of a section, block by block."""
    if section.content:
        yield from placed_content(section.content)
    if section.body:
        yield Placed("text", ("body",), section.body)
    for number, table in enumerate(section.tables):
        yield Placed("table", ("tables", number), table)
    for kind in ANSWERS:
        if texts := getattr(section, kind):
            yield Placed(kind, (kind,), texts)
    for number, response in enumerate(section.responses):
        yield Placed("answer", ("responses", number), response)
    if section.sections:
        yield Placed("sections", ("sections",), section.sections)


def placed_content(content: tuple[ContentItem, ...]) -> Iterator[Placed]:
    """Yield what a ``content`` holds, of a section or of a notice without headings."""
    for number, item in enumerate(content):
        if isinstance(item, ContentBlock):
            kind = item.kind
            yield Placed(kind, ("content", number, kind), getattr(item, kind))
        else:
            yield Placed("text", ("content", number), item)


def children_of(place: Path, section: Section) -> list[tuple[Path, Section]]:
    """Return the sections below one that stands at ``place``, each with its path."""
    if not section.content:  # nearly always
        return [((*place, "sections", n), child) for n, child in enumerate(section.sections)]
    return [
        ((*place, *block.path, n), child)
        for block in ordered(section)
        if block.kind == "sections"
        for n, child in enumerate(block.value)
    ]


def pictures_of(content: tuple[ContentItem, ...]) -> Iterator[PlacedPicture]:
    """Yield the pictures in a ``content``, each with its path from what has it."""
    for block in placed_content(content):
        yield from pictures_in(*block)


def texts_of(section: Section, kind: str) -> tuple[str, ...]:
    """Return the items of one of ``ANSWERS``, wherever they stand, each with all under it."""
    blocks = (block for block in ordered(section) if block.kind == kind)
    return tuple("".join(texts_in(item)) for block in blocks for item in block.value)
