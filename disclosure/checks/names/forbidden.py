"""names.forbidden: none of the words that the unit forbids stands in the text.

Good::
    terms: {forbidden: [最牛]}
    lead: 招商成效显著。
Bad::
    terms: {forbidden: [最牛]}
    lead: 我们是最牛的招商队伍。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for word in context.terms.forbidden:
            at = piece.text.find(word)
            while at >= 0:
                yield in_piece(piece, at, at + len(word), text=word)
                at = piece.text.find(word, at + len(word))


RULE = Rule("names.forbidden", Level.ERROR, "本单位词表", __doc__, _check)
