"""typography.single_dash: between words stands —— , one 一字线 is for ranges.

Good: 聚焦一个目标——高质量发展。
Bad: 聚焦一个目标—高质量发展。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

# Months, days, weekdays and Han numbers on both sides are a range; names are joined by it too.
_SINGLE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![年月日号时一二三四五六七八九十期届次站线路])(?:—|–|－)(?![—–－])(?=[\u4e00-\u9fff])(?![一二三四五六七八九十])"
)

RULE = Rule(
    "typography.single_dash",
    Level.INFO,
    "GB/T 15834—2011 4.10、4.13",
    __doc__,
    pattern_check(_SINGLE),
)
