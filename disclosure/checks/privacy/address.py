"""privacy.address: no home address more exact than the township stands in the text.

Good: 赴城关镇建设路走访企业。
Bad: 走访城关镇建设路12号3栋201室住户。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.values import Role

_NUMBER = r"(?:\d{1,5}|[一二三四五六七八九十]{1,3})"
_HOME = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,8}}(?:路|街|巷|弄|里|村|组|小区|花园|苑|庄|屯|队|社区))?{_NUMBER}(?:号(?:楼)?|栋|幢)[\u4e00-\u9fff]{{0,2}}?{_NUMBER}?(?:单元)?{_NUMBER}?(?:室|单元|户室)"
    rf"|[\u4e00-\u9fff]{{1,8}}村{_NUMBER}?(?:村民)?(?:小)?组{_NUMBER}号"
    rf"|(?:家住|住址|现住|户籍(?:地址)?|家庭(?:住址|地址))(?:为|是|：|:)?[\u4e00-\u9fff\d]{{4,30}}?{_NUMBER}号"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        if piece.role is Role.CONTACT:
            continue
        for match in _HOME.finditer(piece.text):
            yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


RULE = Rule(
    "privacy.address", Level.ERROR, "个人信息保护法第28条；脱敏到乡镇、街道", __doc__, _check
)
