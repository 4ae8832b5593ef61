"""typography.han_hyphen: between Chinese words stands 一字线 —, not a half-width hyphen.

Good: 推进青山—绿水高速公路建设，发布《让-雅克·卢梭文集》。
Bad: 推进青山-绿水高速公路建设。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_HAN = "\u4e00-\u9fff"
_HYPHEN = re.compile(rf"(?<=[{_HAN}])-(?=[{_HAN}])")
_SENTENCE = re.compile(r"[，。；：、]")
# Something is taken away, a file or a message is named.
_OTHER = re.compile(r"[=＝＋+/·]|\.[a-z]{3,4}|总额|收入|支出|费用|余额|姓名|命名|网址")
# Names of foreigners keep the hyphen: 迪亚斯-卡内尔.
_FOREIGN = frozenset(
    "阿埃艾安奥巴贝本比彼波伯布查达戴丹德迪蒂杜多厄恩尔法费芬弗福夫盖戈格古哈汉赫霍华基吉加杰卡凯坎康科克肯库拉莱兰朗劳勒雷里"
    "利列林隆卢鲁路伦罗洛马玛迈曼梅蒙米密莫姆穆纳奈南内尼涅努诺欧帕佩皮普齐奇恰乔切萨塞桑瑟沙施什史斯丝苏索塔泰坦特提廷图托娃"
    "瓦威韦维温翁沃乌西希谢辛休亚扬耶伊伦因尤扎泽詹兹佐亨若"
)
# “投资青山-双招双引”平台: what is called so is written so; chains of three are none's name.
_NAMED = re.compile(r"“[^“”\-]+-[^“”\-]+”")
_NEAR = 3


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        if "-" not in text or not _SENTENCE.search(text):
            continue
        named = [match.span() for match in _NAMED.finditer(text)]
        for match in _HYPHEN.finditer(text):
            at = match.start()
            if any(start < at < end for start, end in named):
                continue
            if not _OTHER.search(text[max(0, at - 14) : at + 14]) and not _is_foreign(text, at):
                yield in_piece(piece, at, at + 1, text="-")


def _is_foreign(text: str, at: int) -> bool:
    """Say whether the words on both sides sound like a foreign name."""
    before, behind = text[max(0, at - _NEAR) : at], text[at + 1 : at + 1 + _NEAR]
    return sum(each in _FOREIGN for each in before + behind) >= 2 * _NEAR - 1


RULE = Rule("typography.han_hyphen", Level.INFO, "GB/T 15834—2011 4.13.3", __doc__, _check)
