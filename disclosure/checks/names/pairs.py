"""names.pairs: 《》 “” ‘’ （） 〔〕 are closed in the order in which they were opened.

Good: 印发《关于规范“双招双引”工作（试行）的通知》。
Bad: 印发《关于规范“双招双引工作（试行）的通知》。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.quantities import words_before
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.model.faults import Path

_CLOSING = {
    "》": "《", "”": "“", "’": "‘", "）": "（", "〕": "〔", "】": "【", "〉": "〈", "」": "「",
}  # fmt: skip
_MOST_PARAGRAPHS = 3
_OPENING = frozenset(_CLOSING.values())
_STRAIGHT = '"'
_MARKS = re.compile(f"[{''.join(_CLOSING)}{''.join(_OPENING)}(){_STRAIGHT}]")
# 1) and a) number things, (一) is a half-width pair: half-width ones are judged by themselves.
_NUMBERED = re.compile(
    r"(?:^|[\s；;，,。：:])(?:[0-9a-zA-Z]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*$"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    found = [
        (number, finding)
        for number, piece in enumerate(context.pieces)
        for finding in _unpaired(piece)
    ]
    closed_later: set[int] = set()
    for (number, opened), (next_number, closed) in pairwise(found):
        # A quotation, or a remark in brackets, of two or three paragraphs.
        apart = next_number - number
        if 0 < apart <= _MOST_PARAGRAPHS and _closes(opened, closed):
            closed_later |= {id(opened), id(closed)}
    yield from (
        each
        for _, each in found
        if id(each) not in closed_later and not _goes_on(each, context.pieces)
    )


def _goes_on(opened: Finding, pieces: tuple[PrintedText, ...]) -> bool:
    """Whether a quotation goes on in the next paragraph, which begins with “ again."""
    if _mark(opened) != "“" or opened.piece is None:
        return False
    number = next(n for n, piece in enumerate(pieces) if piece is opened.piece)
    following = pieces[number + 1 : number + 2]
    return any(each.text.startswith("“") for each in following)


def _closes(opened: Finding, closed: Finding) -> bool:
    first, last = _mark(opened), _mark(closed)
    return _CLOSING.get(last) == first and _parent(opened) == _parent(closed)


def _mark(finding: Finding) -> str:
    mark = dict(finding.params)["text"]
    return {"(": "（", ")": "）"}.get(mark, mark)


def _parent(finding: Finding) -> Path:
    """Return where the paragraphs stand that a text is one of."""
    return tuple(part for part in finding.path if not isinstance(part, int))


def _unpaired(piece: PrintedText) -> Iterator[Finding]:
    open_: list[tuple[str, int]] = []
    for match in _MARKS.finditer(piece.text):
        mark, at = match[0], match.start()
        mark = {"(": "（", ")": "）"}.get(mark, mark)
        if mark == _STRAIGHT:
            # It stands for either; typography.quotes says that it is none.
            mark = "”" if any(opened == "“" for opened, _ in open_) else "“"
        if mark in _OPENING:
            open_.append((mark, at))
        elif open_ and open_[-1][0] == _CLOSING[mark]:
            open_.pop()
        elif any(opened == _CLOSING[mark] for opened, _ in open_):
            # What was opened in between is the one that was not closed.
            while open_[-1][0] != _CLOSING[mark]:
                lost = open_.pop()[1]
                if piece.text[lost] == _STRAIGHT:
                    continue
                yield in_piece(piece, lost, lost + 1, text=piece.text[lost])
            open_.pop()
        elif not (mark == "’" and _is_apostrophe(piece.text, at)) and not (
            mark == "）" and _NUMBERED.search(words_before(piece.text, at))
        ):
            yield in_piece(piece, at, at + 1, text=piece.text[at])
    for at in (at for _, at in open_ if piece.text[at] != _STRAIGHT):
        yield in_piece(piece, at, at + 1, text=piece.text[at])


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()


RULE = Rule("names.pairs", Level.ERROR, "GB/T 15834—2011 4.8、4.9、4.15", __doc__, _check)
