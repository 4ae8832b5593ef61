"""names.sensitive: words of matters that may not be public are confirmed by a person.

Good: 对相关责任人批评教育2人。
Good: 办理提案立案12件，严守商业秘密。
Bad: 该问题已由县纪委监委立案调查。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.neighbours import places_of
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for matter in context.terms.sensitive:
        if not context.joined.holds(matter.word):
            continue
        for piece in context.joined.pieces:
            for start, end in places_of(matter.word, matter, piece.text):
                yield in_piece(piece, start, end, text=matter.word)
                break


RULE = Rule(
    "names.sensitive",
    Level.INFO,
    "党务公开条例（试行）第15条；保密法实施条例第42条",
    __doc__,
    _check,
)
