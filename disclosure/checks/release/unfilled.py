"""release.unfilled: what a new file leaves open is filled in.

Good: 共收到信访件12件。
Bad: 共收到信访件〔请填写〕件。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.model.genre import OPEN_END, OPEN_START

_OPEN = re.compile(f"{OPEN_START}[^{OPEN_END}]{{0,60}}{OPEN_END}?")


def _check(context: NoticeContext) -> Iterator[Finding]:
    # Contacts, too: a starter leaves them open like everything else.
    for piece in context.pieces:
        for match in _OPEN.finditer(piece.text):
            yield in_piece(piece, match.start(), match.end(), text=match[0])


RULE = Rule("release.unfilled", Level.ERROR, "通报自身", __doc__, _check)
