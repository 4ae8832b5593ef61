"""typography.percent_range: both ends of a range of percentages carry their sign.

Good: 增长15%～30%。
Bad: 增长15～30%。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_RANGE = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?[～—~－–-]\d{1,3}(?:\.\d+)?[%％]")

RULE = Rule(
    "typography.percent_range",
    Level.WARNING,
    "GB/T 15835—2011 5.1.3",
    __doc__,
    pattern_check(_RANGE),
)
