"""typography.ending: a paragraph ends with a mark that ends a sentence.

Good: 开展学习，健全制度。
Good: 责任领导：党委委员、副局长、应急办主任
Bad: 开展学习，健全制度，
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.values import Role

_ENDS = "。；！？：…）)】》.;!?:"
_CLOSED = re.compile(r"[。！？…][”’]$|[”’]$")
# A label and what it says are no sentence.
_LABELLED = re.compile(r"[\u4e00-\u9fff（）]{2,10}：[^，。；！？]+")
_SHORTEST = 12


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text.rstrip()
        if piece.role not in {Role.PROSE, Role.ITEM} or not text:
            continue
        # A clause of a few words in a list is a heading in itself.
        cut = text[-1] in "，、,"
        ended = len(text) < _SHORTEST or text[-1] in _ENDS or _CLOSED.search(text)
        if cut or not (ended or _LABELLED.fullmatch(text)):
            yield in_piece(piece, len(text) - 1, len(text), text=text[-6:])


RULE = Rule("typography.ending", Level.WARNING, "GB/T 15834—2011 4.1", __doc__, _check)
