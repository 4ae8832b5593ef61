"""typography.placeholder: nothing is left to be filled in, and no choice of a form is left.

Good: 设立宣笔制作、艺术类院校等3个专班。
Good: 采取“五个专题、N个课题”的方式，完善一个主题、N个行动的模式，“XX新闻”等账号被查处。
Good: 形成N个行业大模型和X个重点场景的“1＋N＋X”体系，申报时间： 年 月 日，位于某市××区。
Bad: 设立宣笔制作、艺术类院校等X个专班。
Bad: 支出比上年减少0.15万元，下降（增长）27.78%。
Bad: 召开党组会（或局长办公会）3次，自2022年 月 日起施行。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_WAYS = "增长|下降|增加|减少|上升|提高|降低|持平|大于|小于|高于|低于"
_HOLE = re.compile(
    r"(?<![A-Za-z0-9+＋XxＸｘ×])[MXxＸｘ×](?=[个项家名条次件人处余种万元年月日届期批篇场])"
    r"|(?<![A-Za-z0-9+＋、“：，])[NnＮｎ](?=[名家条次件人处万元篇场个项])"
    # Before 号 and 路 a mask hides where somebody lives.
    r"|(?<![A-Za-zＡ-Ｚａ-ｚ0-9×])[XxＸｘ×✕╳]{2,}(?=[\u4e00-\u9fff])(?![号路弄室栋幢村街镇乡大年])"
    r"|(?<=[\u4e00-\u9fff])(?<!号)[XxＸｘ×]{2,}(?![A-Za-zＡ-Ｚａ-ｚ0-9×\u4e00-\u9fff])"
    r"|_{2,}|＿{2,}|TODO|TBD|待定(?=[，。；])|待补充|此处(?:填写|插入|补充|应填)"
    r"|\$\{|\{\{|<CMS|(?<![\d*\u4e00-\u9fff])\?{2,}(?![\u4e00-\u9fff])|？{3,}|(?<=[年月])[\s\u3000]+(?=[月日](?!常))"
    rf"|(?:{_WAYS})（(?:或)?(?:{_WAYS})）|(?:{_WAYS})[/／](?:{_WAYS})(?=[\d了])|（(?:或|/)[^（），。；]{{2,12}}）(?=[\dX×]+[次个项])"
    r"|（(?:请填写|请补充|可用[^（）]{2,12}[显展]示|可自行|如有请|如无请|根据实际情况)[^（）]{0,20}）"
)
# Most texts hold none of what a hole begins with.
_SIGNS = re.compile(
    r"[NnＮｎMXxＸｘ×✕╳_＿$<{?？T/／]|待定|待补充|此处|[年月][\s\u3000]|[长降加少升高低平于]（|（[或/请可如根]"
)
# What is quoted is spoken of: “XX新闻”.
_QUOTED = re.compile(r"[“《][^“”《》]*$")
# A date of which nothing is given is a line of a form: 申报时间： 年 月 日.
_BEGUN = re.compile(r"\d[\s\u3000]*(?:年|月|年[\s\u3000]+月)$")
# A number of things that stays open is what “1＋N＋X” calls so.
_MODEL = re.compile("[+＋][NnＮｎXxＸｘ]")
# 镇江市××区××组: masked, where a slip has X.
_MASKED = re.compile("×+[区组社]")
# How a file is to be named, what a plate looks like, when somebody hidden was born.
_PATTERN = re.compile(
    r"文件名|命名|格式|样式|字样|标注|并以|例如|譬如|比如|[XＸ×].{0,2}[年月].{0,6}日[生前]"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        if not _SIGNS.search(text):
            continue
        for match in _HOLE.finditer(text):
            start, end = match.span()
            before, around = text[max(0, start - 40) : start], text[max(0, start - 16) : end + 10]
            if match[0].isspace() and not _BEGUN.search(before):
                continue
            if _MASKED.match(text, start) or (len(match[0]) == 1 and _MODEL.search(text)):
                continue
            letter = match[0][0] in "NnXxＸｘ×"
            if not letter or not (_QUOTED.search(before) or _PATTERN.search(around)):
                yield in_piece(piece, start, end, text=match[0])


RULE = Rule("typography.placeholder", Level.WARNING, "通报自身", __doc__, _check)
