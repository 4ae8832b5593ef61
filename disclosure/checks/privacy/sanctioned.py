"""privacy.sanctioned: a person who was punished is named only by decision of the unit.

Good: 给予相关责任人党内警告处分。
Good: 对于情节严重的，依规依纪追究责任。
Bad: 给予张建国党内警告处分。
Bad: 对责任人王建国予以诫勉。
Bad: 张建国同志因工作失职受到政务记过处分。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import NAMES, mask, people_in
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_SIGNS = (
    *("党内", "政务", "行政", "严重警告", "撤销", "开除", "留党", "记过", "记大过", "警告", "诫勉"),
    *("立案", "免职", "撤职", "降级", "谈话提醒", "提醒谈话", "批评教育", "通报批评", "处分"),
    *("行政拘留", "罚款"),
)
_SANCTION = f"(?:{'|'.join(_SIGNS)})"
_PATTERNS = (
    re.compile(
        rf"(?:给予|对|将)(?:(?:相关|有关|直接)?(?:责任人员?|责任者|当事人|负责人))?{NAMES}(?:等)?(?:[0-9一二三四五六七八九十]{{1,3}}[名人])?"
        rf"(?:作出|给予|进行|予以|处以)?(?:了)?{_SANCTION}"
    ),
    re.compile(
        rf"{NAMES}(?:因[^，。；]{{0,30}})?[，,]?(?:已|先后)?(?:受到|被给予|被处以|被予以|被)(?:了)?{_SANCTION}"
    ),
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for pattern in _PATTERNS:
        for piece, start, end in people_in(context, pattern, *_SIGNS):
            yield in_piece(piece, start, end, text=mask(piece.text[start:end]))


RULE = Rule(
    "privacy.sanctioned", Level.ERROR, "党务公开条例（试行）；个人信息保护法第25条", __doc__, _check
)
