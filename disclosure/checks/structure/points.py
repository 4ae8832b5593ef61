"""structure.points: a list has as many items as the words before it say.

Good: 会议提出三点要求：一是加强学习；二是健全制度；三是开展培训。
Good: 对2个村的问题进行整改：一是清退资金；二是健全制度；三是开展培训。
Good: 提出三点要求：一是加强学习；二是健全制度。第三，开展培训。
Good: 做到“三个到位”：认识到位、责任到位、措施到位。
Good: 落实“三个坚持”：坚持原则、坚持标准，坚持问题导向。
Bad: 会议提出三点要求：一是加强学习；二是健全制度。
Bad: 主要做好两点：一是抓学习；二是抓落实；三是抓考核。
Bad: 做到“三个到位”：认识到位、责任到位、措施到位、监督到位。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.enumerations import STYLES, item_marks, said_otherwise
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.zh.numerals import number_of

_NUMBER = r"(?<![第一二三四五六七八九十百\d.])(?P<number>[二两三四五六七八九]|[2-9])"
_KIND = (
    "要求|意见|建议|希望|举措|措施|任务|原则|特点|原因|做法|体会|经验|阶段|环节|步骤|工作|内容|考虑"
    "|启示|目标"
)
# 2个村：一是… counts villages; only words for what a list holds count the list.
_SAID = re.compile(
    rf"{_NUMBER}(?:点(?:{_KIND})|(?<![2-9])(?<![午晚晨]\S)点|个?方面(?:的)?(?:{_KIND})?|[条项个](?:具体|重点|主要|工作)?(?:{_KIND}))"
    r"(?:如下|即|分别是|主要是)?[：:，,]\s*(?:即|分别是|主要是)?(?=(?:一是|一要|第一[，、,]|[（(][1一][）)]|1[.．]))"
)
_ALIKE = re.compile(
    rf"{_NUMBER}个(?P<same>[\u4e00-\u9fff]{{2,4}})[”’\"]?(?:的?(?:要求|目标|原则|标准|工作法))?"
    r"(?:[：:]|[，,]?即|——|（)(?P<list>[^。；：:！？（）]{6,200})(?:[。；！？）]|$)"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    pieces = context.prose
    for at, piece in enumerate(pieces):
        text = piece.text
        for match in _SAID.finditer(text):
            follower = pieces[at + 1].text if at + 1 < len(pieces) else ""
            found = _listed(text, match.end(), follower)
            if found and found != number_of(match["number"]):
                yield _finding(piece, match, match[0].rstrip("：:，, "), found)
        for match in _ALIKE.finditer(text) if "个" in text else ():
            found = _alike(match["list"].strip('”’" '), match["same"])
            if found and found != number_of(match["number"]):
                yield _finding(piece, match, match[0], found)


def _finding(piece: PrintedText, match: re.Match[str], shown: str, found: int) -> Finding:
    return in_piece(piece, match.start(), match.start() + len(shown), text=shown, found=str(found))


def _listed(text: str, begin: int, follower: str) -> int:
    """Return how many items a list has; 0 where nobody can say."""
    for style in STYLES:
        marks = item_marks(text[begin - 1 :], style)
        if not marks or marks[0].number != 1 or marks[0].start > 2:
            continue
        count = 0
        for mark in marks:
            if mark.number == 1 and count:
                return 0  # another list, in an item or behind
            if mark.number != count + 1:
                return 0  # structure.enumeration says it
            count = mark.number
        more = count + 1
        rest = text[begin - 1 + marks[-1].end :]
        return 0 if said_otherwise(rest, more) or said_otherwise(follower[:8], more) else count
    return 0


def _alike(listed: str, same: str) -> int:
    """Return how many items repeat the same word, each its own; 0 where some do not."""
    items = [each.strip('”“’‘" ') for each in re.split("[、，,]|以及|和(?=坚持)", listed)]
    if len(items) < 2 or len(set(items)) < len(items):
        return 0
    ends = all(each.endswith(same) and each != same for each in items)
    begins = all(each.startswith(same) and each != same for each in items)
    return len(items) if ends or begins else 0


RULE = Rule("structure.points", Level.WARNING, "通报自身", __doc__, _check)
