"""names.document: a document that is named twice has the same title both times.

Titles that differ in digits only are taken for two documents (2021年, 2022年).

Good: 学习《中国共产党支部工作条例（试行）》，以《中国共产党支部工作条例（试行）》为遵循。
Bad: 学习《中国共产党支部工作条例》，以《中国共产党支部工作条例（试行）》为遵循。
"""

import re
from collections import Counter
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_TITLE = re.compile(r"《([^《》]{4,80})》")
_STAGE = re.compile(r"[（(](?:试行|暂行|修订|草案|讨论稿|征求意见稿|初稿)[）)]$")
_DIGITS = re.compile(r"[\d一二三四五六七八九十]+")
_SHORTEST = 6
_MOST_TITLES = 400


def _check(context: NoticeContext) -> Iterator[Finding]:
    places: dict[str, list[tuple[PrintedText, int, int]]] = {}
    for piece in context.whole():
        for match in _TITLE.finditer(piece.text):
            places.setdefault(match[1], []).append((piece, match.start(1), match.end(1)))
    titles = Counter({title: len(found) for title, found in places.items()})
    if len(titles) > _MOST_TITLES:
        return
    known = [title for title, _ in titles.most_common()]
    for position, title in enumerate(known):
        for better in known[:position]:
            if _nearly(title, better):
                # Of two forms the more frequent is believed, then the fuller one.
                wrong, right = title, better
                if titles[title] == titles[better] and len(title) > len(better):
                    wrong, right = better, title
                for piece, start, end in places[wrong]:
                    yield in_piece(piece, start, end, text=wrong, other=right)
                break


def _nearly(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST:
        return False
    plain = (_STAGE.sub("", one), _STAGE.sub("", other))
    if plain[0] == plain[1]:
        return True
    if _DIGITS.sub("0", one) == _DIGITS.sub("0", other):
        return False
    return one_edit(*plain)


def one_edit(one: str, other: str) -> bool:
    """Say whether one inserted, lost, changed or swapped character makes ``one`` ``other``."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    left, right = one[same:], other[same:]
    swapped = len(left) > 1 and left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left == right[1:] or left[1:] == right or swapped


RULE = Rule("names.document", Level.WARNING, "通报自身", __doc__, _check)
