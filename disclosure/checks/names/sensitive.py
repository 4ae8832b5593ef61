"""names.sensitive: words of matters that may not be public are confirmed by a person.

Good: 对相关责任人批评教育2人。
Bad: 该问题已由县纪委监委立案调查。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.whole():
        for word in context.terms.sensitive:
            at = piece.text.find(word)
            if at >= 0:
                yield in_piece(piece, at, at + len(word), text=word)


RULE = Rule(
    "names.sensitive",
    Level.INFO,
    "党务公开条例（试行）第15条；保密法实施条例第42条",
    __doc__,
    _check,
)
