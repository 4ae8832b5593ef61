"""Lists of a text: 一是…；二是… in one paragraph or several, 1. 2., ①②, lists in lists."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.importer.fields.parts import Listed, ListedItem
from disclosure.importer.tracked import Tracked
from disclosure.model.mark_style import MarkStyle
from disclosure.model.marks import format_mark, number_in

_HAN: Final = "[一二三四五六七八九十]{1,3}"
_DIGITS: Final = "[0-9０-９]{1,2}"
# What stands before an item; the first one that fits is taken.
_FORMS: Final[Mapping[MarkStyle, str]] = MappingProxyType(
    {
        MarkStyle.HAN_IS: f"{_HAN}是",
        MarkStyle.ORDINAL: f"第{_HAN}，",
        MarkStyle.CIRCLED: "[①-⑳]",
        MarkStyle.BRACKETED: f"（{_DIGITS}）",
        MarkStyle.NARROW_BRACKETED: rf"\({_DIGITS}\)",
        MarkStyle.BRACKETED_HAN: f"（{_HAN}）",
        MarkStyle.COMMA: f"{_DIGITS}、",
        MarkStyle.WIDE_POINT: f"{_DIGITS}．",
        MarkStyle.POINT: rf"{_DIGITS}\.(?![0-9])",
        MarkStyle.CHAPTER: f"{_HAN}、",
    }
)
_STYLES: Final = tuple(_FORMS)
_AT_START = re.compile("|".join(f"({form})" for form in _FORMS.values()))
# Within a paragraph an item begins behind one of these. A numeral with 、 or brackets is as
# often one of an enumeration of names, so these count at the start of a paragraph only.
_BEHIND: Final = r"(?<=[。；，：:;,！？!?）”》\s])"
_INLINE: Final = MappingProxyType(
    {
        style: re.compile(_BEHIND + f"(?:{_FORMS[style]})")
        for style in (
            MarkStyle.HAN_IS,
            MarkStyle.ORDINAL,
            MarkStyle.CIRCLED,
            MarkStyle.BRACKETED,
            MarkStyle.NARROW_BRACKETED,
            MarkStyle.COMMA,
            MarkStyle.WIDE_POINT,
            MarkStyle.POINT,
        )
    }
)
_DEEPEST: Final = 2


class Word(NamedTuple):
    """What stands before an item: style, number, and behind which character the item begins."""

    style: MarkStyle
    number: int
    end: int


class Found(NamedTuple):
    """A list and the place behind its last paragraph."""

    listed: Listed
    end: int


def word_of(text: str) -> Word | None:
    """Return the word that a paragraph begins with."""
    match = _AT_START.match(text)
    if match is None or match.lastindex is None:
        return None
    style = _STYLES[match.lastindex - 1]
    number = number_in(style, match[0])
    return Word(style, number, match.end()) if number else None


def read_list(texts: Sequence[Tracked], start: int, deep: int = 0) -> Found | None:
    """Return the list that begins with a paragraph; None if none does, or of one item only.

    Args:
        texts: paragraphs.
        start: the one that would be the first item.
        deep: how many lists it stands in.

    """
    first = word_of(texts[start].text)
    if first is None or first.number != 1 or deep > _DEEPEST:
        return None
    style = first.style
    # Of each item its pieces: the paragraph with the word, then what follows it.
    items: list[tuple[Word, Tracked, list[Tracked]]] = []
    end = start
    waiting: list[Tracked] = []
    continued = False
    for at in range(start, len(texts)):
        text = texts[at]
        word = word_of(text.text)
        if word is not None and word.style is style:
            if word.number != len(items) + 1:
                break
            if waiting:
                items[-1][2].extend(waiting)
                continued = continued or any(word_of(each.text) is None for each in waiting)
                waiting = []
            items.extend((each, piece, []) for each, piece in _pieces(text, word))
            end = at + 1
        else:
            waiting.append(text)
    # A word alone is no item: nothing would be printed behind it.
    if len(items) < 2 or any(len(piece.text.rstrip()) <= word.end for word, piece, _ in items):
        return None
    for text in waiting:
        # What follows the last item belongs to it where others are as long, too.
        if not continued and word_of(text.text) is None:
            break
        if word_of(text.text) is not None and not _nests(waiting):
            break
        items[-1][2].append(text)
        end += 1
    return Found(Listed(style, tuple(_item(*each, deep) for each in items)), end)


def _nests(waiting: Sequence[Tracked]) -> bool:
    word = word_of(waiting[0].text)
    return word is not None and word.number == 1


def _pieces(text: Tracked, first: Word) -> Iterator[tuple[Word, Tracked]]:
    """Yield the items of one paragraph, each with its word."""
    begins = [(first, 0)]
    if pattern := _INLINE.get(first.style):
        wanted = first.number + 1
        for match in pattern.finditer(text.text, first.end):
            if number_in(first.style, match[0]) == wanted:
                begins.append((Word(first.style, wanted, len(match[0])), match.start()))
                wanted += 1
    for number, (word, at) in enumerate(begins):
        behind = begins[number + 1][1] if number + 1 < len(begins) else len(text)
        yield word, text[at:behind].strip()


def _item(word: Word, text: Tracked, more: list[Tracked], deep: int) -> ListedItem:
    typed = text[: word.end]
    counted = typed.text.strip() == format_mark(word.style, word.number).strip()
    texts, closing, below = [text[word.end :].strip()], [], None
    for at, each in enumerate(more):
        if below is None and (found := read_list(more, at, deep + 1)):
            below = found.listed
            closing = more[found.end :]
            break
        texts.append(each)
    return ListedItem(typed, counted, tuple(t for t in texts if t), below, tuple(closing))
