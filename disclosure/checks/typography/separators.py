"""typography.separators: thousands are separated everywhere in a notice or nowhere.

Good: 投入资金12000元，复耕2136亩。
Bad: 投入资金12,000元，追缴资金25000元。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_WITH = re.compile(r"(?<![\d.,，])\d{1,3}(?:[,，]\d{3})+(?![\d，,])")
_WITHOUT = re.compile(r"(?<![\d.,])\d{5,12}(?=[\u4e00-\u9fff])(?!年)")


def _check(context: NoticeContext) -> Iterator[Finding]:
    plain = any(_WITHOUT.search(piece.text) for piece in context.prose)
    for piece in context.prose:
        for match in _WITH.finditer(piece.text):
            # A full-width comma inside a number is never right.
            if plain or "，" in match[0]:
                yield in_piece(piece, match.start(), match.end(), text=match[0])


RULE = Rule("typography.separators", Level.WARNING, "GB/T 15835—2011 5.1.1", __doc__, _check)
