"""typography.particle: 地 before a verb, 得 behind it, 的 before a noun.

Whether 的 belongs to a noun group (有力的推进机制) is judged by the words around it: where
another verb governs, or a noun ends the group, nothing is said.

Good: 有力地提升我县知名度，建立有效的推进机制，形成更好的服务体系，做得不够好。
Good: 组织全面的检查，各地工作有序开展，群众反映的不实信息已澄清。
Good: 探索务实有效的实施方式和实招，学会快乐地工作，开心地生活。
Bad: 有力的提升我县知名度。
Bad: 更好的服务企业发展。
Bad: 落实的不够到位的问题已解决。
Bad: 取的了明显成效。
Bad: 解决群众反映地问题。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.words import Word, Words
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# How something is done.
_MANNER = (
    "有力有效|公平公正|有力|有效|积极|大力|认真|切实|深入|扎实|充分|全面|严格|坚决|主动|及时|不断"
    "|逐步|系统|科学|自觉|更好|更加|更多|有序|稳步|稳妥|精准|高效|坚定|深刻"
    "|准确|完整|快速|迅速|广泛|详细|仔细|妥善|公正|规范|顺利|圆满|如实|真正"
    "|持续|持久|踏实|努力|坚定不移|毫不动摇|旗帜鲜明|一以贯之|最大限度|最大程度"
    "|因地制宜|有条不紊|循序渐进|创造性|有针对性|有计划|有重点|有步骤|高质量|高标准"
    "|主动自觉|深入细致|严肃认真|积极主动|积极稳妥|扎扎实实|实实在在|大张旗鼓"
    "|毫无保留|自觉主动|更有力|更有效"
)
_VERB = (
    "提升|提高|推进|推动|促进|开展|落实|加强|解决|保障|防范|改善|维护|贯彻|执行"
    "|增强|完善|推广|发挥|接受|履行|完成|化解|激发|抓好|做好|把握|领会|改进|抓"
    "|做|引导|配合|实施|巩固|遏制|纠正|查找|查摆|整改|学习|回应|满足|凝聚|压实"
    "|调动|规范|了解|掌握|处理|对待|遵守|杜绝|克服|适应|融入|投入|参与"
)
_MIXED = "服务|支持|帮助|保护|管理|监督|宣传|发展|建设|联系|指导|反映"
_ACTED_ON = (
    "企业|群众|人民|基层|百姓|居民|大局|我[县市区省局]|全[县市区省局]"
    "|地方|经济|社会|中心|项目|[了着好]"
)
_BEFORE_VERB = re.compile(
    rf"(?P<manner>{_MANNER})(?P<de>的)(?P<verb>(?:{_VERB})|(?:{_MIXED})(?={_ACTED_ON}))"
)
# A noun that makes what stands before it a group: 推进机制, 提升空间.
_HEADS = (
    "机制|路径|工程|行动|空间|计划|方案|措施|办法|效果|作用|策略|模式|方式|手段"
    "|能力|体系|制度|作风|态度|水平|格局|环境|条件|基础|局面|氛围|力度|成效"
    "|成果|工作|工作者|渠道|平台|途径|队伍|部门|过程|情况|要求|对策|政策|规划"
    "|意见|建议|活动|势头|力量"
)
_HEAD = re.compile(f"(?:{_HEADS})$")
# The doing goes on with it: 能更好的服务…; behind any other verb it is its object.
_MODAL = re.compile(
    "要|能|能够|将|会|应|应当|应该|须|必须|可|可以|需|需要|来|去|以|并|也|还|又|才能|便于|以便|从而|进而"
    "|不断|进一步|更|更加|继续|持续|坚持|共同|努力|积极|已|正|都|均|而|为|为了|只有|不能|未能|没有|未|是否"
    "|同志|我们"
)
# With a head these are names of things: 实施方式, 管理办法.
_NOMINAL = frozenset(
    ("实施", "推进", "管理", "监督", "服务", "发展", "保障", "防范", "整改", "改进")
)
# 有效的落实责任机制: longer ones are done to (推进全县重点项目建设工作).
_GROUP = 5
_DONE = re.compile("(?:开展|完成|抓好|做好|推进|履行)(?:工作|任务|活动|职责)$")
_LONGEST = 40
_MARKS = frozenset("，。；：、！？（）“”《》\n")
# 抓的不够紧, 做的还不到位, 办的较好: it says how well, and the clause ends or 的 follows.
_ALSO = "(?:还|仍|都|也|又)?"
_HOW_WELL = (
    f"{_ALSO}不够(?:[^，。；、的]{{1,4}})?"
    f"|{_ALSO}(?:不[严实深细紧透牢准全好快]){{1,2}}"
    f"|{_ALSO}不(?:到位|扎实|深入|彻底|充分|及时|规范|严格)"
    "|(?:比较|较|很|非常|十分)[好差慢快多少](?![的于数几人年次量部])"
)
_NOT_ENOUGH = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?P<de>的)(?:{_HOW_WELL})(?=[，。；、）]|的(?!.{{0,3}}(?:信息|言论)))"
)
_GOT = re.compile(
    r"(?<=[取获])(?P<de>的)(?=了)|(?<=[\u4e00-\u9fff])(?<![目真是他她])(?P<to>的)(?=到(?:[了有]|进一步))"
)
# 各地工作, 属地责任, 园地: what the character names a place with.
_PLACES = frozenset("各当属该本此两外内境产园场基工用土异多驻所在原营农林耕宅街草旅县市区省乡镇村")
_NOUN = r"(?:问题|工作|情况|精神|意见|要求|措施|制度|能力|责任)"
_DONE_SO = ("工作", "要求")
_BEFORE_NOUN = re.compile(rf"(?<=[\u4e00-\u9fff])(?P<di>地)(?={_NOUN}[，。、；])")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        for start, new in sorted(_wrong(text, context)):
            yield in_piece(piece, start, start + 1, text=text[start], new=new)


def _wrong(text: str, context: NoticeContext) -> Iterator[tuple[int, str]]:
    if "的" in text:
        for match in _BEFORE_VERB.finditer(text):
            if _does(context.words(text), match):
                yield match.start("de"), "地"
        for match in _NOT_ENOUGH.finditer(text):
            if _is_done(context.words(text), match.start("de")):
                yield match.start("de"), "得"
        for match in _GOT.finditer(text):
            at = match.start("de") if match["de"] else match.start("to")
            if match["de"] or context.words(text).whole(at, at + 1):
                yield at, "得"
    for match in _BEFORE_NOUN.finditer(text):
        words = context.words(text)
        place = words.covering(match.start())
        # 快乐地工作: behind an adjective it is done so.
        so = text.startswith(_DONE_SO, match.end()) and not _is_verb(words, place)
        if not so and place.text == "地" and place.tag[0] == "u" and _follows_doing(words, place):
            yield match.start(), "的"


def _is_verb(words: Words, place: Word) -> bool:
    return words.covering(place.start - 1).tag[0] == "v"


def _does(words: Words, match: re.Match[str]) -> bool:
    """Say whether the verb behind 的 is what the clause does."""
    de = match.start("de")
    if not words.whole(de, de + 1) or match.start("manner") not in words.starts:
        return False
    # 提升 as part of a longer word: 落实处, 推进会.
    if match.end("verb") not in words.ends:
        return False
    first = words.index_at(match.start("manner"))
    if first and _governs(words.words[first - 1]):
        return False
    behind = words.index_at(match.end("verb") - 1) + 1
    clause = ""
    for word in words.words[behind : behind + _LONGEST]:
        # 有效的实施方式和实招: what follows the verb makes a noun of it.
        if not clause and _HEAD.fullmatch(word.text) and match["verb"] in _NOMINAL:
            return False
        # 的 once more: 更好的落实责任的办法 may be a group as a whole.
        if word.text in {"的", "是"}:
            return False
        if word.text in _MARKS:
            break
        clause += word.text
    if _DONE.match(match["verb"] + clause):
        return True
    return len(clause) > 1 and not (_HEAD.search(clause) and len(clause) <= _GROUP)


def _governs(word: Word) -> bool:
    """Say whether what follows a word may be what it governs or who does it."""
    return not (word.text in _MARKS or _MODAL.fullmatch(word.text) or word.tag[0] in "dcr")


def _is_done(words: Words, at: int) -> bool:
    """Say whether a verb stands before 的, so that what follows says how well it was done."""
    if not words.whole(at, at + 1):
        return False
    before = words.covering(at - 1)
    return before.tag[0] == "v" or before.text in {"落实", "贯彻", "抓", "做", "学"}


def _follows_doing(words: Words, place: Word) -> bool:
    """Say whether 地 stands behind a verb or an adjective, not behind what makes it a place."""
    before = words.covering(place.start - 1)
    return before.text[-1] not in _PLACES and before.tag[0] not in "mrq"


RULE = Rule("typography.particle", Level.WARNING, "现代汉语通用规范", __doc__, _check)
