"""privacy.bank_card: no bank card or account number stands in the text.

Good: 投入资金1234567890123456元。
Bad: 退款账号6222020200112233440。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.check_digits import has_birthday, is_identity, is_luhn
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_CARD = re.compile(r"(?<![\dA-Za-z.])[2-9](?:[ -]?\d){15,18}(?![\dA-Za-z]|\.\d)")
_ACCOUNT = re.compile(
    r"(?:银行)?(?:账|帐|卡)号(?:为|是|：|:)?\s*(?P<number>\d(?:[ -]?\d){9,24})(?!\d)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        reported: set[int] = set()
        for match in _CARD.finditer(piece.text):
            number = re.sub("[ -]", "", match[0])
            identity = len(number) == 18 and (is_identity(number) or has_birthday(number))
            if is_luhn(number) and not identity:
                reported.add(match.end())
                yield in_piece(piece, match.start(), match.end(), text=mask(number))
        for match in _ACCOUNT.finditer(piece.text):
            if match.end() not in reported:
                number = re.sub("[ -]", "", match["number"])
                yield in_piece(piece, match.start("number"), match.end(), text=mask(number))


RULE = Rule("privacy.bank_card", Level.ERROR, "个人信息保护法第28条（金融账户）", __doc__, _check)
