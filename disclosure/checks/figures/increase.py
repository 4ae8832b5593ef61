"""figures.increase: by how much a value has grown, and at what rate, is one and the same.

Good: 总计9746.50万元。与2023年度相比，总计增加1193.20万元，增长13.95%。
Good: 支出决算为382.89万元，较上年增加42.89万元，增长12.6%。
Bad: 总计9746.50万元。与2023年度相比，总计增加1193.20万元，增长19.35%。
Bad: 支出决算为382.89万元，较上年减少42.89万元，下降12.6%。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.growth import may_have_changed
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_UP = "增加|增长|上升"
_DOWN = "减少|下降|降低"
_MORE = re.compile(
    r"[，,。；]?(?:与|同|比|较)(?:\d{4}\x20?年度?|上一?年度?|去年|年初预算)(?:同期)?(?:决算)?数?(?:相比|比)?[，,]?"
    rf"(?P<noun>[\u4e00-\u9fff、]{{0,16}}?)各?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?\x20?"
)
_RATE = re.compile(
    rf"[，,](?:同比)?(?:(?P<up>{_UP}|增幅)|(?P<down>{_DOWN}|降幅))(?:了|为|约|达)?\x20?"
)
_BACK = 40


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for value, more, rate in zip(quantities, quantities[1:], quantities[2:], strict=False):
            if rate.unit != "%" or value.unit != more.unit or value.unit == "%":
                continue
            grown = _MORE.fullmatch(piece.text, value.end, more.start)
            told = grown and _RATE.fullmatch(piece.text, more.end, rate.start)
            # figures.direction tells of a rise that is a fall.
            if grown is None or not told or bool(grown["up"]) != bool(told["up"]):
                continue
            before = piece.text[max(0, value.start - _BACK) : value.start]
            if grown["noun"] not in before or any(q.about for q in (value, more, rate)):
                continue
            if not may_have_changed(rate, value, more, up=bool(grown["up"])):
                text = piece.text[more.start : rate.end]
                yield in_piece(piece, rate.start, rate.end, text=text, value=value.written)


RULE = Rule("figures.increase", Level.WARNING, "通报自身", __doc__, _check)
