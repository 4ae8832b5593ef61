"""typography.single_dash: what explains stands behind —— , one 一字线 is for ranges and names.

Good: 聚焦一个目标——高质量发展。
Good: 服务中国—东盟博览会，打通创新链—产业链—资金链。
Bad: 聚焦一个目标—高质量发展。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

# 一个目标—…: something counted that is then said; names and chains are joined by one.
_SINGLE = re.compile(
    r"(?:[一两三四五六七八]|这)[个项条种句大点张件][\u4e00-\u9fff]{1,8}(?P<dash>[—–－])(?![—–－])(?=[\u4e00-\u9fff“])"
)

RULE = Rule(
    "typography.single_dash",
    Level.INFO,
    "GB/T 15834—2011 4.10、4.13",
    __doc__,
    pattern_check(_SINGLE),
)
