"""typography.particle: before a verb stands 地, not 的.

Good: 有力地提升我县知名度。
Bad: 有力的提升我县知名度。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_BEFORE = (
    "有力|有效|积极|大力|认真|切实|深入|扎实|充分|全面|严格|坚决|主动|及时|不断|逐步|系统|科学"
)
_VERB = (
    "提升|提高|推进|推动|促进|开展|落实|加强|解决|保障|防范|改善|维护|贯彻|执行|增强|完善|推广|发挥"
)
# 有力的推进机制 is a noun group: the verb must have its own object behind it.
_PARTICLE = re.compile(rf"(?:{_BEFORE})(?P<de>的)(?:{_VERB})(?:了|[我全县市区省各本党企群服项工])")


def _mend(text: str) -> Iterator[Edit]:
    for match in _PARTICLE.finditer(text):
        yield Edit(match.start("de"), match.end("de"), "地")


# Found, not mended: whether it is a noun group, a person must say.
RULE = Rule("typography.particle", Level.WARNING, "现代汉语通用规范", __doc__, mending_check(_mend))
