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

_CHARACTERS = (
    "[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a"
    "\uff41-\uff5a\U0002f800-\U0002fa1f]+"
)
# The point of ４．８元 goes with its digits; that of １．２０２１年 is one of a list.
_POINT = "(?<=[\uff10-\uff19])．(?=[\uff10-\uff19])"
_AT_START = r"(?:^|(?<=[\n。；：]))[\uff10-\uff19]{1,2}(?=．)"
_ODD = re.compile(f"{_AT_START}|{_CHARACTERS}(?:{_POINT}{_CHARACTERS})*")
# CJK radicals supplement: these have no normal form in Unicode, only a look.
_LOOKS = str.maketrans("⺠⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻢⻥⻰⻩⻬⻣", "民见角贝车长门青页风飞马鱼龙黄齐骨")

_GUESS = re.compile("[ＯｌＩ]|[Ｘｘ]+")
# Text read in a wrong encoding: what is full-width there is a half of something else.
_GARBLED = re.compile("[?？][\u3041-\u30fa\uff66-\uff9d]")


def fix(text: str) -> Iterator[Edit]:
    """Yield the stretches of characters that have an ordinary form."""
    if text.isascii() or _GARBLED.search(text):
        return
    for match in _ODD.finditer(text):
        plain = normalize("NFKC", match[0].translate(_LOOKS))
        # 二Ｏ一一年 means 〇, ｌ、 means 1, ＸＸ路 is a mask: nobody knows, or nothing is gained.
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
