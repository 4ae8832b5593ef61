"""figures.change: from A to B goes the way the word says, and by as much.

Good: 满意率由86.5%提高到97.2%，提高10.7个百分点。
Bad: 满意率由97.2%提高到86.5%。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d+)?"
_CHANGE = re.compile(
    rf"(?:由|从)[^\d，。；]{{0,8}}(?P<first>{_NUMBER})(?P<unit>%|[^\d，。；]{{0,3}}?)[^\d，。；]{{0,4}}?"
    rf"(?P<way>提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减|缩短|降)(?:到|至|为)了?(?P<last>{_NUMBER})(?P=unit)"
    rf"(?:[，,（(](?:共|累计)?(?:提高|提升|上升|增加|增长|下降|降低|减少|压减)了?(?P<by>{_NUMBER})(?P<points>个?百分点)?)?"
)
_UP = frozenset({"提高", "提升", "上升", "增加", "增长", "扩大"})


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        if "到" not in piece.text and "至" not in piece.text and "为" not in piece.text:
            continue
        for match in _CHANGE.finditer(piece.text):
            first, last = _value(match["first"]), _value(match["last"])
            wrong_way = (last > first) != (match["way"] in _UP) or first == last
            points = match["by"] and match["unit"] == "%" and match["points"]
            if wrong_way or (points and _value(match["by"]) != abs(last - first)):
                yield in_piece(piece, match.start(), match.end(), text=match[0])


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


RULE = Rule("figures.change", Level.ERROR, "通报自身", __doc__, _check)
