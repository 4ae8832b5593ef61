"""What a paragraph needs to know of the rest of its part: bookmarks, other ends of moves."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.tracked import Tracked

_LONGEST: Final = 40
_ENDS: Final = frozenset({"w:moveFrom", "w:moveTo"})


def bookmarked(name: str, context: Context) -> str | None:
    """Return the beginning of the paragraph that a bookmark stands in, or none without such one.

    Empty where the bookmark stands between paragraphs.

    Args:
        name: of the bookmark.
        context: of the file.

    """
    known = context.progress.bookmarks
    if known is None:
        known = _bookmarks(context.parts.root(context.parts.main))
        context.progress.bookmarks = known
    found = known.get(name.casefold())
    return None if found is None else plain_text(*found)[:_LONGEST]


def name_stretch(paragraph: Element, text: Tracked, context: Context) -> None:
    """Note the bookmarks of a paragraph with the characters that it holds."""
    known = [number for number in text.origins if number >= 0]
    if known:
        stretch = min(known), max(known) + 1
        names = (each.get("w:name", "") for each in paragraph.iter("w:bookmarkStart"))
        context.progress.named.extend((name, *stretch) for name in names if name)


def has_both_ends(context: Context) -> bool:
    """Say whether the part that is read holds what a move left and what it went to."""
    part = context.part or context.parts.main
    known = context.progress.moves
    if part not in known:
        root = context.parts.root(part)
        tags = set() if root is None else {each.tag for each in root.iter()}
        known[part] = tags >= _ENDS
    return known[part]


def _bookmarks(root: Element | None) -> Mapping[str, tuple[Element, ...]]:
    found: dict[str, tuple[Element, ...]] = {}
    waiting: list[tuple[Element, tuple[Element, ...]]] = [] if root is None else [(root, ())]
    while waiting:
        element, around = waiting.pop()
        if element.tag == "w:bookmarkStart":
            found.setdefault(element.get("w:name", "").casefold(), around)
        inner = (element,) if element.tag == "w:p" else around
        waiting.extend((each, inner) for each in reversed(element))
    return found
