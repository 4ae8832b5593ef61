"""figures.text_base: a count and its year-on-year rate in the text can both be right.

Good: 新开工项目48个，同比增长29.7%。
Bad: 新开工项目48个，同比增长29.0%。
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.growth import COUNTERS, possible_bases
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_BETWEEN = re.compile(
    r"[，,（(]?(?:比上年|较上年|较去年)?(?:同期)?同?比?(?P<way>增长|上升|增加|提高|下降|减少|降低)(?:了)?"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for count, rate in pairwise(quantities):
            if rate.unit != "%" or count.unit not in COUNTERS or count.about or count.scale:
                continue
            between = _BETWEEN.fullmatch(piece.text, count.end, rate.start)
            # A rate that a figure prints is judged where the figure stands.
            if between is None or "." in count.digits or piece.figure_at(rate.start):
                continue
            sign = -1 if between["way"] in {"下降", "减少", "降低"} else 1
            bases = possible_bases(int(count.digits), sign * Decimal(rate.digits))
            if int(count.digits) and not (bases.rounded or bases.cut):
                text = piece.text[count.start : rate.end]
                yield in_piece(piece, count.start, rate.end, text=text)


RULE = Rule("figures.text_base", Level.WARNING, "GB/T 8170—2008", __doc__, _check)
