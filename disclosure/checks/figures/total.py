"""figures.total: a stated total is the sum of its parts, wherever it stands.

The parts stand in brackets, behind a colon or 分别为, or in front of 共计. Of parts behind 其中,
figures.among tells.

Good: 诫勉3人、谈话提醒5人、批评教育4人，共计12人。
Good: 制定整改措施36条（立行立改12条，限期整改18条，长期坚持6条）。
Good: 共有党员36人（男20人、女16人、35岁以下10人）。
Good: 共召开会议12次：党组会4次、专题会8次。
Good: 额度上浮10万元（双方90万元、单方60万元）。
Bad: 诫勉3人、谈话提醒6人、批评教育4人，共计12人。
Bad: 制定整改措施36条（立行立改12条，限期整改18条，长期坚持8条）。
Bad: 共召开会议12次：党组会4次、专题会9次。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.chains import Chain
from disclosure.checks.reading.quantities import Quantity
from disclosure.checks.reading.totals import wrong_sums
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.document.printed import PrintedText


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece, quantities in context.quantities:
        for total, chain, complete in wrong_sums(piece.text, quantities):
            if complete:
                yield sum_finding(piece, total, chain)


def sum_finding(piece: PrintedText, total: Quantity, chain: Chain) -> Finding:
    """Return the finding of a total that its parts do not give; ``figures.among`` has it too."""
    told = {"text": total.written, "parts": chain.written, "found": f"{chain.sum:f}"}
    return in_piece(piece, total.start, total.end, **told)


RULE = Rule("figures.total", Level.ERROR, "通报自身", __doc__, _check)
