"""privacy.victim: victims, informants, patients and people on welfare are not named.

Good: 走访低保户王某某家庭。
Bad: 走访低保户王建国。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import NAME, NOT_NAMES, mask
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_END = r"(?=[，。；、（(：:等的]|$|家|反映|举报|因|患|已|获|被|受|到|来|称|在|提)"
_VICTIM = re.compile(
    rf"(?:受害人|被害人|受害者|举报人|信访人|上访人|投诉人|反映人|患者|病人|残疾人|贫困户|脱贫户|低保户|低保对象|特困人员|五保户|烈属|遗属|当事人)(?:为|是|：|:)?{NAME}{_END}"
)
_DISEASE = re.compile(
    rf"{NAME}(?:同志)?(?:因|身)?患(?:有)?[\u4e00-\u9fff]{{1,8}}(?:病|癌|炎|症|肿瘤)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for pattern in (_VICTIM, _DISEASE):
            for match in pattern.finditer(piece.text):
                if not NOT_NAMES.match(match["name"]):
                    start, end = match.span("name")
                    yield in_piece(piece, start, end, text=mask(match["name"]))


RULE = Rule("privacy.victim", Level.ERROR, "个人信息保护法第25条、第28条", __doc__, _check)
