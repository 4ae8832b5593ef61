"""privacy.landline: no person's own telephone number stands in the text.

An office's line, whatever the contact block names, is meant to be known.

Good::
    contact: {phone: 0563-2263070}
    lead: 咨询电话0563-2263070。
Good: 监督举报电话：0563-5123456，传真0563-5123457。
Good: 省教育厅学生处李晓明，0563-5123456。
Good: 装备工业一司 李 明 0563-5123458。
Bad::
    contact: {phone: 0563-2263070}
    lead: 当事人电话0563-5123456。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_LANDLINE = re.compile(
    r"(?<![\dA-Za-z.])[（(]?0(?:10|2\d|[3-9]\d{2})[）)]?[-－— ]?[2-9]\d{6,7}(?![\dA-Za-z]|\.\d)"
)
# Whose line it is. Most numbers in official texts are of offices, called 电话 and nothing else.
_PERSON = re.compile(
    "当事人|本人|家属|家中|家里|家庭|其妻|其夫|父亲|母亲|住户|群众|村民|业主|举报人|投诉人|信访人|反映人"
    "|患者|学生(?![处科会司])|家长|户主|住宅|宅电"
)
# What makes it an office's: the word for its line, or its name just before.
_STATED = re.compile(
    r"话[：:]|电话|手机|传真|热线|座机|专线|联系|咨询|区号|号码|Tel|TEL|^[\s、·•—-]*$"
    r"|(?:局|委|办|中心|院|校|所|站|公司|部|科|室|处|队|厅|会|县|区|市|镇|乡|街道)[^，。；]{0,6}[：:（(、，\s—-]*$"
)
# 标准技术司 李晓明, 学生处李晓明, 信息司：李晓明: the office, then who sits there.
_STAFF = re.compile(
    r"(?:司|厅|局|处|科|室|委|办|部|中心|院|所|会|公司)[\s：:、，]*[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,2}[\s：:、，]*$"
)
_NAMED_BEHIND = re.compile(r"[\s、，]*[（(][^（()）]{2,30}[）)]|[，,]?(?:咨询|联系)")
_BEFORE = 40
_NEAR = 16


def _check(context: NoticeContext) -> Iterator[Finding]:
    offices = (*context.notice.contact, *context.site.contact)
    known = {number for office in offices for number in office.landlines}
    for piece in context.pieces:
        for match in _LANDLINE.finditer(piece.text):
            if _digits(match[0]) not in known and _is_private(piece.text, *match.span()):
                yield in_piece(piece, match.start(), match.end(), text=mask(_digits(match[0])))


def _is_private(text: str, start: int, end: int) -> bool:
    clause = re.split("[。；]", text[max(0, start - _BEFORE) : start])[-1].replace(" ", "")
    if _PERSON.search(clause[-_NEAR:]):
        return True
    if _STAFF.search(text[max(0, start - _BEFORE) : start]):
        return False
    return not _STATED.search(clause) and not _NAMED_BEHIND.match(text, end)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


RULE = Rule("privacy.landline", Level.WARNING, "个人信息保护法第25条", __doc__, _check)
