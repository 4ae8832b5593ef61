"""figures.scale: the same long number does not stand once with 万 and once with 亿.

Good: 总投资达112.4亿元。上述项目总投资112.4亿元。
Bad: 总投资达112.4亿元。上述项目总投资112.4万元。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

# Fewer digits agree by chance.
_FEWEST_DIGITS = 3


def _check(context: NoticeContext) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[PrintedText, Quantity]] = {}
    for piece, quantities in context.quantities:
        for quantity in quantities:
            if len(quantity.digits.replace(".", "").strip("0")) < _FEWEST_DIGITS:
                continue
            _, before = first.setdefault((quantity.digits, quantity.unit), (piece, quantity))
            if before.scale != quantity.scale and quantity.unit != "%":
                yield in_piece(
                    piece,
                    quantity.start,
                    quantity.end,
                    text=quantity.written,
                    other=before.written,
                )


RULE = Rule("figures.scale", Level.WARNING, "通报自身", __doc__, _check)
