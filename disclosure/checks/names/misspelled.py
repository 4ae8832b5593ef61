"""names.misspelled: two characters are no word, but nearly a common one of such texts.

Good: 班子成员履行一岗双责，完善制度。
Bad: 班子成员履形一岗双责，完扇制度。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.misspellings import find_misspellings
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_OFTEN = 3


def _check(context: NoticeContext) -> Iterator[Finding]:
    listed = {pair.wrong for pair in context.terms.wrong_words}
    for piece in context.prose:
        for found in find_misspellings(piece.text, context.words(piece.text)):
            text = piece.text[found.start : found.end]
            # What the lists have is said by them; what stands there often is a word.
            if text not in listed and context.joined.text.count(text) < _OFTEN:
                yield in_piece(piece, found.start, found.end, text=text, right=found.right)


RULE = Rule("names.misspelled", Level.INFO, "通用规范汉字表；现代汉语词典", __doc__, _check)
