"""names.persons: a person who is named with the same post twice has the same name.

Good: 党组书记张建国主持会议。党组书记张建国提出三点要求。
Bad: 党组书记张建国主持会议。党组书记张健国最后作总结。
"""

import re
from collections import Counter
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.alike import alike
from disclosure.checks.reading.personal import NAME
from disclosure.checks.reading.words import Words
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_POST = re.compile(
    r"(?P<post>书记|副书记|主任|局长|县长|市长|区长|镇长|乡长|部长|组长|科长|股长|站长|所长|院长|校长"
    r"|处长|厅长|省长|主席|委员|常委|秘书长|经理|董事长|同志)"
)
_NAME = re.compile(NAME)
# Of a name of two characters, one could change into another person's.
_SIZE = 3
_MOST = 400

Place = tuple[PrintedText, int, int]


def _check(context: NoticeContext) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[Place]] = {}
    for piece in context.prose:
        for match in _POST.finditer(piece.text):
            name = _NAME.match(piece.text, match.end())
            if (
                name
                and len(name[0]) == _SIZE
                and not _begins_word(context.words(piece.text), name.end() - 1)
            ):
                place = (piece, name.start(), name.end())
                found.setdefault((match["post"], name[0]), []).append(place)
    if len(found) > _MOST:
        return
    often = Counter({key: len(places) for key, places in found.items()})
    known = [key for key, _ in often.most_common()]
    for position, (post, shown) in enumerate(known):
        right = next((n for p, n in known[:position] if p == post and _misread(shown, n)), None)
        if right:
            for piece, start, end in found[post, shown]:
                yield in_piece(piece, start, end, text=shown, name=right)


def _begins_word(words: Words, at: int) -> bool:
    """Whether a word of several characters begins at ``at``: of 张健主持 the name is 张健."""
    return at in words.starts and at + 1 not in words.ends


def _misread(name: str, other: str) -> bool:
    """Whether two names of one surname differ in one character that is easily mistaken."""
    pairs = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and name[0] == other[0] and alike(*pairs[0])


RULE = Rule("names.persons", Level.WARNING, "通报自身", __doc__, _check)
