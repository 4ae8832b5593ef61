"""privacy.address: no home address more exact than the township stands in the text.

Rooms of offices, schools and hospitals are nobody's home; a road with a number is one only where
somebody is said to live there.

Good: 赴城关镇建设路走访企业。
Good: 在2号会议室召开推进会，现场查看11号楼实验室。
Bad: 走访城关镇建设路12号3栋201室住户。
Bad: 住和平小区6-3-573。
Bad: 家在东山村三组，门牌18。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.personal import mask
from disclosure.checks.reading.quantities import sentence_bounds
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# What every one of them has; the patterns below are slow.
_NUMBERED = re.compile(r"[0-9０-９一二三四五六七八九十](?:[号室栋幢座楼户]|单元)|\d[-－—–]\d|门牌")
_N = r"(?:[0-9０-９]{1,5}|[一二三四五六七八九十]{1,3})"
_ESTATE = "(?:小区|花园|家园|新村|公寓|苑|庭|府|庄园|安置区|安置点|家属院|宿舍)"
_VILLAGE = rf"[\u4e00-\u9fff]{{1,8}}(?:村|社区|屯|庄)(?:第)?{_N}?(?:村民|居民)?(?:小)?(?:组|队|社)"
# A flat: estate or road, house, flat.
_FLAT = re.compile(
    rf"[\u4e00-\u9fff]{{1,8}}(?:{_ESTATE}|路|街|巷|弄|里|村|社区)"
    rf"(?:{_N}(?:号(?:楼|院)?|栋|幢|座|楼))(?:{_N}(?:号楼|栋|幢|座|楼))?(?:{_N}单元)?{_N}(?:室|户|单元|号)(?!楼|院)"
    rf"|[\u4e00-\u9fff]{{1,8}}{_ESTATE}(?:{_N}(?:栋|幢|号楼))?\d{{1,3}}[-－—–]\d{{1,3}}[-－—–]\d{{2,4}}(?!\d)"
    rf"|{_VILLAGE}[，,]?(?:门牌(?:号)?)?(?:为|是)?{_N}号"
)
# Said to be somebody's home: then a house number is enough.
_HOME = re.compile(
    r"(?P<said>家住|家在|居住(?:在|于|地为?)|现住(?:址)?|住址|住在|户籍(?:所在)?(?:地(?:址)?)?|家庭(?:住址|地址))(?:为|是|在|：|:)?"
    rf"(?P<place>[\u4e00-\u9fff\d]{{2,30}}?(?:{_N}(?:号|室|栋|幢|单元)|[，,]?门牌(?:号)?(?:为|是)?{_N}))"
)
_NEAR = 8  # 建设路12号3栋201室会议室
_OFFICE = re.compile(
    "会议室|办公|实验室|教室|病房|窗口|大厅|服务中心|政务|公司|企业|厂|学校|医院|机关|单位|局|委员会|基地"
    "|档案|仓库|展厅|商铺|门店|营业|经营|注册|场所"
)
_LIVE = re.compile(
    "住户|家住|居住|现住|住址|户籍|业主|慰问|走访|入户|老人|群众|村民|居民|低保|残疾|患者|家庭"
    "|住(?=[\u4e00-\u9fff]{2,8}(?:小区|花园|家园|新村|公寓|苑|村|路|街|巷))"
)
_STATED = re.compile("(?:地址|地点|坐落|位于|位置|住所)(?:为|在|是|：|:)?$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.whole():
        if not _NUMBERED.search(piece.text):
            continue
        reported = -1
        for match in _HOME.finditer(piece.text):
            start, reported = match.start("place"), match.end()
            yield in_piece(piece, start, reported, text=mask(match["place"]))
        for match in _FLAT.finditer(piece.text):
            if match.start() >= reported and _is_home(piece.text, match.start(), match.end()):
                yield in_piece(piece, match.start(), match.end(), text=mask(match[0]))


def _is_home(text: str, start: int, end: int) -> bool:
    first, last = sentence_bounds(text, start)
    if _STATED.search(text[first:start]):
        return False
    # The place may begin with the verb: 走访城关镇, 住和平小区.
    lived_in = _LIVE.search(text, first, last)
    return lived_in is not None and not _OFFICE.search(text, end, min(end + _NEAR, last))


RULE = Rule(
    "privacy.address", Level.ERROR, "个人信息保护法第28条；脱敏到乡镇、街道", __doc__, _check
)
