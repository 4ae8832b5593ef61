"""typography.bare_year: a year is followed by 年.

Good: 总结2021年意识形态工作开展情况。
Bad: 总结2021意识形态工作开展情况。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_YEAR = re.compile(
    r"(?<![\d.A-Za-z第〔（(\[共计到为达约的—～~-])(?:19|20)\d{2}(?=[\u4e00-\u9fff])(?![年至到个名人次条项件家户处份篇期批场轮元亩万亿余多台套吨公米平度版号级届分])"
)

RULE = Rule(
    "typography.bare_year", Level.WARNING, "GB/T 15835—2011 5.1.4", __doc__, pattern_check(_YEAR)
)
