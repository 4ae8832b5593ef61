"""privacy.victim: victims, informants, patients and people on welfare are not named.

Good: 走访低保户王某某家庭。
Good: 充分听取当事人陈述、申辩，做好残疾人康复、就业等服务。
Bad: 走访低保户王建国。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import NAMES, mask, people_in
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_END = (
    r"(?=[，。；、（(：:等的]|$|同志|家|反映|举报|投诉|因|患|已|获|被|受|到|来|称|在|提"
    r"|报销|申请|办理|发放|支付|垫付|治疗|住院|就医|送上|解决)"
)
_PATTERNS = (
    re.compile(
        r"(?:受害人|被害人|受害者|举报人|信访人|上访人|投诉人|反映人|患者|病人|残疾人|贫困户|脱贫户"
        r"|低保户|低保对象|特困人员|五保户|烈属|遗属|当事人|困难群众|困难职工|困难党员|监测户)"
        rf"(?:为|是|：|:)?{NAMES}{_END}"
    ),
    re.compile(rf"{NAMES}(?:同志)?(?:因|身)?患(?:有)?[\u4e00-\u9fff]{{1,8}}(?:病|癌|炎|症|肿瘤)"),
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for pattern in _PATTERNS:
        for piece, start, end in people_in(context, pattern):
            yield in_piece(piece, start, end, text=mask(piece.text[start:end]))


RULE = Rule("privacy.victim", Level.ERROR, "个人信息保护法第25条、第28条", __doc__, _check)
