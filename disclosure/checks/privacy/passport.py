"""privacy.passport: no passport or travel permit number stands in the text.

Good: 规范证件管理62本。
Bad: 护照号E12345678。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_PASSPORT = re.compile(r"(?<![\dA-Za-z])(?:E[A-HJ-NP-Z]?\d{7,8}|[GDSPHKCW]\d{8})(?![\dA-Za-z])")
_NAMED = re.compile(
    r"(?:护照|通行证|证件)(?:号码?)?(?:为|是|：|:)?\s*(?P<number>[A-Z]{0,2}\d{7,9})(?![\dA-Za-z])"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        reported = set()
        for match in _NAMED.finditer(piece.text):
            reported.add(match.end())
            yield in_piece(piece, match.start("number"), match.end(), text=mask(match["number"]))
        for match in _PASSPORT.finditer(piece.text):
            if match.end() not in reported:
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


RULE = Rule("privacy.passport", Level.ERROR, "个人信息保护法第28条", __doc__, _check)
