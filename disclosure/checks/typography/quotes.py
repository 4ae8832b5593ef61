"""typography.quotes: quotation marks in Chinese text are “ ” and face the right way.

Good: 关停“僵尸”公众号3个。
Bad: 关停"僵尸"公众号3个。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_PAIR = re.compile(r'"(?P<inner>[^"“”]*[\u4e00-\u9fff][^"“”]*)"')
_REVERSED = re.compile(r"(?<![“”])”(?P<inner>[^“”]{1,40})“(?!”)")


def fix(text: str) -> Iterator[Edit]:
    """Yield straight pairs; a text in which one is left over is nobody's guess."""
    if text.count('"') % 2 == 0:
        for match in _PAIR.finditer(text):
            yield Edit(match.start(), match.start() + 1, "“")
            yield Edit(match.end() - 1, match.end(), "”")
    # Only where nothing else is quoted, so that the two marks belong together.
    reversed_ = _REVERSED.search(text)
    if reversed_ and text.count("”") == text.count("“") == 1:
        yield Edit(reversed_.start(), reversed_.start() + 1, "“")
        yield Edit(reversed_.end() - 1, reversed_.end(), "”")


RULE = Rule(
    "typography.quotes", Level.WARNING, "GB/T 15834—2011 4.8", __doc__, mending_check(fix), fix
)
