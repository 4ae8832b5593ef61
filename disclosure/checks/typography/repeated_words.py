"""typography.repeated_words: no word stands twice in a row.

The characters of two words may meet (为目的的活动, 巡视巡察): what counts is that a word ends
between the two and another one at the end.

Good: 进一步提高招商服务水平。
Good: 产品符合本规定规定的更换条件的，予以更换。
Good: 用实实在在的成效，做了了解，不以营利为目的的活动不收费。
Good: 组织大学大学生志愿者，参与与残疾人有关的活动。
Bad: 进一步提高提高招商服务水平。
Bad: 维护人民的的利益。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.words import Word, Words
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_HAN = "\u4e00-\u9fff"
_SMALL = re.compile(r"([的在是和与对及并将把向被从由以])\1|了了(?![解断结却然])")
# 一个一个 and 一步一步 are doubled on purpose.
_LONGER = re.compile(
    rf"(?P<word>(?![一二三四五六七八九十0-9])[{_HAN}]{{2,12}})(?P=word)(?![{_HAN}]?[》”])"
)
# 研究研究, 非常非常: said so.
_SAID = re.compile("研究|讨论|商量|了解|考虑|锻炼|交流|非常|特别|很多|永远|十分|许多|慢慢")
# What no noun is made of: 建立|建立健全, 加强|加强监督 are slips.
_DOING = re.compile(
    "加强|推进|落实|完善|提升|开展|建立|严格|提高|健全|促进|推动|深化|强化|贯彻|坚持|确保|召开|印发|制定|严肃|认真|切实"
)
# A word that the segmenter takes with what stands before it: 进一步提高, 刚刚开始.
_JOINED = ("i", "l", "nr", "d")
_THIS = ("本", "该", "此", "上述", "前款", "前述", "》", "）")
_MARKS = re.compile(r"[，。；]")
_NEAR = 30


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        text = piece.text
        small, longer = list(_SMALL.finditer(text)), list(_LONGER.finditer(text))
        if not small and not longer:
            continue
        words = context.words(text)
        for match in small:
            if {match.start(), match.start() + 1} <= words.starts and match.end() in words.ends:
                yield in_piece(piece, match.start(), match.end(), text=match[0])
        for match in longer:
            # The heads of a table that was copied as one line hold no mark.
            near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if _said_in_it(match, text):
                continue
            if _MARKS.search(near) and _is_doubled(match, words):
                yield in_piece(piece, match.start(), match.end(), text=match[0])


def _is_doubled(match: re.Match[str], words: Words) -> bool:
    word, start, end = match["word"], match.start(), match.end()
    middle = match.end("word")
    if _SAID.fullmatch(word) or middle not in words.starts:
        return False
    doing = bool(_DOING.fullmatch(word))
    if not doing and end not in words.ends:
        return False
    first = words.covering(start)
    if first.start != start and not (
        first.end == middle and first.tag in _JOINED and start - first.start > 1
    ):
        return False
    return doing or not _leads_a_compound(words.covering(middle), end, words)


def _said_in_it(match: re.Match[str], text: str) -> bool:
    """Say whether the first is what says so and the second what it says: 本规定规定的条件."""
    before = text[: match.start()]
    return text.startswith("的", match.end()) and before.endswith(_THIS)


def _leads_a_compound(second: Word, end: int, words: Words) -> bool:
    """Say whether the second word belongs to a noun behind it: 网络|网络层, 土地|土地补偿."""
    if second.end != end or (second.tag[0] not in "nj" and second.tag != "vn"):
        return False
    behind = words.words[words.index_at(end - 1) + 1 : words.index_at(end - 1) + 2]
    return bool(behind) and behind[0].tag[0] in "nvk"


RULE = Rule("typography.repeated_words", Level.WARNING, "通报自身", __doc__, _check)
