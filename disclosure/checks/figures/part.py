"""figures.part: what is done of a number of things is not more than there were.

Only what was found, given or asked for is a whole: cases of last year are closed along with
those of this one (上年结转2件，办结19件), and what is begun is no whole of what is finished.

Good: 发现问题41个，已整改41个。
Good: 对215个单位审计，其中自查发现问题500个。
Good: 重大项目开工39个、竣工43个。
Bad: 发现问题41个，已整改43个。
Bad: 抽查单位32家，其中不合格73家。
Bad: 交办信访件25件，办结27件。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import Quantity, words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_WHOLE = re.compile(
    r"(?:发现|反馈|排查|摸排|交办|转办|移交|督办|查摆|梳理|处理|检查出|查出|自查|认领|列出|指出|存在|涉及|需|应"
    r"|共有|需要)(?:[\u4e00-\u9fff]{0,10})$"
)
# Nothing but these may stand between whole and part, so that they are of the same things.
_PART = re.compile(
    r"[\u4e00-\u9fff]{0,8}?[，,、（(](?:其中|目前|现)?[，,]?(?:已经?|均已)?(?:全部)?"
    r"(?:办结|整改(?:完成|到位)?|完成(?:整改|验收|化解)?|化解|销号|解决|处置|验收|答复)(?:了)?"
)
# New ones are closed along with old ones.
_AMONG = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,3})[，,（(]其中[：:，,]?(?P<label>[\u4e00-\u9fff“”]{0,8})\x20?"
)
# Of something else: 对215个单位开展审计，其中自查发现问题500个.
_OTHER = re.compile(r"发现|问题|超|达|每|产值|资金|金额|面积|最高|补助|奖励|第")
_NOUN = re.compile(r"[\u4e00-\u9fff]{0,3}")
# With more than that it is no slip of a digit.
_TIMES = 10
_FLOW = re.compile(r"新|受理|收案|立案|结转|接收|上年|去年|本年|当年|增")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for whole, part in pairwise(quantities):
            if part.value <= whole.value or whole.unit != part.unit or whole.unit == "%":
                continue
            if whole.about or part.about:
                continue
            if _is_part(piece.text, whole, part):
                text = piece.text[whole.start : part.end]
                yield in_piece(
                    piece, whole.start, part.end, text=text, whole=whole.written, part=part.written
                )


def _is_part(text: str, whole: Quantity, part: Quantity) -> bool:
    """Whether the second number is of the things that the first one counts."""
    if among := _AMONG.fullmatch(text, whole.end, part.start):
        noun = _NOUN.match(text, part.end)
        same = not noun or not noun[0] or not among["noun"] or noun[0] == among["noun"]
        other = _OTHER.search(among["label"]) or part.value > _TIMES * whole.value
        return same and not other
    before = words_before(text, whole.start)[-20:]
    done = _PART.fullmatch(text, whole.end, part.start)
    return bool(done and _WHOLE.search(before) and not _FLOW.search(before))


RULE = Rule("figures.part", Level.ERROR, "通报自身", __doc__, _check)
