"""figures.percent: no share is more than the whole.

Good: 群众满意率达到97.2%。
Bad: 群众满意率达到197.2%。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# A plan can be overfulfilled (任务完成率110%), these cannot.
_SHARE = re.compile(
    r"(?:满意|开工|办结|整改|覆盖|参与|参会|合格|达标|通过|采购|出勤|入库|处置|相符|使用|销号|化解|知晓)率(?:由|从|已|为|达到|达|均|提高到|提升至|提高至|是|上升到|下降到|降至|[\d.%％])*$"
    r"|占(?:比|[^，。；]{0,10}的)?(?:为|达到|达|由|由[\d.]+%提升至)?$|(?:下降|减少|降低)(?:了)?$"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for quantity in quantities:
            before = piece.text[max(0, quantity.start - 30) : quantity.start]
            impossible = quantity.unit == "%" and Decimal(quantity.digits) > 100
            if impossible and _SHARE.search(before):
                yield in_piece(piece, quantity.start, quantity.end, text=quantity.written)


RULE = Rule("figures.percent", Level.ERROR, "通报自身", __doc__, _check)
