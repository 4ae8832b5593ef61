"""figures.slogan: the numbers of “4+12” are the ones the sentence counts.

Good: 设立4个办事处、12个小分队，形成“4+12”招商体系。
Bad: 设立4个办事处、13个小分队，形成“4+12”招商体系。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import sentence_bounds
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_SLOGAN = re.compile(r"形成“(?P<numbers>\d{1,3}(?:[+＋]\d{1,3})+)”")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for match in _SLOGAN.finditer(piece.text):
            start, _ = sentence_bounds(piece.text, match.start())
            counted = [q.digits for q in quantities if start <= q.start < match.start()]
            numbers = re.findall(r"\d+", match["numbers"])
            if len(counted) >= len(numbers) and not set(numbers) <= set(counted):
                values = "、".join(counted)
                yield in_piece(piece, match.start(), match.end(), text=match[0], values=values)


RULE = Rule("figures.slogan", Level.WARNING, "通报自身", __doc__, _check)
