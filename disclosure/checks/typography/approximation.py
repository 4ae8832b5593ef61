"""typography.approximation: about so many is said once: 超 or 余, 近 or 多, 约 or 左右.

Good: 开展宣讲320余场次，培训干部近200人次，投入约50万元。
Good: 近10余年来，超过3个多月。
Bad: 开展宣讲超320余场次。
Bad: 培训干部近200余人次。
Bad: 投入约50万元左右。
"""

import re

from disclosure.checks.rule import Rule, pattern_check
from disclosure.diagnostics import Level

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|[一二三四五六七八九两]?[十百千][一二三四五六七八九十百千零两]*)[万亿]?"
)
_THING = r"[\u4e00-\u9fff%％]{1,4}?"
_TWICE = re.compile(
    rf"(?:(?<![高])(?:超过|超(?!出|标)|突破|不足|不到|将近|接近|大约|约)){_NUMBER}[余多](?!少)[万亿]?(?=[\u4e00-\u9fff])"
    # 近10余年来: lately, not nearly.
    rf"|(?<![最新附靠远相邻])近{_NUMBER}[余多](?!少|年|个月|天|日|周)[万亿]?(?=[\u4e00-\u9fff])"
    rf"|(?:大约|约|近|超过|超|不足|不到|将近){_NUMBER}(?:{_THING})?(?:左右|上下)(?=[，。；、的）]|$)"
    rf"|(?:大约|约|近)(?:近|大约|约){_NUMBER}"
)

RULE = Rule(
    "typography.approximation",
    Level.WARNING,
    "GB/T 15835—2011；现代汉语通用规范",
    __doc__,
    pattern_check(_TWICE),
)
