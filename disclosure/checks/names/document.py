"""names.document: a document that is named twice has the same title both times.

Titles that differ in digits only are taken for two documents (2021年, 2022年).

Good: 学习《中国共产党支部工作条例（试行）》，以《中国共产党支部工作条例（试行）》为遵循。
Good: 现就《青山县住房管理办法》征求意见，附《青山县住房管理办法（征求意见稿）》。
Good: 修订《处级领导干部选拔任用办法》《科级领导干部选拔任用办法》。
Bad: 学习《中国共产党支部工作条例》，以《中国共产党支部工作条例（试行）》为遵循。
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import sentence_bounds
from disclosure.checks.reading.slips import difference, is_slip
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_TITLE = re.compile(r"《([^《》]{4,80})》")
_STAGE_BEHIND = re.compile(r"[（(](?:试行|暂行|修订|草案|讨论稿|征求意见稿|初稿)[）)]")
_STAGE = re.compile(f"{_STAGE_BEHIND.pattern}$")
# Then there are two: of old, and as it is now.
_REPLACED = re.compile("修订|修改|修正|废止|失效|有效期|期满|到期|原《|重新|取代|替代")
# Its draft is spoken of beside the document: 征求《…》意见.
_DRAFT = re.compile(r"[（(](?:草案|讨论稿|征求意见稿|初稿)[）)]$")
_DIGITS = re.compile(r"[\d一二三四五六七八九十]+")
_BRACKETS = str.maketrans("()", "（）")
_SHORTEST = 6
_LONG = 12
_SMALL = frozenset("的和与及省市县区")
_MOST_TITLES = 400

Place = tuple[PrintedText, int, int]


def _check(context: NoticeContext) -> Iterator[Finding]:
    places: dict[str, list[Place]] = {}
    for piece in context.whole():
        for match in _TITLE.finditer(piece.text):
            # 《…》（试行） is the same title as 《…（试行）》.
            stage = _STAGE_BEHIND.match(piece.text, match.end())
            title = (match[1] + (stage[0] if stage else "")).translate(_BRACKETS)
            places.setdefault(title, []).append((piece, match.start(1), match.end(1)))
    titles = Counter({title: len(found) for title, found in places.items()})
    if len(titles) > _MOST_TITLES:
        return
    known = [title for title, _ in titles.most_common()]
    plain = {title: _STAGE.sub("", title) for title in known}
    for position, title in enumerate(known):
        for better in known[:position]:
            if _nearly(title, better, plain) and not (
                plain[title] == plain[better]
                and (
                    any(_is_replaced(place) for place in places[title] + places[better])
                    or _DRAFT.search(title)
                    or _DRAFT.search(better)
                )
            ):
                # Of two forms the more frequent is believed, then the fuller one.
                wrong, right = title, better
                if titles[title] == titles[better] and len(title) > len(better):
                    wrong, right = better, title
                for piece, start, end in places[wrong]:
                    yield in_piece(piece, start, end, text=wrong, other=right)
                break


def _is_replaced(place: Place) -> bool:
    """Whether the sentence tells of a new form of the document: 修订, 废止."""
    piece, start, _ = place
    first, last = sentence_bounds(piece.text, start)
    return bool(_REPLACED.search(piece.text[first:last]))


def _nearly(one: str, other: str, plain: Mapping[str, str]) -> bool:
    if min(len(one), len(other)) < _SHORTEST:
        return False
    if plain[one] == plain[other]:
        return True
    if abs(len(plain[one]) - len(plain[other])) > 1:
        return False  # no slip makes or takes two characters
    if _DIGITS.sub("0", one) == _DIGITS.sub("0", other):
        return False
    return _slipped(plain[one], plain[other]) or _slipped(plain[other], plain[one])


def _slipped(shown: str, right: str) -> bool:
    """Whether one title is the other with a slip; 处级 and 科级, 企业 and 小企业 are two."""
    edit = difference(shown, right)
    if edit is None or (edit.kind == "lost" and edit.at in {0, len(right) - 1}):
        return False
    # Long titles do not differ by a 的 or 县 alone.
    if edit.kind == "lost" and right[edit.at] in _SMALL and len(right) >= _LONG:
        return True
    return is_slip(shown, right)


RULE = Rule("names.document", Level.WARNING, "通报自身", __doc__, _check)
