"""typography.damaged: no character was lost when the text was copied, saved or sent.

What stands in its place tells nobody what it was, so that nothing here is mended.

Good: 由王建国同志负责，〇五年完成。
Bad: 由王�国同志负责。
Bad: 由李?同志负责。
"""

import re
from collections.abc import Iterator

from disclosure.characters import PRIVATE
from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import SENTENCE, Level

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
# 锟斤拷 is U+FFFD read as GBK, 烫烫 and 屯屯 are memory that nobody wrote to; 〓 is what
# typesetters put where a character is missing, ? what a narrow encoding does.
_LOST = re.compile(
    rf"\ufffd+|锟斤(?:拷锟斤)*拷?|(?:烫烫|屯屯){{2,}}|〓+|(?<=[{_HAN}])\?{{2,}}|\?{{2,}}(?=[{_HAN}])"
    rf"|(?<=[{_HAN}])\?(?=[{_HAN}，。；：、！）》”]|$)|[{PRIVATE}]+"
)
# What every one of them begins with: looked for first, for nearly all texts have none.
_SIGNS = re.compile(rf"[\ufffd锟烫屯〓?{PRIVATE}]")
_SENTENCES = {
    "\ufffd": "typography.damaged_replaced",
    "锟烫屯": "typography.damaged_encoding",
    "〓": "typography.damaged_blank",
    "?": "typography.damaged_question",
}
_CLAUSE = re.compile(r"[，。；：、！\n]")
_ASKING = re.compile(r"[吗呢么谁何哪几怎吧嘛]|是否|能否|可否|多少|有没有|是不是|要不要")


def asks(text: str, at: int) -> bool:
    """Say whether the half-width question mark at ``at`` ends a question."""
    before = _CLAUSE.split(text[max(0, at - 60) : at])[-1]
    return bool(_ASKING.search(before))


def lost_characters(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in the place of characters that were lost."""
    if not _SIGNS.search(text):
        return
    for match in _LOST.finditer(text):
        if match[0] != "?" or not asks(text, match.start()):
            yield match


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in lost_characters(piece.text):
            points = " ".join(f"U+{ord(character):04X}" for character in match[0][:8])
            params = {"text": match[0], "points": points, SENTENCE: _sentence(match[0])}
            yield in_piece(piece, match.start(), match.end(), **params)


def _sentence(text: str) -> str:
    """Return which sentence says what was lost and where to get it back."""
    return next((code for signs, code in _SENTENCES.items() if text[0] in signs), "")


RULE = Rule("typography.damaged", Level.ERROR, "GB 18030—2022", __doc__, _check)
