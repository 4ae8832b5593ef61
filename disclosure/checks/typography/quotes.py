"""typography.quotes: quotation marks in Chinese text are “ ”.

Good: 关停“僵尸”公众号3个。
Good: 购置19"显示器2台、24"显示器3台。
Bad: 关停"僵尸"公众号3个。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_INNER = re.compile(
    r"(?=[^\"]*[\u4e00-\u9fff])[^\s，。、；：）)“”\"][^“”\"]*(?<![\s，、；：（(])\Z"
)
_LONGEST = 60


def fix(text: str) -> Iterator[Edit]:
    """Yield straight pairs; a text in which one is left over is nobody's guess."""
    at = [each for each, mark in enumerate(text) if mark == '"']
    if len(at) % 2:
        return
    pairs = list(zip(at[::2], at[1::2], strict=True))
    # Behind a digit it means inches.
    if all(
        end - start < _LONGEST
        and _INNER.match(text[start + 1 : end])
        and not text[max(0, start - 1) : start].isdigit()
        # Within “ ” they are ‘ ’, as far as anybody knows.
        and text.count("“", 0, start) == text.count("”", 0, start)
        for start, end in pairs
    ):
        for start, end in pairs:
            yield Edit(start, start + 1, "“")
            yield Edit(end, end + 1, "”")


RULE = Rule(
    "typography.quotes", Level.WARNING, "GB/T 15834—2011 4.8", __doc__, mending_check(fix), fix
)
