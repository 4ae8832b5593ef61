"""typography.ellipsis: an ellipsis is ……, six dots.

Good: 学习、研讨、测试……
Good: 一、前言................1
Bad: 学习、研讨、测试...
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_WRONG = re.compile(
    r"(?<!\.)\.{3,6}(?![.\s]*\d|\.)|(?<!。)。{3,6}(?!。)|(?<![….])…(?![….])|…{3,}(?![…\s]*\d)|(?<!·)·{3,6}(?![·\s]*\d)"
)
_DOTS = ("...", "。。。", "…", "···")


def fix(text: str) -> Iterator[Edit]:
    """Yield dots that make an ellipsis."""
    if not any(dots in text for dots in _DOTS):
        return
    for match in _WRONG.finditer(text):
        yield Edit(match.start(), match.end(), "……")


RULE = Rule(
    "typography.ellipsis", Level.WARNING, "GB/T 15834—2011 4.11", __doc__, mending_check(fix), fix
)
