"""typography.document_form: a document number has no 第 and no leading zero.

Good: 泾政〔2019〕16号。
Good: 中国人民银行公告〔2020〕第19号，某检字〔2018〕第119号报告，某劳字仲裁〔2015〕第457号裁决书。
Bad: 泾政〔2019〕第016号。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_FORM = re.compile(
    r"(?<!字)(?<!字.)(?<!字..)(?<!公告)(?<!令)〔\d{4}〕(?:第\d+|0\d*)号|〔\d{2}〕\d+号"
)

RULE = Rule(
    "typography.document_form",
    Level.WARNING,
    "GB/T 9704—2012 7.2.5",
    __doc__,
    pattern_check(_FORM, everywhere=True),
)
