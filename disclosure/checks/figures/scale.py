"""figures.scale: a long number does not stand behind one noun with 万 here and with 亿 there.

Good: 总投资达112.4亿元。上述项目总投资112.4亿元。
Good: 总投资达112.4亿元。追缴资金112.4万元。
Bad: 总投资达112.4亿元。上述项目总投资112.4万元。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

# Fewer digits agree by chance.
_FEWEST_DIGITS = 3
_NOUN = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2}?)(?:达到|达|为|约|共计|共|合计|是|了)*$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    first: dict[tuple[str, ...], tuple[PrintedText, Quantity]] = {}
    for piece, quantities in context.quantities:
        for quantity in quantities:
            if len(quantity.digits.replace(".", "").strip("0")) < _FEWEST_DIGITS:
                continue
            noun = _noun(piece.text, quantity.start)
            key = (quantity.digits, quantity.unit, noun)
            _, before = first.setdefault(key, (piece, quantity))
            if noun and before.scale != quantity.scale and quantity.unit != "%":
                yield in_piece(
                    piece,
                    quantity.start,
                    quantity.end,
                    text=quantity.written,
                    other=before.written,
                )


def _noun(text: str, start: int) -> str:
    """Return the last two characters of what is measured; empty where none stands there."""
    match = _NOUN.search(text[max(0, start - 12) : start])
    return match["noun"] if match else ""


RULE = Rule("figures.scale", Level.WARNING, "通报自身", __doc__, _check)
