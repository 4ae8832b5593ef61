"""privacy.bank_card: no bank card or account number of a person stands in the text.

The account of an office, stated as such, is meant to be known.

Good: 投入资金1234567890123456元。
Good: 缴入财政专户，户名：青山县财政局，账号：12345678901234567。
Bad: 退款账号6222020200112233440。
Bad: 汇入尾号3440的账户（户名张建国）。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.check_digits import has_birthday, is_identity, is_luhn
from disclosure.checks.reading.personal import NAME, mask, people_in
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_CARD = re.compile(r"(?<![\dA-Za-z.])[2-9](?:[ -]?\d){15,18}(?![\dA-Za-z]|\.\d|[万亿]?元)")
_ACCOUNT = re.compile(
    r"(?:银行)?(?:账|帐|卡)(?:户)?号(?:码)?(?:为|是|：|:)?\s*(?P<number>\d(?:[ -]?\d){9,24})(?!\d)"
)
_HOLDER = re.compile(
    rf"(?:户名|账户名|开户人|持卡人|收款人)(?:为|是|：|:)?{NAME}(?=[，。；、）)（(\s]|$)"
)
_OFFICE = re.compile(
    r"(?:局|委|办|中心|政府|公司|学校|医院|协会)[）)；，、：:]{0,2}(?:银行)?[账帐](?:户|号)"
    r"|财政专户|国库|非税|基本户|基本账户|对公|零余额|捐赠|党费"
    r"|(?:户名|账户名称|账户名|单位名称|开户单位|收款单位|收款人)(?:为|是|：|:)?"
    r"[\u4e00-\u9fff（）]{2,30}?(?:局|委|委员会|办公室|中心|政府|公司|院|校|所|会|站|党组|专户|学)(?=[，。；、\s]|$|账|开户|帐)"
)
# Two telephone numbers without a mark between them.
_TELEPHONE = re.compile(
    r"(?:电话|传真|热线|座机)[^，。；\d]{0,4}(?:[（(]?0\d{2,3}[）)]?[-－— ]?)?$"
    r"|0\d{2,3}[）)]?[-－—]$"
)
_AROUND = 80


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, text in context.numbered:
        reported: set[int] = set()
        for match in _CARD.finditer(text):
            number = re.sub("[ -]", "", match[0])
            identity = len(number) == 18 and (is_identity(number) or has_birthday(number))
            is_card = is_luhn(number) and not identity
            if is_card and not _is_telephone(text, match) and not _is_of_office(text, match):
                reported.add(match.end())
                yield in_piece(piece, match.start(), match.end(), text=mask(number))
        for match in _ACCOUNT.finditer(text):
            if match.end() not in reported and not _is_of_office(text, match):
                number = re.sub("[ -]", "", match["number"])
                yield in_piece(piece, match.start("number"), match.end(), text=mask(number))
    for piece, start, end in people_in(context, _HOLDER):
        yield in_piece(piece, start, end, text=mask(piece.text[start:end]))


def _is_telephone(text: str, match: re.Match[str]) -> bool:
    return _TELEPHONE.search(text, max(0, match.start() - 16), match.start()) is not None


def _is_of_office(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return _OFFICE.search(around) is not None


RULE = Rule("privacy.bank_card", Level.ERROR, "个人信息保护法第28条（金融账户）", __doc__, _check)
