"""typography.repeated_words: no word stands twice in a row.

Good: 进一步提高招商服务水平。
Bad: 进一步提高提高招商服务水平。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

# Doubled on purpose: 研究研究, 层层, 一个一个. Only what no official text doubles.
_WORDS = re.compile(
    r"(?:的的|了了|在在|是是|和和|与与|对对|及及|并并|为为(?!了)|将将|等等(?=等)|被被|把把|向向)"
    r"|(?P<word>(?![一二三四五六七八九十0-9])[\u4e00-\u9fff]{2,12})(?P=word)(?![\u4e00-\u9fff]?[》”])"
)

RULE = Rule("typography.repeated_words", Level.WARNING, "通报自身", __doc__, pattern_check(_WORDS))
