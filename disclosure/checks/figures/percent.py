"""figures.percent: no share is more than the whole.

Good: 群众满意率达到97.2%。
Good: 开工学校8944所，开工率为114.15%。
Good: 完成投资2.3亿元，占年度计划的105%。
Bad: 群众满意率达到197.2%。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# A plan can be overfulfilled (开工率110%, 占年度计划的105%), beds be used twice; these cannot.
_SHARE = re.compile(
    r"(?:满意|办结|整改|参会|合格|达标|通过|出勤|相符|销号|化解|知晓)率(?:由|从|已|为|达到|达|均|提高到|提升至|提高至|是|上升到|下降到|降至|[\d.%％])*$"
    r"|占(?:比|(?![^，。；]{0,10}(?:预算|计划|任务|目标|上年|去年|同期|应))[^，。；]{0,10}的)?(?:为|达到|达|由|由[\d.]+%提升至)?$"
    r"|(?:下降|减少|降低)(?:了)?$"
)
# Profits may fall by more than all that they were.
_SIGNED = re.compile(r"利润|亏损|顺差|净[^，。；]{0,6}$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for quantity in quantities:
            before = piece.text[max(0, quantity.start - 30) : quantity.start]
            impossible = quantity.unit == "%" and Decimal(quantity.digits) > 100
            if impossible and _SHARE.search(before) and not _SIGNED.search(before):
                yield in_piece(piece, quantity.start, quantity.end, text=quantity.written)


RULE = Rule("figures.percent", Level.ERROR, "通报自身", __doc__, _check)
