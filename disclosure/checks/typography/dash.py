"""typography.dash: a dash is ——, not the numeral 一 and not a hyphen.

Good: 遵循“团结——批评——团结”的方针。
Good: 一九七一年到一九七八年国家拨款。
Bad: 遵循“团结一批评一团结”的方针。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_HAN = "\u4e00-\u9fff"
_NOT_A_DASH = "[一ー─━﹣－–―-]"
# 团结一批评一团结: the word before comes back behind. A numeral is no word: 一九七一年到一九七八年.
_NUMERAL = re.compile("[〇一二三四五六七八九十百千万年月日第至到]")
_CHAIN = re.compile(
    rf"(?P<word>[{_HAN}]{{2,4}})(?P<one>{_NOT_A_DASH}|—(?!—))(?P<mid>[{_HAN}]{{2,4}})(?P<two>{_NOT_A_DASH}|—(?!—))(?P=word)"
)
# 北京--上海段 goes from one to the other: 一字线.
_ROAD = rf"[{_HAN}]{{1,5}}(?:段|[高快]速|铁路|公路|航线|专线|区间|沿线|方向|[^体热长一在]线)"
_HYPHENS = re.compile(
    rf"(?<=[{_HAN}”》）])(?:--+|－－+|–{{2}}|──+|━━+|―{{2}})(?=[{_HAN}“《（])(?!{_ROAD})"
)


def fix(text: str) -> Iterator[Edit]:
    """Yield what is certainly a dash."""
    found = [
        Edit(match.start(group), match.end(group), "——")
        for match in _CHAIN.finditer(text)
        if not _NUMERAL.search(match["word"] + match["mid"])
        for group in ("one", "two")
    ]
    found += [Edit(match.start(), match.end(), "——") for match in _HYPHENS.finditer(text)]
    yield from sorted(found)


RULE = Rule(
    "typography.dash", Level.WARNING, "GB/T 15834—2011 4.10", __doc__, mending_check(fix), fix
)
