"""typography.traditional: no Traditional character stands in a Simplified text.

A notice that is written in Traditional Chinese as a whole is told once.

Good: 召开专题会议研究整改，对相关责任人进行批评教育，由李昇负责。
Bad: 召开專题会议研究整改。
Bad: 對相關責任人進行批評教育，專題會議研究整改，嚴肅問責，紀律嚴明。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.traditional import simplified_forms, traditional_runs
from disclosure.checks.rule import Finding, Rule, at_value, in_piece
from disclosure.diagnostics import SENTENCE, Level

_HAN = re.compile("[\u4e00-\u9fff]")
# From one in so many on, the text is Traditional; below, a character slipped in.
_SHARE = 8
_FEW = 10


def _check(context: NoticeContext) -> Iterator[Finding]:
    runs = traditional_runs()
    found = [(piece, match) for piece in context.pieces for match in runs.finditer(piece.text)]
    if not found:
        return
    count = sum(len(match[0]) for _, match in found)
    if count >= _FEW:
        size = sum(len(_HAN.findall(piece.text)) for piece in context.pieces)
        if count * _SHARE > size:
            whole = {"count": str(count), SENTENCE: "typography.traditional_whole"}
            yield at_value(found[0][0].path, **whole)
            return
    forms = simplified_forms()
    for piece, match in found:
        new = "".join(forms[each] for each in match[0])
        yield in_piece(piece, match.start(), match.end(), text=match[0], new=new)


RULE = Rule("typography.traditional", Level.WARNING, "通用规范汉字表", __doc__, _check)
