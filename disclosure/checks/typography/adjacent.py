"""typography.adjacent: between neighbouring “ ” or 《 》 usually no 、 is written.

Good: 学习《中国共产党章程》《中国共产党支部工作条例》。
Bad: 学习《中国共产党章程》、《中国共产党支部工作条例》。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_ADJACENT = re.compile(r"(?<=》)、(?=《)|(?<=”)、(?=“)")

# 通常不用 says the standard: a hint, not a slip.
RULE = Rule(
    "typography.adjacent", Level.INFO, "GB/T 15834—2011 4.5.3.5", __doc__, pattern_check(_ADJACENT)
)
