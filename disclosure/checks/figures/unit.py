"""figures.unit: no unit is lost behind a number: 元 behind 万, % behind a rate.

Good: 较上年增加119.32万元，增长13.95%。
Good: 投入500万元用于整改。
Good: 采购经理指数上升0.3。
Good: 服务群众500万人次。
Bad: 较上年增加119.32万元，增长13.95。
Bad: 投入500万用于整改。
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
_END = r"(?=[，。；、）)！？]|$)"
_LOST = re.compile(
    # The change in units stands right in front: only then is the next one in percent.
    rf"(?:增加|增长|减少|下降|提高|降低)了?{_NUMBER}[余多]?[百千]?[万亿]?[元个人件家次项吨亩户]{{1,2}}[，,（(]"
    rf"(?:同比|增幅|降幅)?(?:增长|下降|上升|为)?了?(?<=[长降升为了幅])(?P<growth>{_NUMBER}){_END}"
    rf"|(?:满意|开工|办结|整改|完成|覆盖|合格|达标|入库|化解|执行|参与|知晓|签约|见面|普及|验收|竣工|销号|到位)率"
    rf"(?:为|达到|达|提高到|提升至|升至)?(?P<rate>\d{{2,3}}(?:\.\d{{1,3}})?){_END}"
    r"|(?:投入|拨付|支出|安排|筹集|筹措|争取|落实|资金|经费|投资|补助|收缴|追缴|清退|拨款|奖励|发放|补贴|退还|挽回损失)"
    rf"(?:了|约|近|超|达|共|共计|合计|累计|为)?(?P<money>{_NUMBER}[余多]?[百千]?[万亿])(?:(?=用于|用作)|{_END})"
)
_SHARE = re.compile(rf"占(?:比)?(?P<share>\d{{1,2}}(?:\.\d{{1,3}})?)(?P<unit>%|％|{_END})")
_SENTENCE = re.compile(r"[^。！？]+")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        if "占" in text and ("%" in text or "％" in text):
            yield from _shares(piece)
        for match in _LOST.finditer(text):
            name = next(name for name, found in match.groupdict().items() if found)
            unit = "元" if name == "money" else "%"
            yield in_piece(piece, match.start(name), match.end(name), text=match[name], wanted=unit)


def _shares(piece: PrintedText) -> Iterator[Finding]:
    """Yield the shares without a sign in a row of those with one."""
    for sentence in _SENTENCE.finditer(piece.text):
        row = list(_SHARE.finditer(piece.text, *sentence.span()))
        if any(match["unit"] for match in row):
            for match in row:
                if not match["unit"]:
                    span = match.span("share")
                    yield in_piece(piece, *span, text=match["share"], wanted="%")


RULE = Rule("figures.unit", Level.WARNING, "GB 3100—1993", __doc__, _check)
