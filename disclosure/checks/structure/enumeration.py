"""structure.enumeration: 一是, 二是, 三是 typed in one text begin at one and miss none.

Good: 一是加强学习。二是健全制度。三是开展培训。
Bad: 一是加强学习。二是健全制度。四是开展培训。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.zh.numerals import number_of

_HAN = "[一二三四五六七八九十]{1,2}"
_STYLES = tuple(
    re.compile(rf"(?:^|(?<=[。；：:;，\s])){form}")
    for form in (
        rf"(?P<number>{_HAN})是(?!否|非)",
        rf"第(?P<number>{_HAN})[，、,]",
        r"[（(](?P<number>\d{1,2})[）)]",
        rf"[（(](?P<number>{_HAN})[）)]",
        r"(?P<number>\d{1,2})[.．](?!\d)",
    )
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        for style in _STYLES:
            wanted = 1
            found = list(style.finditer(piece.text))
            if len(found) < 2:
                continue
            for match in found:
                number = number_of(match["number"])
                if number == 1:
                    wanted = 1
                if number != wanted:
                    yield in_piece(
                        piece, match.start(), match.end(), text=match[0], wanted=str(wanted)
                    )
                wanted = number + 1


RULE = Rule("structure.enumeration", Level.ERROR, "通报自身", __doc__, _check)
