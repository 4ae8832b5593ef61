"""typography.spaces: no space stands within a sentence, a number or a date.

A blank may stand for something: between issuers (《中共中央 国务院关于…》), between the lines of a
slogan (“好品青山 商行天下”), behind 第一条, in a list of names, or where a mark was lost.

Good: 2021年12月10日召开党组会议，收缴党费1920元。
Good: 学习《中共中央 国务院关于乡村振兴的意见》，打响“好品青山 商行天下”品牌。
Bad: 2021 年12月10日召开 党组会议，收缴党费1 920元。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Edit, Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.values import Role

_HAN = "\u4e00-\u9fff"
_GAP = "[ \u00a0\u3000\t]"
_ANY = re.compile(_GAP)
# In a number only three by three: two numbers may stand beside one another.
_COUNTED = "[年个名人次条项件家户处份篇期批场轮元亩万亿]"
_THOUSANDS = rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?=(?:\.\d+)?{_COUNTED})"
_DATE = rf"(?:19|20)\d{{2}}{_GAP}*年(?:{_GAP}*\d{{1,2}}{_GAP}*月(?:{_GAP}*\d{{1,2}}{_GAP}*日)?)?"
# What cannot begin another word: 表5 项目, 1 个人信息 are none.
_UNIT = (
    "个百分点|万元|亿元|万人|元(?!素)|名(?![称单词额义])|人次|个(?![人体案税])|项(?!目)|条(?![件款例])|件(?!数)"
    "|户(?![型籍主外])|篇(?!章)|亩"
)
# A number that begins a text may be that of a heading: 1 项目概况.
_SAID = f"[{_HAN}，、（：“《]"
_NUMBERS = re.compile(
    rf"(?<![\d .\-—/]){_THOUSANDS}|(?<![\d.\-—/]){_DATE}"
    rf"|(?<={_SAID})(?<![表图件第])\d(?:[\d.]*\d)?{_GAP}+(?={_UNIT})"
)
# Set off on both sides, a number follows a style of its own: told, not mended by halves.
_SET_OFF = re.compile(
    rf"(?<={_SAID}{_GAP})(?<![表图件第]{_GAP})\d(?:[\d.]*\d)?(?P<gap>{_GAP}+)(?={_UNIT})"
)
# Two numbers may stand beside one another in a table; in a sentence hardly: told, not mended.
_INSIDE = re.compile(
    rf"(?<=[{_HAN}，、；：（])\d{{1,4}}(?P<gap>{_GAP}+)\d{{1,4}}(?=[个名次条项人万元件户家篇])"
)
# Three blanks are a place to fill in (经办人   ，), and so are those before 年.
_BESIDE_MARK = re.compile(
    rf"(?<=[{_HAN}\d”》）%％]){_GAP}{{1,2}}(?=[，。；：、！？”》）])"
    rf"|(?<=[，；、“《（]){_GAP}{{1,2}}(?![年月日号元])(?=[{_HAN}\d“《（])"
)
_CLOSING = frozenset("，。；：、！？”》）")
_BETWEEN = re.compile(rf"(?<=[{_HAN}]){_GAP}(?=[{_HAN}])")
_CLAUSE = re.compile(r"[^，。；：！？、“”《》（）\n]+")
# 第一条　为了…, 中共中央 国务院印发, 记者 张建国报道: a blank is usual there.
_USUAL = re.compile(
    r"第[\d一二三四五六七八九十百零〇]{1,7}[条章节款部分编]$|[讯电日月旬]$"
    r"|(?:记者|通讯员|作者|编辑|摄影|报道)$|[长员任授士]$|附件?\d*$|^[图文表注]$"
)
_OFFICE = re.compile(r"[央院委厅局部办会府组室处科司社]$")
_OFFICES = re.compile(r"[\u4e00-\u9fff]{0,8}(?:国务院|中央|部|委|厅|局|办|政府|院|会|军)")
_HEADS = frozenset({Role.TITLE, Role.HEADING})
_SET_WIDE = 7
_MARK = re.compile("[，。；]")
_CAPTION = re.compile(r"摄|图|文|单位|作者|第\d")
# What stands in marks is as its author wrote it.
_MARKED = re.compile(r"“[^“”]{0,60}”|《[^《》]{0,80}》")
# What governs the words behind it: 召开 党组会议. Elsewhere a mark may have been lost.
_GOVERNING = (
    "召开|开展|推进|加强|落实|细化|完善|制定|印发|举办|组织|建立|健全|督促|强化|推动|促进|提升|提高"
    "|执行|贯彻|保障|确保"
)
_GOVERNS = re.compile(rf"(?:{_GOVERNING})(?P<gap>{_GAP}+)(?=[{_HAN}]{{2}})")
_CLAUSE_END = re.compile(r"[，。；：]|\d")


def fix(text: str) -> Iterator[Edit]:
    """Yield spaces that stand for nothing."""
    if not _ANY.search(text):
        return
    found: dict[int, int] = {}
    for match in _NUMBERS.finditer(text):
        for gap in re.finditer(f"{_GAP}+", match[0]):
            found[match.start() + gap.start()] = match.start() + gap.end()
    kept = [match.span() for match in _MARKED.finditer(text)]
    for match in _BESIDE_MARK.finditer(text):
        before_mark = text[match.end()] in _CLOSING
        if before_mark or not any(a + 1 < match.start() and match.end() < b for a, b in kept):
            found[match.start()] = match.end()
    for match in _GOVERNS.finditer(text):
        start, end = match.span("gap")
        stop = _CLAUSE_END.search(text, end)
        # Lines of a slogan are blanks apart, and each governs: 加强 党建 推进 改革.
        alone = stop and not _ANY.search(text, end, stop.start())
        if alone and not any(a < start and end < b for a, b in kept):
            found[start] = end
    for at in sorted(found):
        yield Edit(at, found[at], "")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        if not _ANY.search(text):
            continue
        gaps = {edit.start: edit.end for edit in fix(text)}
        if "。" in text:
            gaps |= {m.start("gap"): m.end("gap") for m in _INSIDE.finditer(text)}
        gaps |= {m.start("gap"): m.end("gap") for m in _SET_OFF.finditer(text)}
        # A line without any mark may be a list of names; 总 则 is set so.
        if _MARK.search(text) or (piece.role in _HEADS and len(text) > _SET_WIDE):
            gaps |= {at: at + 1 for at in _between(text, context)}
        for at in sorted(gaps):
            yield in_piece(piece, at, gaps[at], text=text[at : gaps[at]])


def _between(text: str, context: NoticeContext) -> Iterator[int]:
    """Yield single blanks between Han that stand for no usual thing, or for a lost mark."""
    for clause in _CLAUSE.finditer(text):
        blanks = list(_BETWEEN.finditer(text, clause.start(), clause.end()))
        if len(blanks) != 1:
            continue
        at = blanks[0].start()
        left, right = text[clause.start() : at], text[at + 1 : clause.end()]
        if len(left) == len(right) or _USUAL.search(left) or _CAPTION.match(right):
            continue
        if _OFFICE.search(left) and _OFFICES.match(right):
            continue
        # In marks, or where no sentence ends, only what parts a word.
        ended = text[clause.end() : clause.end() + 1] in {"，", "。", "；"}
        if ended or _parts_a_word(left, right, context):
            yield at


def _parts_a_word(left: str, right: str, context: NoticeContext) -> bool:
    words = context.words(left + right)
    return len(left) not in words.starts


RULE = Rule(
    "typography.spaces",
    Level.WARNING,
    "GB/T 15834—2011 5.1；GB/T 15835—2011",
    __doc__,
    _check,
    fix,
)
