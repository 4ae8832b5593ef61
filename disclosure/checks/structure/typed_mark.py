"""structure.typed_mark: a heading's number is written by the program, not typed.

Good::
    sections: [{title: 提高政治站位, body: 文字。}]
Good::
    sections: [{title: 三、四季度工作推进情况, body: 文字。}]
Good::
    sections: [{title: 甲, measures: [{text: [学习。, ①不是序词。]}, 培训。]}]
Bad::
    sections: [{title: 一、提高政治站位, body: 文字。}]
Bad::
    sections: [{title: 甲, measures: [{text: 学习。, items: [①读书。, ②讲课。]}, 培训。]}]
Bad::
    sections: [{title: 甲, measures: [{text: 一是学习。}, 培训。]}]
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.model.faults import Path

_TYPED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d|[、.．]))"
)
_WORD = re.compile(r"^(?:[一二三四五六七八九十]{1,2}是|[①-⑳])")


def _check(context: NoticeContext) -> Iterator[Finding]:
    lists: dict[tuple[str | int, ...], int] = {}
    for piece in context.prose:
        if piece.role is Role.ITEM and (place := _list_of(piece)):
            lists[place] = lists.get(place, 0) + 1
    for piece in context.prose:
        match = None
        if piece.role is Role.HEADING and piece.node and piece.node.section.mark != "无":
            match = _TYPED.match(piece.text)
        elif piece.role is Role.ITEM and lists.get(_list_of(piece), 0) > 1:
            match = _WORD.match(piece.text)
        if match:
            yield in_piece(piece, match.start(), match.end(), text=match[0])


def _list_of(piece: PrintedText) -> Path:
    """Return the path of the list whose item a text begins; () where it begins none."""
    if piece.path[-2] != "text":
        return piece.path[:-1]
    return piece.path[:-3] if piece.number == 0 else ()


RULE = Rule("structure.typed_mark", Level.ERROR, "GB/T 9704—2012 7.3.3", __doc__, _check)
