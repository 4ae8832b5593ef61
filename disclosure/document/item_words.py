"""The words before the items of a list: 一是, 二是; written here, never typed.

Apart: pages, texts and checks count items alike, and need nothing else of sections.
"""

from disclosure.model.marks import format_mark
from disclosure.model.section import Enumeration, MarkStyle


def item_words(style: Enumeration, count: int) -> tuple[str, ...]:
    """Return the word before each of ``count`` items; none before a single item."""
    if count < 2:
        return ("",) * count
    # The styles of lists are those of section marks.
    marks = MarkStyle(style.value)
    return tuple(format_mark(marks, number) for number in range(1, count + 1))
