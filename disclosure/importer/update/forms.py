"""A section's short form (``body``, ``measures`` …) written as ``content``, in the same order.

The short form prints in an order of its own: a paragraph behind an answer has no place in it.
"""

from collections.abc import Sequence
from typing import Final

from disclosure.model.faults import Path
from disclosure.model.section import ANSWERS
from disclosure.source.whole_lines import Change, Lines

_BODY: Final = "body"
# In the order in which they are printed.
_SHORT: Final = (_BODY, *ANSWERS)
# What would have to be written anew in more than its place.
_OTHERS: Final = ("content", "tables", "responses", "sections")


def as_content(
    lines: Lines, section: Path, before: Path, rows: Sequence[str]
) -> tuple[Change, ...] | None:
    """Return the changes that write a section's text as ``content``, with an item more.

    Every line keeps its words and its comments; it stands further in, or without its ``body:``.

    Args:
        lines: of the notice.
        section: path of the section.
        before: path of the text behind which the item stands.
        rows: of the item, as at the left edge.

    Returns:
        None where the section holds more than text and answers, or is written in brackets.

    """
    keys = [key for key in _SHORT if (*section, key) in lines.document.keys]
    if not keys or any((*section, key) in lines.document.keys for key in _OTHERS):
        return None
    inside = before[: len(section)] == section and before[len(section) :]
    content = [] if inside and inside[0] in keys else [*rows]
    changes: list[Change] = []
    for key in keys:
        path = (*section, key)
        block, change = lines.block(path), lines.without(path)
        items = _items(key, block, lines.document.value_at(path)) if block else None
        if items is None or change is None:
            return None
        content += items
        if inside and inside[0] == key:
            content += rows
        changes.append(change)
    column = " " * lines.column((*section, keys[0]))
    written = (f"{column}content:", *(f"{column}  {row}" if row else row for row in content))
    first, *rest = sorted(changes)
    return (Change(first.start, first.end, written), *rest)


def _items(key: str, block: Sequence[str], value: object) -> list[str] | None:
    """Return the lines of a key as items of ``content``, as at the left edge."""
    head = next((at for at, row in enumerate(block) if not row.startswith("#")), 0)
    comments, row, below = block[:head], block[head], block[head + 1 :]
    if key != _BODY:
        return [*comments, f"- {row}", *(f"  {each}" if each else each for each in below)]
    said = row.removeprefix(f"{_BODY}:").strip()
    if isinstance(value, str) and said and row.startswith(f"{_BODY}:"):
        return [*comments, f"- {said}", *below]
    if isinstance(value, list) and not said and below:
        inner = min(len(each) - len(each.lstrip()) for each in below if each)
        return [*comments, *(each[inner:] for each in below)]
    return None
