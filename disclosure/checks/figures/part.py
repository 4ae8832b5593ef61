"""figures.part: a part is not larger than its whole.

Good: 发现问题41个，已整改41个。
Bad: 发现问题41个，已整改43个。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# Nothing but these may stand between whole and part, so that they are of the same things.
_PART = re.compile(
    r"[\u4e00-\u9fff]{0,8}[，,、（(](?:其中|目前|现)?[，,]?(?:已|已经|均已|有|共|全部)*"
    r"(?:其中(?:已|有)?|办结|整改(?:完成|到位)?|完成(?:整改|验收|化解)?|化解|销号|解决|处置|开工|竣工|投产|验收|答复|落实)(?:了)?"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for whole, part in pairwise(quantities):
            if whole.unit != part.unit or whole.unit == "%" or whole.about or part.about:
                continue
            between = piece.text[whole.end : part.start]
            if _PART.fullmatch(between) and part.value > whole.value:
                text = piece.text[whole.start : part.end]
                yield in_piece(
                    piece, whole.start, part.end, text=text, whole=whole.written, part=part.written
                )


RULE = Rule("figures.part", Level.ERROR, "通报自身", __doc__, _check)
