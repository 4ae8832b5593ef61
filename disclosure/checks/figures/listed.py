"""figures.listed: three things named before 三大 are three; before 等6个 they are at most six.

Good: 围绕电机泵阀、碳酸钙新材料、文旅康养三大产业链开展招商。
Good: 推进政治建设、思想建设和作风建设三大建设。
Good: 统筹推进扩消费六大工程、城建六大行动。
Bad: 围绕电机泵阀、碳酸钙新材料、文旅康养四大产业链开展招商。
Bad: 推进政治建设、思想建设和作风建设四大建设。
Good: 召集财政、发改、住建12个部门会商。
Bad: 对东山、西河、南坪4个村进行走访。
Bad: 走访甲镇、乙镇、丙镇等2个乡镇。
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.zh.numerals import number_of

# 十大 of the year, 党的二十大, 四大队: no counts of what stands before.
_COUNT = re.compile(
    r"等(?P<about>\d{1,2}|[二两三四五六七八九十]{1,2})[个项家种类大名处条]"
    r"|(?P<bodies>\d{1,2}|[二两三四五六七八九十])个(?:村|乡镇|镇|乡|街道|县|市|区|社区|单位|部门|科室|股室|支部)"
    r"|(?<![十第〇零])(?P<exact>[两三四五六七八九])大(?![队会班量家小力米])"
)
_BREAK = re.compile(r"[，。；：:“”《》（）！？]")
_ITEM = re.compile(r"[^、]{2,20}")
_AND = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:以及|和|及|与)(?=[\u4e00-\u9fff]{2})")
# With a number in it, an item counts for more than one; with a verb of choice behind it, the
# count is of more than those named.
_COUNTED = re.compile(r"\d|[一二两三四五六七八九十]{1,2}[大个项种类条批]")
_AMONG = re.compile(
    r"入选|荣获|获|列入|位列|进入|跻身|属于|评为|年度|全国|全省|全市|党的|以来|等$|[的在于为是有对从向转把被将]"
)
_LONGEST = 300
_SURE = 3


class _Named(NamedTuple):
    """What is listed in front of a count.

    Attributes:
        length: of the clause, in characters.
        fewest: how many there are at least, with 、 between them.
        most: how many there are if every 和 stands between two.

    """

    length: int
    fewest: int
    most: int


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        if "、" not in piece.text:
            continue
        for match in _COUNT.finditer(piece.text):
            named = _named_before(piece.text, match.start(), exact=not match["about"])
            if named is None:
                continue
            stated = number_of(match["about"] or match["exact"] or match["bodies"])
            # What “和” joins may be one thing or two.
            wrong = not match["about"] and not named.fewest <= stated <= named.most
            # 财政、发改、住建12个部门: as if 等 stood there.
            if match["bodies"]:
                wrong = wrong and named.fewest >= _SURE and abs(stated - named.most) <= 2
            if wrong or (match["about"] and named.fewest > stated):
                start = match.start() - named.length
                told = str(named.most if named.most < stated else named.fewest)
                text = piece.text[start : match.end()]
                yield in_piece(piece, start, match.end(), text=text, named=told, stated=str(stated))


def _named_before(text: str, end: int, *, exact: bool) -> _Named | None:
    """Return what is listed in front of ``end``; the first item has its sentence's beginning."""
    clause = _BREAK.split(text[max(0, end - _LONGEST) : end])[-1]
    items = clause.split("、")
    if len(items) < 2 or not all(map(_ITEM.fullmatch, items)):
        return None
    if _COUNTED.search("、".join(items[1:])) or (exact and _AMONG.search(items[-1])):
        return None
    if exact and _COUNTED.search(items[0]):
        return None
    more = sum(len(_AND.findall(item)) for item in items)
    return _Named(len(clause), len(items), len(items) + more)


RULE = Rule("figures.listed", Level.WARNING, "通报自身", __doc__, _check)
