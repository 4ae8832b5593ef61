"""names.pairs: 《》 “” ‘’ （） 〔〕 are closed in the order in which they were opened.

Good: 印发《关于规范“双招双引”工作（试行）的通知》。
Bad: 印发《关于规范“双招双引工作（试行）的通知》。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText

_CLOSING = {
    "》": "《", "”": "“", "’": "‘", "）": "（", "〕": "〔", "】": "【", "〉": "〈", "」": "「",
}  # fmt: skip
_OPENING = frozenset(_CLOSING.values())
_MARKS = re.compile(f"[{''.join(_CLOSING)}{''.join(_OPENING)}()]")
# 1) and a) number things, (一) is a half-width pair: half-width ones are judged by themselves.
_NUMBERED = re.compile(r"(?:^|[\s；;，,。])[0-9a-zA-Z]{1,2}$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        yield from _unpaired(piece)


def _unpaired(piece: PrintedText) -> Iterator[Finding]:
    open_: list[tuple[str, int]] = []
    for match in _MARKS.finditer(piece.text):
        mark, at = match[0], match.start()
        mark = {"(": "（", ")": "）"}.get(mark, mark)
        if mark in _OPENING:
            open_.append((mark, at))
        elif open_ and open_[-1][0] == _CLOSING[mark]:
            open_.pop()
        elif any(opened == _CLOSING[mark] for opened, _ in open_):
            # What was opened in between is the one that was not closed.
            while open_[-1][0] != _CLOSING[mark]:
                lost = open_.pop()[1]
                yield in_piece(piece, lost, lost + 1, text=piece.text[lost])
            open_.pop()
        elif not (mark == "’" and _is_apostrophe(piece.text, at)) and not (
            mark == "）" and _NUMBERED.search(words_before(piece.text, at))
        ):
            yield in_piece(piece, at, at + 1, text=piece.text[at])
    for _, at in open_:
        yield in_piece(piece, at, at + 1, text=piece.text[at])


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()


RULE = Rule("names.pairs", Level.ERROR, "GB/T 15834—2011 4.8、4.9、4.15", __doc__, _check)
