"""typography.spaces: no space between Chinese characters, nor inside a number or date.

Good: 2021年12月10日召开党组会议，收缴党费1920元。
Bad: 2021 年12月10日召开 党组会议，收缴党费1 920元。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_CJK = "\u4e00-\u9fff，。；：、！？“”‘’（）《》〈〉〔〕—…"
_GAP = "[ \u00a0\u3000\t]+"
_SPACES = re.compile(
    rf"(?<=[{_CJK}]){_GAP}(?=[{_CJK}])|(?<=\d){_GAP}(?=\d)|(?<=\d){_GAP}(?=[年月日%％个名人次条项件家户处份篇期批场轮元亩万亿])"
    rf"|(?<=[年月第〔]){_GAP}(?=\d)|(?<=\d){_GAP}(?=[.．]\d)|(?<=\d[.．]){_GAP}(?=\d)"
)


def fix(text: str) -> Iterator[Edit]:
    """Yield spaces that stand for nothing."""
    if not re.search(_GAP, text):
        return
    for match in _SPACES.finditer(text):
        yield Edit(match.start(), match.end(), "")


RULE = Rule(
    "typography.spaces",
    Level.WARNING,
    "GB/T 15834—2011 5.1；GB/T 15835—2011",
    __doc__,
    mending_check(fix),
    fix,
)
