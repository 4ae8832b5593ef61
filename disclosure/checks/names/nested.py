"""names.nested: inside “ ” stand ‘ ’, inside 《 》 stand 〈 〉.

Good: 建立“泾县‘双招双引’工作群”。
Bad: 建立“泾县“双招双引”工作群”。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_NESTED = re.compile(r"“[^”]*“|《[^》]*《")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.whole():
        for match in _NESTED.finditer(piece.text):
            if _closes_twice(piece.text, match.end()):
                yield in_piece(piece, match.end() - 1, match.end(), text=match[0][-1])


def _closes_twice(text: str, at: int) -> bool:
    """Whether both marks are closed; if not, one is missing and names.pairs says it."""
    closing = {"“": "”", "《": "》"}[text[at - 1]]
    first = text.find(closing, at)
    again = re.search(f"[{text[at - 1]}{closing}]", text[first + 1 :]) if first >= 0 else None
    return again is not None and again[0] == closing


RULE = Rule("names.nested", Level.WARNING, "GB/T 15834—2011 4.8.3.3、4.15.3.4", __doc__, _check)
