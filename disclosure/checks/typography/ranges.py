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
    rf"(?<=[\d][年月日])(?P<sign>{_SIGN})(?=\d{{1,4}}[年月日])"
    rf"|(?<=(?<!\d)(?:19|20)\d{{2}})(?P<years>{_SIGN})(?=(?:19|20)\d{{2}}年)"
)
# What cannot begin another word: 表2-1项目, 3-5处罚 are none.
_UNIT = (
    "[%％次期万亿天]|个(?![人体案税])|名(?![称单词额义])|人(?![民员口均])|条(?![件款例])|项(?!目)|件(?!数)"
    "|家(?![庭具])|户(?![型籍主外])|处(?![罚理分置])|份(?!额)|篇(?!章)|批(?![复准示])|元(?![素旦])|亩"
)
# 表2-1, 3栋2-301 are names of one thing.
_NUMBERS = re.compile(
    r"(?<![\dA-Za-z.~－-])(?<![表图件栋幢楼座室号])(?P<low>\d{1,6}(?:\.\d+)?)[%％万亿]?(?P<sign>--|——|[-~–−－﹣])"
    rf"(?=(?P<high>\d{{1,6}}(?:\.\d+)?)(?:{_UNIT}))"
)


def fix(text: str) -> Iterator[Edit]:
    """Yield the signs that are certainly of a range."""
    found = []
    for match in _DATES.finditer(text):
        group = "sign" if match["sign"] else "years"
        found.append(_sign(match, group))
    found += [
        _sign(match, "sign")
        for match in _NUMBERS.finditer(text)
        if float(match["low"]) < float(match["high"])
    ]
    yield from sorted(found)


def _sign(match: re.Match[str], group: str) -> Edit:
    # Both are right; ～ is what was meant by ~.
    return Edit(match.start(group), match.end(group), "～" if "~" in match[group] else "—")


RULE = Rule(
    "typography.ranges", Level.WARNING, "GB/T 15834—2011 4.13", __doc__, mending_check(fix), fix
)
