"""figures.among: parts named behind 其中 are not more than their whole, nor nearly as much.

A few of many may be named (其中), and some be counted twice (women, members, the young): then
nothing is said.

Good: 共处理12人，其中：诫勉3人、谈话提醒5人、批评教育4人。
Good: 19个问题中，已完成整改12个，正在推进3个。
Good: 党员干部45人，其中女党员18人、35岁以下20人、大专以上40人。
Good: 全县有村153个，其中脱贫村12个、示范村8个。
Bad: 共处理12人，其中：诫勉3人、谈话提醒6人、批评教育4人。
Bad: 19个问题中，已完成整改12个，基本完成5个，正在推进3个。
Bad: 投入资金5.49亿元，其中：中央资金3.53亿元，省级资金1.05亿元，市县资金1.82亿元。
Good: 共走访企业12次，开展座谈3次、调研8次、培训6次。
Bad: 共处理干部12人，诫勉3人、谈话提醒6人、批评教育4人。
Bad: 全县共排查隐患62个，其中城区21个、乡镇16个、园区20个。
Bad: 住房共4622套，其中两房1957套、三房2465套。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.figures.total import sum_finding
from disclosure.checks.reading.chains import Chain
from disclosure.checks.reading.quantities import Quantity
from disclosure.checks.reading.totals import wrong_sums
from disclosure.checks.rule import Finding, Rule
from disclosure.diagnostics import Level

# Of people, the same ones are counted as women, as young and as members.
_OVERLAPPING = re.compile(
    r"女|男|岁|学历|本科|大专|博士|硕士|研究生|党员|民族|职称|副高|正高|中级|高级|退休|级|类|新增|党纪|政务"
    r"|研究|学习|传达|起诉|拘留|逮捕|移送"
)
# Two digits are alike by chance.
_FEWEST_DIGITS = 3
_BEHIND = 8
# In real texts three parts in a row are nearly always all there are, but for a few of many.
_MANY = 3
_MOST_OF_IT = Decimal("0.6")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for total, chain, complete in wrong_sums(piece.text, quantities):
            told = piece.text[total.end : chain.parts[-1].end + _BEHIND]
            # Sums of money do not overlap.
            overlaps = total.unit != "元" and _OVERLAPPING.search(told)
            if complete or overlaps:
                continue
            if chain.sum > total.value or (chain.whole and _is_nearly(chain, total)):
                yield sum_finding(piece, total, chain)


def _is_nearly(chain: Chain, total: Quantity) -> bool:
    """Whether the parts are so many, and come so near, that all of them seem to be meant."""
    many = len(chain.parts) >= _MANY and chain.sum >= _MOST_OF_IT * total.value
    return many or _is_slip(chain.sum, total.value)


def _is_slip(found: Decimal, stated: Decimal) -> bool:
    """Whether two numbers differ in one digit, or in two that have changed places."""
    first, second = (f"{number.normalize():f}" for number in (found, stated))
    if len(first) != len(second) or len(first.strip("0").replace(".", "")) < _FEWEST_DIGITS:
        return False
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(pairs) == 1 or (len(pairs) == 2 and pairs[0] == pairs[1][::-1])


RULE = Rule("figures.among", Level.WARNING, "通报自身", __doc__, _check)
