"""privacy.sanctioned: a person who was punished is named only by decision of the unit.

Good: 给予相关责任人党内警告处分。
Bad: 给予张建国党内警告处分。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import NAME, NOT_NAMES, mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_SANCTION = re.compile(
    rf"(?:给予|对|将){NAME}(?:同志)?(?:等)?(?:作出|给予|进行|予以)?(?:党内|政务|行政|严重|撤销|开除|留党|记过|记大过|警告|诫勉|立案|谈话提醒|批评教育|通报批评|处分)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in _SANCTION.finditer(piece.text):
            if not NOT_NAMES.match(match["name"]):
                start, end = match.span("name")
                yield in_piece(piece, start, end, text=mask(match["name"]))


RULE = Rule(
    "privacy.sanctioned", Level.ERROR, "党务公开条例（试行）；个人信息保护法第25条", __doc__, _check
)
