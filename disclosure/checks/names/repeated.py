"""names.repeated: an organisation that the notice names often is named alike each time.

Good: 成立意识形态工作领导小组。意识形态工作领导小组召开会议。意识形态工作领导小组研判。
Bad: 成立意识形态工作领导小组。意识形态工作领导小组召开会议。意识形态工领导小组研判。
"""

import re
from collections import Counter
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.slips import is_slip
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

# Begins behind a mark or a word that cannot be part of a name.
_ORGANISATION = re.compile(
    r"(?:(?<=[，。；：、（(“《\s])|^)"
    r"(?P<name>[\u4e00-\u9fff]{2,24}?(?:领导小组|工作专班|委员会|办公室|服务中心|党总支|党支部|党组|巡察组|纪检监察组|局|中心))"
)
_VERB = re.compile(r"^(?:成立|召开|组建|参加|印发|设立|通过|调整|提请|经|由|对|向|在|将|与|和)")
_SHORTEST = 7
_MOST = 400


def _check(context: NoticeContext) -> Iterator[Finding]:
    places: dict[str, list[tuple[PrintedText, int, int]]] = {}
    for piece in context.prose:
        for match in _ORGANISATION.finditer(piece.text):
            name = _VERB.sub("", match["name"])
            if len(name) >= _SHORTEST:
                place = (piece, match.end("name") - len(name), match.end("name"))
                places.setdefault(name, []).append(place)
    counts = Counter({name: len(found) for name, found in places.items()})
    if len(counts) > _MOST:
        return
    often = [name for name, count in counts.items() if count > 1]
    for name, count in counts.items():
        right = next((other for other in often if _slipped(name, other)), None)
        if count == 1 and right:
            piece, start, end = places[name][0]
            yield in_piece(piece, start, end, text=name, name=right)


def _slipped(name: str, other: str) -> bool:
    # First character kept, as in ``near``; two offices may differ by a word.
    return name[0] == other[0] and name != other and is_slip(name, other)


RULE = Rule("names.repeated", Level.WARNING, "通报自身", __doc__, _check)
