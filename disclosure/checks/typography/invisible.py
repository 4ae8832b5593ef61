"""typography.invisible: nothing stands in the text that nobody sees.

Good: 招商合作服务中心。
Bad: 招商\u200b合作服务中心。
"""

import re
from collections.abc import Iterator

from disclosure.checks.rule import Edit, Finding, Rule, in_piece
from disclosure.checks.subject import Subject
from disclosure.diagnostics import Level

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\ufff9-\ufffb\uffa0\ue000-\uf8ff\U000e0000-\U000e0fff]+"
)


def fix(text: str) -> Iterator[Edit]:
    """Yield invisible characters; those of private use may have been something, and stay."""
    for match in _INVISIBLE.finditer(text):
        if not any("\ue000" <= character <= "\uf8ff" for character in match[0]):
            yield Edit(match.start(), match.end(), "")


def _check(subject: Subject) -> Iterator[Finding]:
    for piece in subject.pieces:
        for match in _INVISIBLE.finditer(piece.text):
            points = " ".join(f"U+{ord(character):04X}" for character in match[0][:8])
            yield in_piece(piece, match.start(), match.end(), points=points)


RULE = Rule("typography.invisible", Level.ERROR, "GB 18030—2022", __doc__, _check, fix)
