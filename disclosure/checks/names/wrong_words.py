"""names.wrong_words: none of the listed wrong words stands in the text.

Good: 中华人民共和国成立以来。
Good: 举办干部暑期培训班，公布署名文章。
Bad: 中共人民共和国成立以来。
Bad: 整改任务己经完成。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.neighbours import places_of
from disclosure.checks.reading.words import stands_as_word
from disclosure.checks.rule import Check, Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText
from disclosure.model.terms import Replacement


def wrong_words_check(*, doubtful: bool) -> Check:
    """Return a check of those listed words that are, or are not, doubtful."""

    def check(context: NoticeContext) -> Iterator[Finding]:
        for pair in context.terms.wrong_words:
            if pair.doubtful == doubtful and context.joined.holds(pair.wrong):
                for piece in context.joined.pieces:
                    yield from _in_one(context, piece, pair)

    return check


def _in_one(context: NoticeContext, piece: PrintedText, pair: Replacement) -> Iterator[Finding]:
    if pair.wrong not in piece.text:
        return
    for start, end in places_of(pair.wrong, pair, piece.text):
        if not _is_right(piece.text, start, pair) and _is_meant(context, piece.text, start, pair):
            yield in_piece(piece, start, end, text=pair.wrong, right=pair.right)


def _is_right(text: str, at: int, pair: Replacement) -> bool:
    """Whether the wrong word is only a part of the right one."""
    inner = pair.right.find(pair.wrong)
    return inner >= 0 and text[max(0, at - inner) :].startswith(pair.right)


def _is_meant(context: NoticeContext, text: str, start: int, pair: Replacement) -> bool:
    """Whether the characters are that word, and no ends of others: 公布署名 holds no 布署."""
    end = start + len(pair.wrong)
    if len(pair.wrong) == 1 or pair.before or pair.after:
        return True
    return stands_as_word(context.words, text, start, end, pair.right)


RULE = Rule(
    "names.wrong_words",
    Level.ERROR,
    "国办秘函〔2019〕19号（严重表述错误）",
    __doc__,
    wrong_words_check(doubtful=False),
)
