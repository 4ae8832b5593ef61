"""typography.quoted_term: a term that stands in quotes elsewhere stands in quotes here.

Good: 推进“双招双引”工作。服务“双招双引”大局。做好“双招双引”宣传。
Bad: 推进“双招双引”工作。服务“双招双引”大局。谋划“双招双引”项目。做好双招双引宣传。
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_QUOTED = re.compile(r"[“‘](?=[^”’]{0,9}[\u4e00-\u9fff]{2})([^“”‘’，。；]{3,10})[”’]")
_INSIDE = re.compile(r"“[^“”]{0,200}”|《[^《》]{0,200}》")
# Once may be a quotation; three times, and never more often without, is a habit.
_OFTEN = 3
_MOST = 60


def _check(context: NoticeContext) -> Iterator[Finding]:
    terms = Counter(m[1] for piece in context.prose for m in _QUOTED.finditer(piece.text))
    often = [term for term, count in terms.most_common(_MOST) if count >= _OFTEN]
    bare: dict[str, list[Finding]] = {term: [] for term in often}
    for piece in context.prose:
        quoted = [match.span() for match in _INSIDE.finditer(piece.text)]
        starts = [start for start, _ in quoted]
        for term in often:
            at = piece.text.find(term)
            while at >= 0:
                inside = bisect_right(starts, at) - 1
                if inside < 0 or at >= quoted[inside][1]:
                    bare[term].append(in_piece(piece, at, at + len(term), text=term))
                at = piece.text.find(term, at + 1)
    for term in often:
        if len(bare[term]) * 2 < terms[term]:
            yield from bare[term]


RULE = Rule("typography.quoted_term", Level.INFO, "GB/T 15834—2011 4.8.3.2", __doc__, _check)
