"""figures.remainder: what is done and what is left make up the whole.

Good: 共排查2136亩；复耕1982亩，剩余154亩。
Bad: 共排查2136亩；复耕1982亩，剩余164亩。
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
            if len(same) > 1 and not left.about and not _adds_up(left, same):
                values = "、".join(q.written for q in same)
                yield in_piece(piece, left.start, left.end, text=left.written, values=values)
        before.extend(quantities)


def _story(piece: PrintedText) -> tuple[str | int, ...]:
    return piece.path[:-1] if piece.role is Role.ITEM else piece.path


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
