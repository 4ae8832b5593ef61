"""Enumerations inside one text: 一是…；二是…, 第一，…, （1）…, （一）…, 1.…."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from disclosure.zh.numerals import chinese_numeral, number_of

_HAN = "[一二三四五六七八九十]"
# Items begin a text, or stand behind a sign.
_BEGIN = "(?:^|(?<=[。；：:;，]))"
# 第三、四项 and （一）、（三）项 name items that stand elsewhere.
STYLES: Final = tuple(
    re.compile(form)
    for form in (
        # 唯一是, 统一是 and 之一是 count nothing, but stand behind no sign.
        rf"{_BEGIN}\s*(?P<number>{_HAN}{{1,2}})是(?!否|非)",
        rf"{_BEGIN}\s*(?P<number>{_HAN}{{1,2}})要(?![素点件害求领义闻地道事])",
        rf"{_BEGIN}\s*第(?P<number>{_HAN}{{1,2}})[，、,](?!{_HAN}|\d|第)",
        r"(?:^|(?<=[。；：:;，\s]))[（(](?P<number>\d{1,2})[）)](?![、和至项款])",
        rf"(?:^|(?<=[。；：:;，\s]))[（(](?P<number>{_HAN}{{1,2}})[）)](?![、和至项款])",
        rf"{_BEGIN}\s*(?P<number>\d{{1,2}})[.．](?!\d)(?=\s?[\u4e00-\u9fff“《])",
    )
)
# What a text holds where it may hold two marks of a style: looked for first, which costs little.
_HINTS: Final = (
    ("一是", "二是", "十"),
    ("一要", "二要", "十"),
    ("第一", "第二", "第十"),
    ("（1", "(1", "（2", "(2"),
    ("（一", "(一", "（二", "(二", "（十", "(十"),
    (".", "．"),
)
_ORDER = ("首先|其一", "其次|其二", "再次|其三|再者", "其四|最后")


class ItemMark(NamedTuple):
    """The mark of one item.

    Attributes:
        number: what it counts.
        start: its first character.
        end: behind it.
    """

    number: int
    start: int
    end: int


def likely_styles(text: str) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Yield the styles, each with its number, that may stand in a text more than once."""
    for number, style in enumerate(STYLES):
        if any(hint in text for hint in _HINTS[number]):
            yield number, style


def item_marks(text: str, style: re.Pattern[str]) -> tuple[ItemMark, ...]:
    """Return the marks of one style that stand in a text, in order."""
    return tuple(
        ItemMark(number_of(match["number"]), match.end() - len(match[0].lstrip()), match.end())
        for match in style.finditer(text)
    )


def said_otherwise(text: str, number: int) -> bool:
    """Say whether an item is counted in some other form, or in the midst of a sentence.

    抓好一是制度建设；二是队伍建设 begins at one, and so does 一要抓学习；二是抓落实.
    """
    han = chinese_numeral(number)
    words = "" if number > len(_ORDER) else f"|{_ORDER[number - 1]}"
    form = (
        rf"(?<!{_HAN}){han}(?:是|要|则|来|个?方面|[、，,：:])"
        rf"|[（(]\s*(?:{han}|{number})\s*[）)]|(?<!\d){number}[.．、]{words}"
    )
    return re.search(form, text) is not None


def breaks(text: str, marks: tuple[ItemMark, ...]) -> Iterator[tuple[ItemMark, int]]:
    """Yield the marks that follow none, and the number that was due instead.

    Args:
        text: where they stand.
        marks: those of one style.

    A list may stand in an item of another. What begins a text may go on from the one before.

    """
    open_lists: list[int] = []
    done = 0
    for mark in marks:
        if mark.number == 1:
            open_lists = [*open_lists[-2:], 1]
        elif mark.number - 1 in open_lists:
            while open_lists[-1] != mark.number - 1:
                open_lists.pop()
            open_lists[-1] = mark.number
        elif not text[: mark.start].strip() or said_otherwise(
            text[done : mark.start], mark.number - 1
        ):
            open_lists = [*open_lists[-2:], mark.number]
        else:
            yield mark, open_lists[-1] + 1 if open_lists else 1
            open_lists = [*open_lists[:-1], mark.number]
        done = mark.end
