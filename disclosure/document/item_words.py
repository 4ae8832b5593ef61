"""The words before the items of a list: 一是, 二是; written here, never typed.

Apart: pages, texts and checks count items alike, and need nothing else of sections.
"""

from collections.abc import Sequence

from disclosure.model.lists import Enumeration
from disclosure.model.marks import NO_MARK, format_mark, number_in
from disclosure.model.section import MarkStyle


def counted_words(style: Enumeration, typed: Sequence[str | None]) -> tuple[str, ...]:
    """Return the word before each item of a list where some have one of their own.

    Args:
        style: of the others, which are counted on from a typed one of that style.
        typed: for each item the word that is typed, 无 for none; None where it is counted.

    """
    marks, number, words = MarkStyle(style.value), 0, []
    for word in typed:
        if word is None:
            number += 1
            words.append(format_mark(marks, number) if len(typed) > 1 else "")
        else:
            number = number_in(marks, word) or number
            words.append("" if word == NO_MARK else word)
    return tuple(words)


def item_words(style: Enumeration, count: int) -> tuple[str, ...]:
    """Return the word before each of ``count`` items; none before a single item."""
    if count < 2:
        return ("",) * count
    # The styles of lists are those of section marks.
    marks = MarkStyle(style.value)
    return tuple(format_mark(marks, number) for number in range(1, count + 1))
