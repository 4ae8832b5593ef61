"""names.fixed_phrases: fixed phrases of the party have not lost or changed a character.

Good: 严格落实中央八项规定精神，加强党员学习教育，压实全面从严治党的主体责任。
Bad: 严格落实中央八项规精神。
Bad: 推动高质发展。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.near_misses import find_edge_slips, find_near, may_be_near
from disclosure.checks.reading.slips import is_slip
from disclosure.checks.reading.words import stands_as_word
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText


def _check(context: NoticeContext) -> Iterator[Finding]:
    pieces = tuple(context.whole())
    everything = "\n".join(piece.text for piece in pieces)
    wanted = [phrase for phrase in context.terms.fixed_phrases if may_be_near(phrase, everything)]
    for piece in pieces:
        taken: list[tuple[int, int]] = []
        # The longest first: it says more than a phrase inside it.
        for phrase in sorted(wanted, key=len, reverse=True):
            for start, end in _slips_of(context, phrase, piece):
                if not any(start < last and first < end for first, last in taken):
                    taken.append((start, end))
                    text = piece.text[start:end]
                    yield in_piece(piece, start, end, text=text, phrase=phrase)


def _slips_of(context: NoticeContext, phrase: str, piece: PrintedText) -> Iterator[tuple[int, int]]:
    found = (*find_near(phrase, piece.text), *find_edge_slips(phrase, piece.text))
    for near in found:
        text = piece.text[near.start : near.end]
        # One phrase may be the near form of another that is meant.
        if any(text in other for other in context.terms.fixed_phrases):
            continue
        # 领导部门 is no 领导干部 that lost a character: the word goes on.
        stands = stands_as_word(context.words, piece.text, near.start, near.end, phrase)
        if stands and is_slip(text, phrase, fixed=True):
            yield near.start, near.end


RULE = Rule(
    "names.fixed_phrases", Level.WARNING, "国办秘函〔2019〕19号（严重表述错误）", __doc__, _check
)
