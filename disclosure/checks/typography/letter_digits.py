"""typography.letter_digits: in a number stand digits, no l, O or I that look like them.

Good: 制定整改措施12条，追缴资金10万元，评为A级，5G基站20个。
Bad: 制定整改措施l2条。
Bad: 追缴资金1O万元。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_UNIT = (
    "个名次条项人件家户处份篇期批场轮元亩天年月日号万亿余多台套吨公米平页门部间所座组队类款起例宗笔"
    "％%"
)
# Beside a digit, and counting something: CO2, IO接口 and 10l are none of these.
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9.@/_=&?%-])(?=[\dlIO.,]*\d)(?=[\d.,]*[lIO])[\dlIO]+(?:[.,][\dlIO]+)*(?=[{_UNIT}])"
    rf"|(?<=[第约近超共计达有年月])[lO](?=[{_UNIT}])|(?<=[\u4e00-\u9fff，、；：（])l(?=[个名次条项件人户篇期批年月日])"
)

RULE = Rule(
    "typography.letter_digits", Level.ERROR, "GB/T 15835—2011", __doc__, pattern_check(_NUMBER)
)
