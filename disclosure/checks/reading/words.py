"""Where the words of a text begin and end: names and slips are judged at these places.

Chinese writes no blanks: 集中学习 holds the characters of 中学. The dictionary is that of jieba,
read by a port of it in Rust; words of this kind of text that it does not know stand in
``dictionary.txt`` beside the rules.
"""

from bisect import bisect_right
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rjieba import Jieba

# How often a word of ours is taken to stand: enough to win against its parts.
_FREQUENCY = 20_000


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


def words_in(text: str) -> Words:
    """Divide a text into words; every character stands in exactly one."""
    found: list[Word] = []
    at = 0
    for written, tag in _segmenter().tag(text, True):
        found.append(Word(written, at, at + len(written), tag))
        at += len(written)
    return Words(
        tuple(found),
        frozenset(word.start for word in found),
        frozenset(word.end for word in found),
    )


@cache
def _segmenter() -> "Jieba":
    # Reading the dictionary takes a sixth of a second: only where something is checked.
    from rjieba import Jieba

    segmenter = Jieba()
    own = resources.files("disclosure.checks").joinpath("dictionary.txt").read_text("utf-8")
    for line in own.splitlines():
        word, _, tag = line.partition(" ")
        if word and not word.startswith("#"):
            segmenter.add_word(word, _FREQUENCY, tag or "n")
    return segmenter
