"""privacy.minor: no minor is named, nor the school of a named child.

Good: 救助困境儿童李某某等12人。
Good: 集中学习少。
Bad: 救助城关小学学生李晓明，12岁。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import NAME, NOT_NAMES, mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_END = r"(?=[，。；、（(：:同等的（]|$|[0-9一二三四五六七八九十]{1,3}岁|受|被|在|因|家)"
_MINOR = re.compile(
    rf"(?:[小中]学(?!习)|初中|高中|幼儿园|学校|未成年人|儿童|学生|女童|男童|孤儿)(?:[\u4e00-\u9fff]{{0,6}}?(?:学生|同学|幼儿|班))?{NAME}{_END}"
)
_AGED = re.compile(
    rf"{NAME}[，,（(]?(?:女|男)?[，,]?(?:现年|年仅|今年|年龄)?(?:[1-9]|1[0-7])(?:周)?岁"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        reported: set[int] = set()
        for pattern in (_MINOR, _AGED):
            for match in pattern.finditer(piece.text):
                if match.start("name") not in reported and not NOT_NAMES.match(match["name"]):
                    reported.add(match.start("name"))
                    start, end = match.span("name")
                    yield in_piece(piece, start, end, text=mask(match["name"]))


RULE = Rule(
    "privacy.minor", Level.ERROR, "未成年人保护法第103条；个人信息保护法第28条", __doc__, _check
)
