"""typography.invisible: nothing stands in the text that nobody sees.

Good: 招商合作服务中心。
Bad: 招商\u200b合作服务中心。
"""

import re
from collections.abc import Iterator
from unicodedata import category

from disclosure.characters import UNSEEN, is_selector
from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Edit, Finding, Rule, in_piece
from disclosure.diagnostics import Level

# What the loader refuses cannot come here but in a text that was never in a file.
_INVISIBLE = re.compile(f"[{UNSEEN}]+")


def fix(text: str) -> Iterator[Edit]:
    """Yield invisible characters; one that chooses the form of a character is not a slip."""
    for match in _INVISIBLE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before and is_selector(match[0][0]) and category(before) == "Lo"):
            yield Edit(match.start(), match.end(), "")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in _INVISIBLE.finditer(piece.text):
            points = " ".join(f"U+{ord(character):04X}" for character in match[0][:8])
            yield in_piece(piece, match.start(), match.end(), points=points)


RULE = Rule(
    "typography.invisible", Level.ERROR, "GB 18030—2022", __doc__, _check, fix, fits_all=True
)
