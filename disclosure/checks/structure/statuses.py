"""structure.statuses: totals by status agree with the statuses given and with the problems.

Good::
    lead: 反馈的2个问题已完成1个，正在整改1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 在改。, status: 正在整改}
Bad::
    lead: 反馈的2个问题已完成2个，正在整改1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 在改。, status: 正在整改}
"""

import re
from collections import Counter
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

_STATUS = (
    r"(?P<status>已完成|基本完成|正在整改|持续整改|长期坚持|未启动)(?:整改)?(?:的)?(?:问题)?(?:有)?"
)
_TOTAL = re.compile(rf"{_STATUS}(?P<count>\d{{1,4}})[个项]")
# One total alone may be of anything: 已完成验收6个.
_FEWEST = 2


def _check(context: NoticeContext) -> Iterator[Finding]:
    given = Counter(
        str(node.section.status)
        for node in context.outline.nodes
        if node.problem and node.section.status
    )
    declared = {str(key): count for key, count in context.notice.declared.statuses.items()}
    everywhere = sum(given.values()) == context.outline.problems
    for piece in context.prose:
        found = list(_TOTAL.finditer(piece.text))
        if len(found) < _FEWEST:
            continue
        for match in found:
            status, count = match["status"], int(match["count"])
            # Where not every problem carries its status, ``declared`` says how many there are.
            known = everywhere or given[status] > 0
            wanted = given[status] if known else declared.get(status, count)
            if wanted != count:
                yield in_piece(piece, match.start(), match.end(), text=match[0], found=str(wanted))
        total = sum(int(match["count"]) for match in found)
        if context.outline.problems and total != context.outline.problems:
            yield in_piece(
                piece,
                found[0].start(),
                found[-1].end(),
                text=f"{'＋'.join(match['count'] for match in found)}＝{total}",
                found=str(context.outline.problems),
            )


RULE = Rule("structure.statuses", Level.ERROR, "通报自身", __doc__, _check)
