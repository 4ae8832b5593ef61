"""The items of lists, with the words before them and what stands under each."""

from collections.abc import Iterator

from disclosure.document.blocks import Item
from disclosure.document.item_words import counted_words, item_words
from disclosure.document.values import Role, Value, prose_values
from disclosure.model.faults import Path
from disclosure.model.lists import Items, ListItem
from disclosure.model.mark_style import MarkStyle
from disclosure.model.outline import Node


def read_items(path: Path, items: Items, style: MarkStyle, node: Node | None) -> tuple[Item, ...]:
    """Return the items of a list as they are printed.

    Args:
        path: of the list in the notice.
        items: as given.
        style: of the words before them.
        node: the section they stand in; None outside the tree.

    """
    plain = [item for item in items if isinstance(item, str)]
    if len(plain) == len(items):  # nearly always
        values = prose_values(path, Role.ITEM, plain, node)
        words = item_words(style, len(values))
        return tuple([Item(word, value) for word, value in zip(words, values, strict=True)])
    words = counted_words(style, [None if isinstance(item, str) else item.mark for item in items])
    return tuple(
        _item((*path, number), item, word, node)
        for number, (item, word) in enumerate(zip(items, words, strict=True))
    )


def _item(path: Path, item: str | ListItem, word: str, node: Node | None) -> Item:
    if isinstance(item, str):
        return Item(word, Value(path, Role.ITEM, item, True, node=node))
    first, *more = prose_values((*path, "text"), Role.ITEM, item.text, node)
    typed = Value((*path, "mark"), Role.LABEL, word, node=node) if item.mark and word else None
    return Item(word, first, (*more, *_under(path, item, node)), typed)


def _under(path: Path, item: ListItem, node: Node | None) -> Iterator[Value | Item]:
    if item.items:
        yield from read_items((*path, "items"), item.items, item.enumeration, node)
    yield from prose_values((*path, "closing"), Role.PROSE, item.closing, node)


def is_list(items: tuple[Item, ...]) -> bool:
    """Say whether items are shown one by one: a single text under a label is none."""
    return len(items) > 1 or any(item.below or item.word for item in items)
