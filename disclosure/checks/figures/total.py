"""figures.total: a stated total is the sum of the parts named behind a colon or 其中…分别.

Good: 共处理12人，其中：诫勉3人、谈话提醒5人、批评教育4人。
Bad: 共处理12人，其中：诫勉3人、谈话提醒6人、批评教育4人。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import sentence_bounds, words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_TOTAL = re.compile(r"(?:共|共计|合计|总计|累计)[\u4e00-\u9fff]{0,12}$")
_LISTED = re.compile(
    r"[\u4e00-\u9fff]{0,6}[，,]?(?:其中|包括|分别(?:是|为))?[：:].{0,12}", re.DOTALL
)
_FEWEST, _MOST = 2, 40


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for number, total in enumerate(quantities):
            if not _TOTAL.search(words_before(piece.text, total.start)) or total.about:
                continue
            _, end = sentence_bounds(piece.text, total.start)
            behind = quantities[number + 1 : number + 1 + _MOST]
            parts = [q for q in behind if q.end <= end]
            if len(parts) < _FEWEST or any(q.unit != total.unit or q.about for q in parts):
                continue
            if not _LISTED.fullmatch(piece.text, total.end, parts[0].start):
                continue
            sum_ = sum((q.value for q in parts), Decimal(0))
            if sum_ != total.value:
                text = "＋".join(q.written for q in parts)
                yield in_piece(
                    piece, total.start, total.end, text=total.written, parts=text, found=f"{sum_:f}"
                )


RULE = Rule("figures.total", Level.ERROR, "通报自身", __doc__, _check)
