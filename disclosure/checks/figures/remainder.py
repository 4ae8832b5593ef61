"""figures.remainder: what is done and what is left make up the whole.

Good: 共排查2136亩；复耕1982亩，剩余154亩。
Bad: 共排查2136亩；复耕1982亩，剩余164亩。
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

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity, words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.model.faults import Path

_LEFT = re.compile(r"(?:剩余|剩下|另有|其余|余下|尚有|还有|尚余)(?:的)?(?:尚未[^\d，。；]{0,6})?$")
_MOST = 6
_NEAR = 40


def _check(context: NoticeContext) -> Iterator[Finding]:
    earlier: dict[tuple[str | int, ...], list[Quantity]] = {}
    for piece, quantities in context.quantities:
        # The items of a list tell one story: 一是摸排2136亩；二是复耕1982亩，剩余154亩.
        before = earlier.setdefault(_story(piece), [])
        for number, left in enumerate(quantities):
            if not _LEFT.search(words_before(piece.text, left.start)):
                continue
            near = (*before[-_NEAR:], *quantities[max(0, number - _NEAR) : number])
            same = [q for q in near if q.unit == left.unit][-_MOST:]
            if len(same) <= 1 or left.about or _adds_up(left, same):
                continue
            wholes = _wholes(left, same)
            if not any(whole.value in wholes for whole in _above(piece, left, context)):
                values = "、".join(q.written for q in same)
                yield in_piece(piece, left.start, left.end, text=left.written, values=values)
        before.extend(quantities)


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
