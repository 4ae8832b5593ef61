"""typography.compatibility: no Kangxi radicals, compatibility ideographs or full-width digits.

They look like the ordinary character and are another one: nobody finds them by searching.

Good: 一是加强学习3次。
Bad: ⼀是加强学习３次。
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from disclosure.checks.rule import Edit, Rule, mending_check
from disclosure.diagnostics import Level

_ODD = re.compile(
    "[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0002f800-\U0002fa1f]+"
)
# CJK radicals supplement: these have no normal form in Unicode, only a look.
_LOOKS = str.maketrans("⺠⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻢⻥⻰⻩⻬⻣", "民见角贝车长门青页风飞马鱼龙黄齐骨")

_GUESS = re.compile("Ｏ|[Ｘｘ]+")


def fix(text: str) -> Iterator[Edit]:
    """Yield the stretches of characters that have an ordinary form."""
    if text.isascii():
        return
    for match in _ODD.finditer(text):
        plain = normalize("NFKC", match[0].translate(_LOOKS))
        # 二Ｏ一一年 means 〇, ＸＸ路 is a mask: nobody knows, or nothing is gained.
        if plain != match[0] and not _GUESS.fullmatch(match[0]):
            yield Edit(match.start(), match.end(), plain)


RULE = Rule(
    "typography.compatibility",
    Level.WARNING,
    "GB 18030—2022；Unicode NFKC",
    __doc__,
    mending_check(fix, everywhere=True),
    fix,
)
