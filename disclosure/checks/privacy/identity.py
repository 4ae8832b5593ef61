"""privacy.identity: no identity number of a citizen stands in the text.

One whose check digit is wrong is a mistyped one, and just as private.

Good: 统一社会信用代码为91340000MA2MRQ0C8K。
Good: 身份证号11************002X。
Bad: 身份证号11010519491231002X。
Bad: 身份证尾号为0101123X。
Bad: 身份证号11010519491231****。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.check_digits import has_birthday, is_credit_code, is_identity
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.zh.phones_in_text import plain_digits

# Spaces and hyphens inside do not hide it.
_LONG = re.compile(r"(?<![\dA-Za-z])[1-8](?:[ -]?\d){16}[ -]?[\dXxＸ](?![\dA-Za-z])")
# A mask that leaves the birthday, or the end that people use as a password.
_MASK = "[*＊×xX✱某]"
_HALF_MASKED = re.compile(
    rf"(?<![\dA-Za-z])(?:[1-8]\d{{5}}|{_MASK}{{4,6}})(?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"(?:{_MASK}{{3,4}}|\d{{3}}[\dXx])(?![\dA-Za-z])"
)
_END = re.compile(
    r"身份证(?:件)?(?:号码?)?(?:的)?(?:末|后|尾)(?:[四六八46８8]位|号)?(?:数字?)?(?:号码?)?(?:为|是|：|:)?\s*"
    r"(?P<number>\d{3,7}[\dXxＸ])(?![\dA-Za-z])"
)
_OLD = re.compile(r"(?<![\dA-Za-z.])[1-8]\d{14}(?![\dA-Za-z]|\.\d)")


def _check(context: NoticeContext) -> Iterator[Finding]:
    yield from _ends(context)
    for piece, text in context.numbered:
        for match in _HALF_MASKED.finditer(text):
            if re.search(_MASK, match[0][:-1]):
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))
        for match in _LONG.finditer(text):
            number = re.sub("[ -]", "", match[0]).replace("Ｘ", "X")
            if is_credit_code(number) and not is_identity(number):
                continue
            if is_identity(number) or has_birthday(number):
                yield in_piece(piece, match.start(), match.end(), text=mask(number))
        for match in _OLD.finditer(text):
            if has_birthday(match[0]):
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


def _ends(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        # The end of a number is too short to stand among the long ones.
        for match in _END.finditer(plain_digits(piece.text)) if "身份证" in piece.text else ():
            yield in_piece(piece, match.start("number"), match.end(), text=mask(match["number"]))


RULE = Rule("privacy.identity", Level.ERROR, "个人信息保护法第28条；GB 11643—1999", __doc__, _check)
