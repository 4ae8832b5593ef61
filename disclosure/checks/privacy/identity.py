"""privacy.identity: no identity number of a citizen stands in the text.

One whose check digit is wrong is a mistyped one, and just as private.

Good: 统一社会信用代码为91340000MA2MRQ0C8K。
Bad: 身份证号11010519491231002X。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.check_digits import has_birthday, is_credit_code, is_identity
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# Spaces and hyphens inside do not hide it.
_LONG = re.compile(r"(?<![\dA-Za-z])[1-8]\d{5}(?:[ -]?\d){11}[ -]?[\dXxＸ](?![\dA-Za-z])")
_OLD = re.compile(r"(?<![\dA-Za-z.])[1-8]\d{14}(?![\dA-Za-z]|\.\d)")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in _LONG.finditer(piece.text):
            number = re.sub("[ -]", "", match[0]).replace("Ｘ", "X")
            if is_credit_code(number) and not is_identity(number):
                continue
            if is_identity(number) or has_birthday(number):
                yield in_piece(piece, match.start(), match.end(), text=mask(number))
        for match in _OLD.finditer(piece.text):
            if has_birthday(match[0]):
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


RULE = Rule("privacy.identity", Level.ERROR, "个人信息保护法第28条；GB 11643—1999", __doc__, _check)
