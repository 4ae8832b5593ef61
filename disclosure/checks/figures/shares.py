"""figures.shares: shares of one whole that are told one after the other come to 100 %.

Only a sum near 100 is taken for a slip, or a row that names 不满意 or 其他: others may not be
listed, and of answers several may be chosen.

Good: 满意的占82%，基本满意的占13%，不满意的占5%。
Good: 党建类、作风类、财务类问题分别占45.3%、30.3%、24.3%。
Good: 前两名分别占30%、20%。
Bad: 满意的占82%，基本满意的占13%，不满意的占7%。
Bad: 三次产业增加值占比分别为7.7%、39.5%、58.2%。
Bad: 党建类、作风类、财务类问题分别占45%、30%、20%。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity, sentence_bounds
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_SHARE = re.compile(r"占(?:比)?(?:为|达到?|约)?$")
_RESPECTIVELY = re.compile(r"(?:分别占[^，。；\d]{0,10}|占[^，。；\d]{0,10}分别(?:为|是|达到?))$")
_LINK = re.compile(r"[、，,]|[、，,]?(?:和|及|以及|与)")
_NEXT = re.compile(r"[，,、；;（(）)][^。！？\d%]{1,16}占(?:比)?(?:为|达到?|约)?")
_ALL = re.compile(r"不满意|其[他它余]占|其[他它余][^，。；]{0,6}占")
_NEAR, _FAR = 10, 50
_FEWEST = 3


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        if "占" not in piece.text:
            continue
        for row in _rows(piece.text, quantities):
            every = _ALL.search(piece.text, max(0, row[0].start - 20), row[-1].end)
            sum_ = sum((Decimal(share.digits) for share in row), Decimal(0))
            decimals = min(len(share.digits.partition(".")[2]) for share in row)
            slack = Decimal(len(row)).scaleb(-decimals) / 2
            if slack < abs(sum_ - 100) <= (_FAR if every else _NEAR):
                parts = "＋".join(share.written for share in row)
                yield in_piece(piece, row[0].start, row[-1].end, parts=parts, found=f"{sum_:f}%")


def _rows(text: str, quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """Yield shares that stand one after the other in a sentence, nothing counted in between."""
    at = 0
    while at < len(quantities):
        first = quantities[at]
        before = text[max(0, first.start - 20) : first.start]
        link = _LINK if _RESPECTIVELY.search(before) else _NEXT if _SHARE.search(before) else None
        at += 1
        if first.unit != "%" or link is None:
            continue
        row = [first]
        _, end = sentence_bounds(text, first.start)
        while at < len(quantities) and quantities[at].unit == "%" and quantities[at].end <= end:
            if not link.fullmatch(text, row[-1].end, quantities[at].start):
                break
            row.append(quantities[at])
            at += 1
        if len(row) >= _FEWEST and not any(share.about for share in row):
            yield row


RULE = Rule("figures.shares", Level.WARNING, "通报自身", __doc__, _check)
