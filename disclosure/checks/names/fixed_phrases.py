"""names.fixed_phrases: fixed phrases of the party have not lost or changed a character.

Good: 严格落实中央八项规定精神，加强党员学习教育，压实全面从严治党的主体责任。
Bad: 严格落实中央八项规精神。
Bad: 推动高质发展。
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.near_misses import find_edge_slips, find_near
from disclosure.checks.reading.slips import is_slip
from disclosure.checks.reading.words import stands_as_word
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText


def _check(context: NoticeContext) -> Iterator[Finding]:
    pieces = tuple(context.whole())
    # All texts at once: there are a hundred phrases, and hundreds of texts.
    everything = "\n".join(piece.text for piece in pieces)
    starts = list(accumulate((len(piece.text) + 1 for piece in pieces), initial=0))
    taken: list[tuple[int, int]] = []
    # The longest first: it says more than a phrase inside it.
    characters = set(everything)
    for phrase in sorted(context.terms.fixed_phrases, key=len, reverse=True):
        # One slip leaves all its characters but one.
        if len(set(phrase) - characters) > 1:
            continue
        for near in (*find_near(phrase, everything), *find_edge_slips(phrase, everything)):
            text = everything[near.start : near.end]
            if "\n" in text or any(near.start < last and first < near.end for first, last in taken):
                continue
            number = bisect_right(starts, near.start) - 1
            start = near.start - starts[number]
            if _is_meant(context, phrase, pieces[number], start, start + len(text)):
                taken.append((near.start, near.end))
                yield in_piece(pieces[number], start, start + len(text), text=text, phrase=phrase)


def _is_meant(
    context: NoticeContext, phrase: str, piece: PrintedText, start: int, end: int
) -> bool:
    text = piece.text[start:end]
    # One phrase may be the near form of another that is meant.
    if any(text in other for other in context.terms.fixed_phrases):
        return False
    # 领导部门 is no 领导干部 that lost a character: the word goes on.
    stands = stands_as_word(context.words, piece.text, start, end, phrase)
    return stands and is_slip(text, phrase, fixed=True)


RULE = Rule(
    "names.fixed_phrases", Level.WARNING, "国办秘函〔2019〕19号（严重表述错误）", __doc__, _check
)
