"""names.fixed_phrases: fixed phrases of the party have not lost or changed a character.

Good: 严格落实中央八项规定精神。
Bad: 严格落实中央八项规精神。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.near_misses import find_near
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    phrases = context.terms.fixed_phrases
    for piece in context.whole():
        for phrase in phrases:
            for near in find_near(phrase, piece.text):
                text = piece.text[near.start : near.end]
                # One phrase may be the near form of another that is meant.
                if not any(text in other for other in phrases):
                    yield in_piece(piece, near.start, near.end, text=text, phrase=phrase)


RULE = Rule(
    "names.fixed_phrases", Level.WARNING, "国办秘函〔2019〕19号（严重表述错误）", __doc__, _check
)
