"""timeline.as_of: 数据截至 in the text is the day under ``as_of``.

Good::
    as_of: 2022-01-31
    lead: 现将情况通报如下（数据截至2022年1月31日）。
Bad::
    as_of: 2022-01-31
    lead: 现将情况通报如下（数据截至2022年1月30日）。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_AS_OF = re.compile(r"(?:数据|统计|情况)(?:统计)?截(?:至|止)$")


def _check(context: NoticeContext) -> Iterator[Finding]:
    wanted = context.notice.as_of
    if wanted is None:
        return
    for piece, dates in context.dates:
        for found in dates:
            named = _AS_OF.search(piece.text, max(0, found.start - 10), found.start)
            if named and found.as_date not in {wanted, None}:
                text = piece.text[named.start() : found.end]
                yield in_piece(
                    piece, named.start(), found.end, text=text, wanted=wanted.isoformat()
                )


RULE = Rule("timeline.as_of", Level.ERROR, "通报自身", __doc__, _check)
