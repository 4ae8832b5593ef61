"""names.fixed_phrases: fixed phrases of the party have not lost or changed a character.

Good: 严格落实中央八项规定精神，加强党员学习教育，压实全面从严治党的主体责任。
Good: 健全管理法规制度，实现高效高质发展。
Bad: 严格落实中央八项规精神。
Bad: 推动高质发展。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.joined import JoinedTexts
from disclosure.checks.reading.near_misses import Near, find_edge_slips, find_near
from disclosure.checks.reading.slips import is_slip
from disclosure.checks.reading.words import is_word, stands_as_word
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText


def _check(context: NoticeContext) -> Iterator[Finding]:
    joined = context.joined
    taken: list[tuple[int, int]] = []
    # The longest first: it says more than a phrase inside it.
    for phrase in sorted(context.terms.fixed_phrases, key=len, reverse=True):
        for near in _near(phrase, joined):
            place = joined.place(near.start, near.end)
            if place is None or any(
                near.start < last and first < near.end for first, last in taken
            ):
                continue
            if _is_meant(context, phrase, *place):
                taken.append((near.start, near.end))
                text = joined.text[near.start : near.end]
                yield in_piece(*place, text=text, phrase=phrase)


def _near(phrase: str, joined: JoinedTexts) -> Iterator[Near]:
    middle = len(phrase) // 2
    # One slip leaves a half as it is; two characters in the middle may have changed places.
    crossed = phrase[: middle - 1] + phrase[middle] + phrase[middle - 1]
    if any(map(joined.holds, (phrase[:middle], phrase[middle:], crossed))):
        yield from find_near(phrase, joined.text)
        if joined.holds(phrase[:-1]):
            yield from find_edge_slips(phrase, joined.text)


def _is_meant(
    context: NoticeContext, phrase: str, piece: PrintedText, start: int, end: int
) -> bool:
    text = piece.text[start:end]
    # One phrase may be the near form of another that is meant.
    if any(text in other for other in context.terms.fixed_phrases):
        return False
    # 法规规章制度 is 法规 and the phrase.
    if text[1:] == phrase and is_word(piece.text[max(0, start - 1) : start + 1]):
        return False
    # 法规制度 is 法规 and 制度, and 高效高质发展 says two things in one form.
    before = piece.text[max(0, start - 2) : start]
    if is_word(before[-1:] + text[0]) and is_word(text[1:]):
        return False
    if len(before) > 1 and before[0] == text[0] and is_word(before):
        return False
    # 领导部门 is no 领导干部 that lost a character: the word goes on.
    stands = stands_as_word(context.words, piece.text, start, end, phrase)
    return stands and is_slip(text, phrase, fixed=True)


RULE = Rule(
    "names.fixed_phrases", Level.WARNING, "国办秘函〔2019〕19号（严重表述错误）", __doc__, _check
)
