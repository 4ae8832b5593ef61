"""structure.statuses: totals by status agree with the statuses given and with the problems.

Good::
    lead: 反馈的2个问题已完成1个，正在整改1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 在改。, status: 正在整改}
Good::
    lead: 反馈的2个问题已完成1个，已完成并长期坚持1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 已改。, status: 已完成并长期坚持}
Good::
    lead: 反馈的3个问题已完成2个，未完成1个。
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 已改。, status: 已完成并长期坚持}
      - {title: 丙, outcomes: 在改。, status: 未完成}
Good::
    declared: {problems: 3, listed: 1}
    lead: 反馈的3个问题已完成2个，正在整改1个。
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Bad::
    lead: 反馈的2个问题部分完成1个，阶段性完成1个。
    sections:
      - {title: 甲, outcomes: 在改。, status: 未完成}
      - {title: 乙, outcomes: 在改。, status: 阶段性完成}
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
from disclosure.checks.reading.status_counts import counts_of
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level
from disclosure.model.status import Status

# The longest first: else 已完成 is read of 已完成并长期坚持3个.
_WORDS = "|".join(sorted(Status, key=len, reverse=True))
_STATUS = rf"(?P<status>{_WORDS})(?:整改)?(?:的)?(?:问题)?(?:有)?"
_TOTAL = re.compile(rf"{_STATUS}(?P<count>\d{{1,4}})[个项]")
# One total alone may be of anything: 已完成验收6个.
_FEWEST = 2


def _check(context: NoticeContext) -> Iterator[Finding]:
    given = Counter(
        node.section.status
        for node in context.outline.nodes
        if node.problem and node.section.status
    )
    declared = context.notice.declared.statuses
    wanted_total = context.outline.problems
    if context.outline.partial:
        wanted_total = context.notice.declared.problems or 0
    everywhere = sum(given.values()) == context.outline.problems
    for piece in context.prose:
        found = list(_TOTAL.finditer(piece.text))
        if len(found) < _FEWEST:
            continue
        for match in found:
            status, count = Status(match["status"]), int(match["count"])
            # Where not every problem carries its status, ``declared`` says how many there are.
            counts = counts_of(given, status)
            if context.outline.partial:
                counts = (max(count, min(counts)),)  # others may not be listed
            known = everywhere or any(counts)
            wanted = counts if known else (declared.get(status, count),)
            if count not in wanted:
                yield in_piece(
                    piece, match.start(), match.end(), text=match[0], found=str(wanted[0])
                )
        total = sum(int(match["count"]) for match in found)
        if wanted_total and total != wanted_total:
            yield in_piece(
                piece,
                found[0].start(),
                found[-1].end(),
                text=f"{'＋'.join(match['count'] for match in found)}＝{total}",
                found=str(wanted_total),
            )


RULE = Rule("structure.statuses", Level.ERROR, "通报自身", __doc__, _check)
