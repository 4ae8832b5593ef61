"""privacy.minor: no minor is named, nor the school of a named child.

Good: 救助困境儿童李某某等12人。
Good: 开展未成年学生常见病、多发病的预防。
Good: 集中学习少，维护学生权益。
Good: 检查学生公寓、食堂等重点部位。
Bad: 救助城关小学学生李晓明，12岁。
Bad: 王梓萱同学（2015年出生）获资助。
Bad: 帮扶初二学生小王（父亲王建国）。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import NAME, mask, people_in
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_CHILD = (
    "(?:小学生|中学生|初中生|高中生|学生|未成年人|儿童|女童|男童|孤儿|幼儿"
    "|[小中]学(?:[一二三四五六]年级)?|幼儿园|初[一二三中]|高[一二三中])"
)
_END = (
    r"(?=[，。；、（(：:]|$|同学|[0-9一二三四五六七八九十]{1,3}(?:周)?岁"
    r"|受|被|因|家庭|的父|的母|的监护)"
)
_SIGNS = (
    *("学生", "同学", "小学", "中学", "年级", "初一", "初二", "初三", "初中", "高一", "高二"),
    *("高三", "高中", "岁", "童", "孤儿", "幼儿", "未成年", "小朋友"),
)
_PATTERNS = (
    re.compile(rf"{_CHILD}(?:学生|同学|幼儿)?{NAME}{_END}"),
    re.compile(
        rf"{NAME}(?:同学)?[，,（(]?(?:女|男)?[，,]?(?:现年|年仅|今年|年龄)?(?:[1-9]|1[0-7])(?:周)?岁"
    ),
    # Who was born in these years is a pupil when the notice speaks of one.
    re.compile(
        rf"{NAME}(?:同学|小朋友)[，,（(](?:女|男)?[，,]?(?:19|20)\d{{2}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:出)?生"
    ),
    # The name of a parent tells who the child is.
    re.compile(
        rf"{_CHILD}[^，。；]{{0,8}}[（(，](?:其)?(?:父亲|母亲|监护人|家长|爷爷|奶奶)(?:为|是|叫|：|:)?{NAME}(?=[）)，。、；]|$)"
    ),
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    reported: set[tuple[int, int]] = set()
    for pattern in _PATTERNS:
        for piece, start, end in people_in(context, pattern, *_SIGNS):
            if (id(piece), start) not in reported:
                reported.add((id(piece), start))
                yield in_piece(piece, start, end, text=mask(piece.text[start:end]))


RULE = Rule(
    "privacy.minor", Level.ERROR, "未成年人保护法第103条；个人信息保护法第28条", __doc__, _check
)
