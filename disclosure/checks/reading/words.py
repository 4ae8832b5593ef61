"""Where the words of a text begin and end: names and slips are judged at these places.

Chinese writes no blanks: 集中学习 holds the characters of 中学. The dictionary is that of jieba,
read by a port of it in Rust; words of this kind of text that it does not know stand in
``dictionary.txt`` beside the rules.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from disclosure.checks.reading.listed import entries

if TYPE_CHECKING:
    from rjieba import Jieba

# How often a word of ours is taken to stand: enough to win against its parts.
_FREQUENCY = 20_000
# A notice has a thousand different ones, and asks for most of them again and again.
_WORDS_KEPT = 1 << 15
# As much of a text as decides how what stands beside it is divided.
_BESIDE = 12


class Word(NamedTuple):
    """One word.

    Attributes:
        text: its characters.
        start: the first of them in the text.
        end: behind the last one.
        tag: its part of speech as jieba names it: n, v, nr (a person), ns (a place), m, x …
    """

    text: str
    start: int
    end: int
    tag: str


def _start(word: Word) -> int:
    return word.start


class Words(NamedTuple):
    """A text divided into words.

    Attributes:
        words: all of them, marks and blanks included, in order, without gaps.
        starts: where a word begins.
        ends: where a word ends.
    """

    words: tuple[Word, ...]
    starts: frozenset[int]
    ends: frozenset[int]

    def whole(self, start: int, end: int) -> bool:
        """Say whether ``text[start:end]`` is one word or several, and no part of one."""
        return start in self.starts and end in self.ends

    def covering(self, at: int) -> Word:
        """Return the word in which the character ``at`` stands.

        Raises:
            IndexError: no character stands there.

        """
        return self.words[self.index_at(at)]

    def index_at(self, at: int) -> int:
        """Return the place in ``words`` of the word in which the character ``at`` stands.

        Raises:
            IndexError: no character stands there.

        """
        index = bisect_right(self.words, at, key=_start) - 1
        if index < 0 or at >= self.words[index].end:
            raise IndexError(at)
        return index

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin in ``text[start:end]``."""
        first = bisect_left(self.words, start, key=_start)
        return self.words[first : bisect_left(self.words, end, first, key=_start)]


def words_in(text: str) -> Words:
    """Divide a text into words; every character stands in exactly one."""
    tagged = _segmenter().tag(text, True)
    written, tags = zip(*tagged, strict=True) if tagged else ((), ())
    ends = list(accumulate(map(len, written)))
    starts = [0, *ends[:-1]] if ends else []
    words = map(Word, written, starts, ends, tags)
    return Words(tuple(words), frozenset(starts), frozenset(ends))


def plain_words(text: str) -> tuple[str, ...]:
    """Divide a text into words of the dictionary: what belongs to none stands by itself.

    A text with a slip takes more of them than the right one.
    """
    return tuple(_segmenter().cut(text, False))


def stands_as_word(
    divide: Callable[[str], Words], text: str, start: int, end: int, right: str
) -> bool:
    """Say whether ``text[start:end]`` may be ``right`` with a slip, and no ends of other words.

    公布署名 holds no 布署, for neither of its words does. Where the slip has led the division
    astray (做 为首 要), the right word makes fewer words of the text.

    Args:
        divide: gives the words of the text.
        text: the whole of it.
        start: first character of what is looked at.
        end: behind the last one.
        right: what may be meant.

    """
    words = divide(text)
    if words.whole(start, end):
        return True
    mended, shown = _mended(text, start, end, right), _mended(text, start, end, text[start:end])
    if len(mended) >= len(shown):
        return False
    # What is left of a word beside it must find another: 依法从国家 leaves 家 alone.
    edges = words_beside(text, start, end, right)
    crossed = (_within_word(words, start), _within_word(words, end))
    return bool(edges) and not any(
        within and len(beside) == 1 for within, beside in zip(crossed, edges, strict=True)
    )


def words_beside(text: str, start: int, end: int, right: str) -> tuple[str, ...]:
    """Return the words before and behind ``right`` where it stands for ``text[start:end]``.

    Returns:
        Two, each "" where there is none; nothing if ``right`` ends within a word.

    """
    first = min(start, _BESIDE)
    before, after, at = "", "", 0
    for word in _mended(text, start, end, right):
        if at + len(word) <= first:
            before = word
        elif at >= first + len(right):
            after = after or word
        elif at < first or at + len(word) > first + len(right):
            return ()
        at += len(word)
    return before, after


def _mended(text: str, start: int, end: int, right: str) -> tuple[str, ...]:
    """Return the words around a place, with ``right`` in it."""
    return plain_words(text[max(0, start - _BESIDE) : start] + right + text[end : end + _BESIDE])


def _within_word(words: Words, at: int) -> bool:
    """Whether a word of the dictionary goes on over ``at``; what was guessed is no evidence."""
    number = bisect_left(words.words, at, key=_start) - 1
    if number < 0:
        return False
    word = words.words[number]
    return word.start < at < word.end and is_word(word.text)


@lru_cache(_WORDS_KEPT)
def is_word(text: str) -> bool:
    """Say whether the dictionary has ``text``."""
    return _segmenter().has_word(text)


@cache
def _segmenter() -> "Jieba":
    # Reading the dictionary takes a sixth of a second: only where something is checked.
    from rjieba import Jieba

    segmenter = Jieba()
    for line in entries("dictionary.txt"):
        word, _, tag = line.partition(" ")
        segmenter.add_word(word, _FREQUENCY, tag or "n")
    return segmenter
