"""figures.remainder: what is done and what is left make up the whole.

Good: 共排查2136亩；复耕1982亩，剩余154亩。
Good: 对5家单位进行抽查，另2家进行复核，其余17家自查。
Good: 1人获一等奖，2人获二等奖，另有5人获优秀奖。
Bad: 共排查2136亩；复耕1982亩，剩余164亩。
Bad: 对7个超期项目挂牌督办，已完成验收6个，另有2个待验收。
Good::
    sections:
      - title: 应缴未缴租金78万元。
        content:
          - answer:
              label: 整改情况
              items: [追缴61万元；, 归还2万元；, 剩余15万元正在催缴。]
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity, words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.model.faults import Path


class _Told(NamedTuple):
    """A quantity with what is said of it.

    Attributes:
        quantity: the number.
        done: so much was done.
        surely: with 已 or 其中.
        whole: it may be what there was in all.
        behind: the words behind it.

    """

    quantity: Quantity
    done: bool
    surely: bool
    whole: bool
    behind: str


# 另有 and 其余 may be of other things (1人获一等奖，另有5人获优秀奖): what is done must be said so.
_LEFT = re.compile(
    r"(?:(?P<sure>剩余|剩下|余下|尚余|仅剩)|另有|其余|尚有|还有)(?:的)?(?:尚未[^\d，。；]{0,6})?$"
)
_DONE = re.compile(
    r"(?P<sure>已经?|均已|其中)?(?:[\u4e00-\u9fff]{0,8})(?:化解|完成|办结|整改|复耕|复种|处置|追缴|归还|收回|清退|拆除"
    r"|销号|解决|验收|兑付|支付|拨付|发放|使用|整治|修复|退还|上缴|答复|开工|竣工|投产|到位|落实|清理|化债|偿还)"
    r"[\u4e00-\u9fff]{0,6}$"
)
_WHOLE = re.compile(
    r"(?:共|共计|排查|摸排|发现|梳理|核查|应|需|合计|总计|反馈|涉及|对|交办|存在|收到|受理|下达|未)[\u4e00-\u9fff]{0,10}$"
    r"|(?:^|[，。；：:、（])$"
)
_MOST = 6
_NEAR = 40
_NEAREST = 80


def _check(context: NoticeContext) -> Iterator[Finding]:
    earlier: dict[tuple[str | int, ...], list[tuple[str, Quantity]]] = {}
    for piece, quantities in context.quantities:
        # The items of a list tell one story: 一是摸排2136亩；二是复耕1982亩，剩余154亩.
        before = earlier.setdefault(_story(piece), [])
        here = [(piece.text, quantity) for quantity in quantities]
        for number, left in enumerate(quantities):
            said = _LEFT.search(words_before(piece.text, left.start))
            if said is None or left.about or left.unit == "%":
                continue
            near = (*before[-_NEAR:], *here[max(0, number - _NEAR) : number])
            alike = [one for one in near if one[1].unit == left.unit][-_MOST:]
            same = [_told(*one) for one in alike]
            if not _is_rest(_told(piece.text, left), same, sure=bool(said["sure"])):
                continue
            counts = [one.quantity for one in same]
            wholes = _wholes(left, counts)
            if _adds_up(left, counts) or any(
                whole.value in wholes for whole in _above(piece, left, context)
            ):
                continue
            values = "、".join(q.written for q in counts)
            yield in_piece(piece, left.start, left.end, text=left.written, values=values)
        before.extend(here)


def _told(text: str, quantity: Quantity) -> _Told:
    before = words_before(text, quantity.start)
    done = _DONE.search(before)
    surely = bool(done and done["sure"])
    whole = bool(_WHOLE.search(before[-16:]))
    return _Told(quantity, done is not None, surely, whole, text[quantity.end : quantity.end + 10])


def _is_rest(left: _Told, same: Sequence[_Told], *, sure: bool) -> bool:
    """Whether what is left is what is left of a whole that stands before what is done of it."""
    if len(same) < 2 or any(one.quantity.about for one in same):
        return False
    whole, *parts = same
    if not whole.whole or not any(one.done and (sure or one.surely) for one in parts):
        return False
    # More may be left than there was of something else: 对5家抽查，已完成3家，另有17家自查.
    counted = sure or left.behind[:2] in whole.behind
    near = 0 < left.quantity.start - whole.quantity.start <= _NEAREST
    largest = max(one.quantity.value for one in (*parts, left))
    return whole.quantity.value > largest or (counted and near and len(parts) == 1)


def _story(piece: PrintedText) -> tuple[str | int, ...]:
    return piece.path[:-1] if piece.role is Role.ITEM else piece.path


def _wholes(left: Quantity, same: Sequence[Quantity]) -> set[Decimal]:
    """Return what is left together with any of the parts."""
    sums = {left.value}
    for part in same:
        sums |= {whole + part.value for whole in sums}
    return sums - {left.value}


def _above(piece: PrintedText, left: Quantity, context: NoticeContext) -> Iterator[Quantity]:
    """Yield what the section says elsewhere, its heading and those above it first of all."""
    for other, quantities in context.quantities:
        place = _section(other)
        if place and piece.path[: len(place)] == place and other.path != piece.path:
            yield from (q for q in quantities if q.unit == left.unit)


def _section(piece: PrintedText) -> Path:
    """Return the path of the section that a text belongs to; empty outside the tree."""
    starts = [at for at, step in enumerate(piece.path) if step == "sections"]
    return piece.path[: starts[-1] + 2] if starts else ()


def _adds_up(left: Quantity, same: Sequence[Quantity]) -> bool:
    values: list[Decimal] = [q.value for q in same]
    for position, whole in enumerate(values):
        others = values[:position] + values[position + 1 :]
        for size in range(1, len(others) + 1):
            for parts in combinations(others, size):
                if whole == sum(parts, Decimal(0)) + left.value:
                    return True
    return False


RULE = Rule("figures.remainder", Level.ERROR, "通报自身", __doc__, _check)
