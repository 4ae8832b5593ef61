"""typography.ordinal: 第一 and 一是 are followed by a comma or nothing, （一） and ① by nothing.

Good: 第一，加强学习。第二，健全制度。
Good: 第二、三批干部下派。
Good: 第三、第六支部合并。
Bad: 第一、加强学习。第二、健全制度。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_HAN = "[一二三四五六七八九十]{1,2}"
_AT_START = r"(?:^|(?<=[。；：\n]))"
# 第三、第六居民区党支部 is a list of two, not an ordinal.
_FIRST = re.compile(rf"{_AT_START}第{_HAN}(?P<mark>、)(?![第\d一二三四五六七八九十百])")
_BRACKETED = re.compile(rf"{_AT_START}(?:[（(](?:{_HAN}|\d{{1,2}})[）)]|[①-⑳])(?P<mark>[、，,.．])")
_IS = re.compile(rf"{_AT_START}{_HAN}(?P<mark>、)是(?![否什谁非])")


def fix(text: str) -> Iterator[Edit]:
    """Yield wrong marks behind ordinals."""
    found = [Edit(m.start("mark"), m.end("mark"), "，") for m in _FIRST.finditer(text)]
    for pattern in (_BRACKETED, _IS):
        found += [Edit(m.start("mark"), m.end("mark"), "") for m in pattern.finditer(text)]
    yield from sorted(found)


RULE = Rule(
    "typography.ordinal", Level.WARNING, "GB/T 15834—2011 附录B.2", __doc__, mending_check(fix), fix
)
