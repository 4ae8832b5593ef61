"""Words that are written with a character that sounds or looks like the right one.

落时 is no word; 落实 is, and a common one. Where two characters belong to no word of the
dictionary, the common words of this kind of text that differ in one easily mistaken character
are tried, and the words turned round. The more often the right word stands in such texts, and
the more seldom the two characters stand there by themselves, the more likely it is a slip.
"""

from collections.abc import Iterator
from functools import cache
from math import log10
from typing import NamedTuple

from disclosure.checks.reading.alike import alike_characters
from disclosure.checks.reading.common_words import counts
from disclosure.checks.reading.words import Words, is_word, stands_as_word, words_beside

# Counts in ``common_words.txt`` are per so many words.
_OF = 7.0
# Of slips drawn at random two in three weigh more, of right texts one pair in 60,000.
_LEAST = 4.6
# A character that the list does not have stands by itself more seldom than those that it has.
_SELDOM = 10
# What stands by itself as often is a word of one character.
_COMMON = 700
_SIZE = 2
_LONGEST = 4
_PERSON = "nr"


class Misspelling(NamedTuple):
    """Two characters that are likely a word with a slip."""

    start: int
    end: int
    right: str


def find_misspellings(text: str, words: Words) -> Iterator[Misspelling]:
    """Yield what is likely misspelt in ``text``, whose words are ``words``."""
    for start, end in _pairs(words):
        right = _best(text[start:end])
        if not right or _is_name(text, start, end) or _among_others(text, start, end, right):
            continue
        if stands_as_word(lambda _: words, text, start, end, right):
            yield Misspelling(start, end, right)


def _pairs(words: Words) -> Iterator[tuple[int, int]]:
    """Yield two characters each that belong to no word of the dictionary."""
    before = None
    for word in words.words:
        size = len(word.text)
        if size == 1:
            if before is not None and len(before.text) == 1:
                yield before.start, word.end
        elif size <= _LONGEST and word.tag != _PERSON and not is_word(word.text):
            for at in range(word.start, word.end - 1):
                yield at, at + _SIZE
        before = word


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether it is the mark of a document (财购〔2020〕), or a name in quotes."""
    return text[start - 1 : start] in {"“", "《"} or any(
        mark in text[end : end + 3] for mark in "〔［[【"
    )


def _among_others(text: str, start: int, end: int, right: str) -> bool:
    """Whether characters beside it stand alone, too, as in names and sayings: 学思践悟."""
    often = counts()
    return any(
        len(each) == 1 and "\u4e00" <= each <= "\u9fff" and often.get(each, 0) < _COMMON
        for each in words_beside(text, start, end, right)
    )


@cache
def _best(pair: str) -> str:
    """Return the word that is most likely meant by two characters; "" for none."""
    often = counts()
    alone = sum(log10(often.get(each, _SELDOM)) for each in pair)
    candidates = [pair[0] + each for each in alike_characters(pair[1])]
    candidates += [each + pair[1] for each in alike_characters(pair[0])]
    candidates.append(pair[::-1])
    known = [word for word in candidates if word in often]
    if not known:
        return ""
    best = max(known, key=lambda word: often[word])
    return best if log10(often[best]) + _OF - alone >= _LEAST and not is_word(pair) else ""
