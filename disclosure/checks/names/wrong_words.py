"""names.wrong_words: none of the listed wrong words stands in the text.

Good: 中华人民共和国成立以来。
Bad: 中共人民共和国成立以来。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.whole():
        for pair in context.terms.wrong_words:
            at = piece.text.find(pair.wrong)
            while at >= 0:
                end = at + len(pair.wrong)
                if not _is_right(piece.text, at, pair.wrong, pair.right):
                    yield in_piece(piece, at, end, text=pair.wrong, right=pair.right)
                at = piece.text.find(pair.wrong, end)


def _is_right(text: str, at: int, wrong: str, right: str) -> bool:
    """Whether the wrong word is only a part of the right one."""
    inner = right.find(wrong)
    return inner >= 0 and text[at - inner :].startswith(right)


RULE = Rule(
    "names.wrong_words", Level.ERROR, "国办秘函〔2019〕19号（严重表述错误）", __doc__, _check
)
