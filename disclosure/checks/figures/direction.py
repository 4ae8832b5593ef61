"""figures.direction: a rise is told as a rise, and a fall has no sign.

Good: 比上年减少13.52万元，下降8.65%。
Good: 收入减少13.52万元，支出增长8.65%。
Good: 同比增长-7.7%。
Good: 贷款余额同比增长8.5%，较上年同期回落4.8个百分点。
Bad: 比上年减少13.52万元，增长8.65%。
Bad: 较上年增加13.52万元，降幅8.65%。
Bad: 同比下降-7.7%。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_UP = "增加|增长|上升|提高|提升|增幅"
_DOWN = "减少|下降|降低|下滑|回落|降幅|减幅"
_WAY = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|为|约|达)?$")
# Nothing else may begin in between: 收入减少3万元，支出增长2%.
_NEXT = re.compile(
    rf"[，,、（(](?:同比|环比|比上年(?:同期)?|较上年(?:同期)?)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|为|约|达)?"
)
_SIGNED = re.compile(
    rf"(?:{_DOWN})(?:了|为|约|达)?[-－−]\d[\d,.]*(?:[百千]?[万亿])?(?:%|％|元|个)?"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for first, second in pairwise(quantities):
            # One of them in percent and one not: of one change.
            if (first.unit == "%") == (second.unit == "%"):
                continue
            # Of a rate that fell by points the thing itself may still have grown.
            if piece.text.startswith("个百分点", second.end) or "百分点" in second.unit:
                continue
            behind = _NEXT.fullmatch(piece.text, first.end, second.start)
            before = behind and _WAY.search(words_before(piece.text, first.start))
            ended = second.unit == "%" or piece.text[second.end : second.end + 1] in "，。；）"
            if before and behind and ended and bool(before["up"]) != bool(behind["up"]):
                start = first.start - len(before[0])
                text = piece.text[start : second.end]
                yield in_piece(piece, start, second.end, text=text)
    for piece in context.prose:
        for match in _SIGNED.finditer(piece.text):
            yield in_piece(piece, match.start(), match.end(), text=match[0])


RULE = Rule("figures.direction", Level.ERROR, "通报自身", __doc__, _check)
