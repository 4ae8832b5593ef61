"""typography.series_comma: words in a series that ends with 等 are parted by 、, not by ，.

Good: 对采购、验收、入库、领用等环节逐一排查。
Good: 转变作风，强化服务，优化环境等做法得到肯定。根据《甲条例》，《乙办法》规定如下。
Bad: 对采购，验收，入库，领用等环节逐一排查。
Bad: 学习《党章》，《条例》等。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_HAN = "\u4e00-\u9fff"
_SERIES = re.compile(rf"[{_HAN}]{{2}}(?:，[{_HAN}]{{2,4}}){{2,15}}等(?![于同级候到着待])")
_TITLES = re.compile(
    r"(?:》(?P<comma>，)(?=《[^《》]{1,60}》(?:等|和《|及《|以及|、|，《))|”(?P<mark>，)(?=“[^“”]{1,12}”(?:等|和“|、)))"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        if "，" not in text:
            continue
        for match in _TITLES.finditer(text):
            start, end = match.span("comma" if match["comma"] else "mark")
            yield in_piece(piece, start, end, text=text[start:end])
        for match in _SERIES.finditer(text):
            yield from _in_series(piece, match, context)


def _in_series(
    piece: PrintedText, match: re.Match[str], context: NoticeContext
) -> Iterator[Finding]:
    """Yield the commas of a series of single words."""
    text = piece.text
    words = context.words(text)
    commas = [at for at in range(match.start(), match.end()) if text[at] == "，"]
    bounds = [*commas, match.end() - 1]
    items = [(left + 1, right) for left, right in zip(commas, bounds[1:], strict=True)]
    if all(words.covering(start) == words.covering(end - 1) for start, end in items):
        for at in commas:
            yield in_piece(piece, at, at + 1, text="，")


RULE = Rule("typography.series_comma", Level.WARNING, "GB/T 15834—2011 4.5", __doc__, _check)
