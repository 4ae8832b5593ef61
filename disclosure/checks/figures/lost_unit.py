"""figures.lost_unit: no unit is lost behind a number: 元 behind 万, % behind a rate.

Good: 较上年增加119.32万元，增长13.95%。
Good: 投入500万元用于整改。
Good: 采购经理指数上升0.3。
Good: 服务群众500万人次。
Good: 蔬菜、花卉产量占比分别提高15、22个百分点。
Good: 价格上限由25万元下调至18万元。
Good: 旅居人数达550万。
Bad: 较上年增加119.32万元，增长13.95。
Bad: 投入500万用于整改。
Bad: 贷款最高额度为70万。
Bad: 最高额度由45万元提高至50万。
Bad: 群众满意率达98.5。
Bad: 党建类占45%，作风类占30，财务类占25%。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?"
_END = r"(?=[，。；）！？]|$)"
# What has no unit: an index, a score, a ratio, a rate of exchange.
_BARE = re.compile(r"指数|系数|评分|得分|均值|[汇税利费倍频概斜功]率|‰|分别|比值|绩点|[pP][mM]")
_RATE = re.compile(
    rf"(?:增长|下降|增幅|降幅|占比|占(?:总数|总额|总量)的)(?:了|为|达到?)?(?P<change>{_NUMBER}){_END}"
    rf"|率(?:为|达到|达|提高到|提升至|升至)?(?P<rate>\d{{2,3}}(?:\.\d{{1,3}})?){_END}"
)
_MONEY = re.compile(
    r"(?:投入|拨付|支出|安排|筹集|筹措|争取|资金|经费|投资|补助|补贴|收缴|追缴|清退|拨款|奖励|发放|退还|损失|额度|贷款|收入|金额|费用|奖补|价款|产值"
    r"|票房|销售额|采购额|交易额|增加值|总额|免税额|减税额|余额|预算|决算)"
    rf"[\u4e00-\u9fff]{{0,8}}(?P<money>{_NUMBER}[余多]?[百千]?[万亿])(?:(?=用于|用作)|{_END})"
)
# One of the two numbers has its 元: 由45万元提高至50万.
_WAY = (
    r"[\u4e00-\u9fff]{0,4}"
    r"(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减|调整|上调|下调)(?:到|至|为)"
)
_CHANGED = re.compile(
    rf"[百千]?[万亿]元{_WAY}(?P<last>{_NUMBER}[百千]?[万亿]){_END}"
    rf"|[由从][\u4e00-\u9fff]{{0,6}}(?P<first>{_NUMBER}[百千]?[万亿])(?!元)(?={_WAY}{_NUMBER}[百千]?[万亿]元)"
)
# So many people, acres and trips, not so much money.
_NOT_MONEY = re.compile(r"人(?![才员均])|[户次亩吨株辆只头羽]|面积|平方|公里")
_SHARE = re.compile(rf"占(?:比)?(?P<share>\d{{1,2}}(?:\.\d{{1,3}})?)(?P<unit>%|％|{_END})")
_MARK = re.compile("[，。；：、！？]")
_SENTENCE = re.compile(r"[^。！？]+")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        if "占" in text and ("%" in text or "％" in text):
            yield from _shares(piece)
        for match in _RATE.finditer(text):
            if not _BARE.search(_clause(text, match.start())):
                name = "change" if match["change"] else "rate"
                yield in_piece(piece, *match.span(name), text=match[name], wanted="%")
        for match in _MONEY.finditer(text) if "万" in text or "亿" in text else ():
            if not _NOT_MONEY.search(match[0]):
                yield in_piece(piece, *match.span("money"), text=match["money"], wanted="元")
        for match in _CHANGED.finditer(text) if "万" in text or "亿" in text else ():
            name = "last" if match["last"] else "first"
            yield in_piece(piece, *match.span(name), text=match[name], wanted="元")


def _clause(text: str, end: int) -> str:
    """Return the words in front of ``end``, from the last mark on."""
    return _MARK.split(text[max(0, end - 30) : end])[-1]


def _shares(piece: PrintedText) -> Iterator[Finding]:
    """Yield the shares without a sign in a row of those with one."""
    for sentence in _SENTENCE.finditer(piece.text):
        row = list(_SHARE.finditer(piece.text, *sentence.span()))
        if any(match["unit"] for match in row):
            for match in row:
                if not match["unit"]:
                    span = match.span("share")
                    yield in_piece(piece, *span, text=match["share"], wanted="%")


RULE = Rule("figures.lost_unit", Level.WARNING, "GB 3100—1993", __doc__, _check)
