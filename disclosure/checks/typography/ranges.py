"""typography.ranges: from one date or number to another goes 一字线, ～ or 至, not a hyphen.

Good: 2021年10月—11月期间开展调研。
Bad: 2021年10月-11月期间开展调研。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_SIGN = r"(?:--|——|[-~–−－﹣]|～～)"
_DATES = re.compile(
    rf"(?<=[\d][年月日])(?P<sign>{_SIGN})(?=\d{{1,4}}[年月日])|(?<=\d{{4}})(?P<years>{_SIGN})(?=(?:19|20)\d{{2}}年)"
)
_NUMBERS = re.compile(
    r"(?<![\dA-Za-z.~-])\d{1,6}(?:\.\d+)?[%％万亿]?(?P<sign>--|——|[-~–−－﹣])(?=\d{1,6}(?:\.\d+)?[%％个名人次条项件家户处份篇期批万亿元亩天])"
)


def fix(text: str) -> Iterator[Edit]:
    """Yield the signs that are certainly of a range."""
    found = []
    for match in _DATES.finditer(text):
        group = "sign" if match["sign"] else "years"
        found.append(Edit(match.start(group), match.end(group), "—"))
    for match in _NUMBERS.finditer(text):
        found += [Edit(match.start("sign"), match.end("sign"), "—")]
    yield from sorted(found)


RULE = Rule(
    "typography.ranges", Level.WARNING, "GB/T 15834—2011 4.13", __doc__, mending_check(fix), fix
)
