"""typography.label_colon: a label is typed without its colon, which the page prints behind it.

Good::
    head: [{label: 公开方式, text: 主动公开}]
Bad::
    head: [{label: 公开方式：, text: 主动公开}]
Bad::
    sections: [{title: 甲, content: [{answer: {label: 整改情况：, text: 已改。}}]}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.values import Role

_COLONS = ("：", ":")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        if piece.role is not Role.LABEL or not piece.text.endswith(_COLONS):
            continue
        # An attachment's label is printed with the sign that it was typed with.
        is_label = piece.path[-1] == "label" and piece.path[0] != "attachments"
        if is_label or piece.path[0] == "labels":
            yield in_piece(piece, len(piece.text) - 1, len(piece.text), text=piece.text)


RULE = Rule("typography.label_colon", Level.ERROR, "GB/T 15834—2011 4", __doc__, _check)
