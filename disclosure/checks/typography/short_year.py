"""typography.short_year: years have four digits, months and days no leading zero.

Good: 2022年2月3日召开会议。
Bad: 22年02月03日召开会议。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_SHORT = re.compile(
    r"(?<![\d.])\d{2}年(?=\d{1,2}月|底|初|度)|(?<=年)0\d月(?:0?\d日)?|(?<=月)0\d日|(?<![\d年])0\d月\d{1,2}日"
)

RULE = Rule(
    "typography.short_year",
    Level.WARNING,
    "GB/T 9704—2012 7.3.5.4；GB/T 15835—2011 5.1.4",
    __doc__,
    pattern_check(_SHORT),
)
