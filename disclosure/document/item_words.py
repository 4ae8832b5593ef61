"""The words before the items of a list: 一是, 二是; written here, never typed.

Apart: pages, texts and checks count items alike, and need nothing else of sections.
"""

from collections.abc import Sequence
from functools import lru_cache

from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import NO_MARK, format_mark, number_in


def counted_words(style: MarkStyle, typed: Sequence[str | None]) -> tuple[str, ...]:
    """Return the word before each item of a list where some have one of their own.

    Args:
        style: of the others, which are counted on from a typed one of that style.
        typed: for each item the word that is typed, 无 for none; None where it is counted.

    """
    number, words = 0, []
    for word in typed:
        if word is None:
            number += 1
            words.append(format_mark(style, number) if len(typed) > 1 else "")
        else:
            number = number_in(style, word) or number
            words.append("" if word == NO_MARK else word)
    return tuple(words)


# A list is rarely long, and seldom of another style.
@lru_cache(maxsize=256)
def item_words(style: MarkStyle, count: int) -> tuple[str, ...]:
    """Return the word before each of ``count`` items; none before a single item."""
    if count < 2:
        return ("",) * count
    return tuple(format_mark(style, number) for number in range(1, count + 1))
