"""Whether a text that is nearly a name is that name with a slip, or another name.

青山县财局 is 青山县财政局 with a character lost, 青山县民政局 is another office. What tells them
apart are words: a slip leaves characters over that belong to no word.
"""

from typing import NamedTuple

from disclosure.checks.reading.alike import alike
from disclosure.checks.reading.common_words import is_common
from disclosure.checks.reading.words import plain_words

_NUMERALS = frozenset("一二三四五六七八九十百零两〇0123456789")
# Words of one character: nothing is missing beside them.
_JOINING = frozenset("的和与及暨之等在为对省市县区州旗镇乡村")
# Another office may have or lack them.
_TELLING = frozenset("总分支小大副新老原前")
_LONG_WORD = 3
# In a phrase of two words a joining word may be meant: 党的干部.
_SHORT = 4
_PLACE_ENDS = "省市县区州旗"
_LONGEST_PLACE = 5
# Words that join others, and may be left out.
_SMALL = frozenset("的和与及暨之等")


class Difference(NamedTuple):
    """What one edit has made of a right text.

    Attributes:
        kind: ``lost``, ``won``, ``changed`` or ``swapped``.
        at: the place in the right text, for ``won`` in the shown one.
    """

    kind: str
    at: int


def difference(shown: str, right: str) -> Difference | None:
    """Return the one edit that makes ``shown`` of ``right``; None if there is none."""
    if shown == right or abs(len(shown) - len(right)) > 1:
        return None
    at = 0
    while at < min(len(shown), len(right)) and shown[at] == right[at]:
        at += 1
    given, wanted = shown[at:], right[at:]
    if given == wanted[1:]:
        return Difference("lost", at)
    if given[1:] == wanted:
        return Difference("won", at)
    if given[1:] == wanted[1:]:
        return Difference("changed", at)
    if len(wanted) > 1 and given[:2] == wanted[1::-1] and given[2:] == wanted[2:]:
        return Difference("swapped", at)
    return None


def is_slip(shown: str, right: str, *, fixed: bool = False, certain: bool = False) -> bool:
    """Say whether ``shown`` is ``right`` with one slip, and no other name.

    Args:
        shown: what stands in the text.
        right: the name or phrase that may be meant.
        fixed: it is a phrase whose words do not change: a slip may make words of its own
            (以人名为中心, 高质发展).
        certain: it is the name of the unit itself, in full: what lacks a character of it is
            no other name.

    """
    edit = difference(shown, right)
    if edit is None:
        return False
    if edit.kind == "swapped":
        return len(plain_words(shown)) >= len(plain_words(right))
    if edit.kind == "lost":
        return _is_lost(shown, right, edit.at, fixed=fixed, certain=certain)
    if edit.kind == "won":
        more = len(plain_words(shown)) > len(plain_words(right))
        return _doubled(shown, edit.at) and (certain or more)
    return _is_misread(shown, right, edit.at, fixed=fixed, certain=certain)


def _is_lost(shown: str, right: str, at: int, *, fixed: bool, certain: bool) -> bool:
    if certain:
        return right[at] not in _SMALL and right[at] not in _TELLING
    if right[at] in _JOINING:
        return False
    return fixed or _reads_worse(shown, right) or _lost_within_word(right, at)


def _is_misread(shown: str, right: str, at: int, *, fixed: bool, certain: bool) -> bool:
    wrong, wanted = shown[at], right[at]
    if not "\u4e00" <= wrong <= "\u9fff" or {wrong, wanted} <= _NUMERALS:
        return False
    if alike(wrong, wanted) and (fixed or _reads_worse(shown, right)):
        return True
    # 青水县财政局 is the office of another county.
    place = next((n for n, each in enumerate(right[:_LONGEST_PLACE]) if each in _PLACE_ENDS), -1)
    if at < place:
        return False
    if wrong in _JOINING and fixed:
        return len(right) > _SHORT
    if certain and not _is_usual(shown, at):
        return True
    return _strays(shown) > _strays(right)


def _is_usual(text: str, at: int) -> bool:
    """Whether a character is part of a usual word: 民政, but not 受业."""
    end = 0
    for word in plain_words(text):
        end += len(word)
        if at < end:
            return len(word) >= _LONG_WORD or is_common(word)
    return False


def _lost_within_word(right: str, at: int) -> bool:
    """Whether the character stood in a long word: 公积 for 公积金; 党支部 is no 党总支部."""
    end = 0
    for word in plain_words(right):
        end += len(word)
        if at < end:
            return len(word) >= _LONG_WORD and right[at] not in _TELLING
    return False


def _doubled(shown: str, at: int) -> bool:
    return shown[at] in {shown[at - 1 : at], shown[at + 1 : at + 2]}


def _reads_worse(shown: str, right: str) -> bool:
    """Whether it takes more words, or leaves more characters that are none."""
    return len(plain_words(shown)) > len(plain_words(right)) or _strays(shown) > _strays(right)


def _strays(text: str) -> int:
    return sum(1 for word in plain_words(text) if len(word) == 1 and word not in _JOINING)
