"""structure.levels: 一、 stands above （一）, （一） above 1., and 1. above （1）.

Good::
    sections:
      - title: 工作
        body: [一、抓学习, （一）读原著。, （二）谈体会。, 二、抓落实, （一）建制度。]
Good::
    sections: [{title: 甲, mark: 一、, sections: [{title: 乙, mark: （一）, body: 文字。}]}]
Bad::
    sections:
      - title: 工作
        body: [（一）抓学习, 一、读原著。, 二、谈体会。, （二）抓落实, 一、建制度。]
Bad::
    sections: [{title: 甲, mark: （一）, sections: [{title: 乙, mark: 一、, body: 文字。}]}]
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.zh.numerals import number_of

_HAN = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    rf"(?P<a>{_HAN})、(?!{_HAN}[、个项])|[（(](?P<b>{_HAN})[）)]|(?P<c>\d{{1,2}})[.．、](?![\d])|[（(](?P<d>\d{{1,2}})[）)]"
)
_RANKS = "abcd"


def _check(context: NoticeContext) -> Iterator[Finding]:
    for node in context.outline.nodes:
        for child in node.children:
            above, below = _rank(node.mark), _rank(child.mark)
            typed = node.section.mark or child.section.mark
            if typed and above and below and below < above:
                yield at_value((*child.path, "mark"), mark=child.mark, other=node.mark)
    yield from _paragraphs(context)


def _rank(mark: str) -> int:
    found = _MARK.match(mark.strip())
    return _RANKS.index(found.lastgroup or "a") + 1 if found else 0


def _paragraphs(context: NoticeContext) -> Iterator[Finding]:
    section, last = None, dict[int, int]()
    begun: dict[int, tuple[PrintedText, re.Match[str]]] = {}
    for piece in context.prose:
        if piece.node != section:
            section, last, begun = piece.node, {}, {}
        match = _MARK.match(piece.text) if piece.role is Role.PROSE else None
        if match is None:
            continue
        rank, number = _rank(match[0]), number_of(match[match.lastgroup or "a"])
        # A list of the higher mark that began and ended between two items of the lower one.
        inner = begun.get(rank)
        if number > 1 and last.get(rank) == number - 1 and inner:
            found = inner[1]
            yield in_piece(inner[0], found.start(), found.end(), mark=found[0], other=match[0])
        begun.pop(rank, None)
        for lower in range(rank + 1, len(_RANKS) + 1):
            # （一） below 1. is how laws number; quoted, they stand so.
            if number == 1 and lower in last and (rank, lower) != (2, 3):
                begun[lower] = (piece, match)
            elif number == 1 or lower not in begun:
                last.pop(lower, None)
        last[rank] = number


RULE = Rule("structure.levels", Level.WARNING, "GB/T 9704—2012 7.3.3", __doc__, _check)
