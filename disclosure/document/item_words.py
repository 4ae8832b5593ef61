"""The words before the items of a list: 一是, 二是; written here, never typed.

Apart: pages, texts and checks count items alike, and need nothing else of sections.
"""

from disclosure.model.outline import format_mark
from disclosure.model.section import Enumeration, MarkStyle
from disclosure.zh.numerals import ordinal


def item_words(style: Enumeration, count: int) -> tuple[str, ...]:
    """Return the word before each of ``count`` items; none before a single item."""
    if count < 2:
        return ("",) * count
    return tuple(_word(style, number) for number in range(1, count + 1))


def _word(style: Enumeration, number: int) -> str:
    match style:
        case Enumeration.HAN_IS:
            return f"{ordinal(number)}是"
        case Enumeration.ORDINAL:
            return f"第{ordinal(number)}，"
        case _:
            # The other styles are those of section marks.
            return format_mark(MarkStyle(style.value), number)
