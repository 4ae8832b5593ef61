"""structure.declared_statuses: totals under ``declared.statuses`` are those of the problems.

Good::
    declared: {statuses: {已完成: 1}}
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Good::
    declared: {statuses: {已完成: 2}}
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 已改。, status: 已完成并持续整改}
Good::
    declared: {problems: 3, listed: 1, statuses: {已完成: 2, 正在整改: 1}}
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Bad::
    declared: {problems: 3, listed: 2, statuses: {已完成: 1, 正在整改: 2}}
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 已改。, status: 已完成}
Bad::
    declared: {statuses: {已完成并长期坚持: 2}}
    sections:
      - {title: 甲, outcomes: 已改。, status: 已完成}
      - {title: 乙, outcomes: 已改。, status: 已完成并长期坚持}
Bad::
    declared: {statuses: {已完成: 2}}
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
"""

from collections import Counter
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.status_counts import counts_of
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    problems = [node.section for node in context.outline.nodes if node.problem]
    given = Counter(problem.status for problem in problems if problem.status)
    everywhere = sum(given.values()) == len(problems)
    for status, count in context.notice.declared.statuses.items():
        counts = counts_of(given, status)
        if context.outline.partial:
            wrong = count < min(counts)
        else:
            wrong = (everywhere or any(counts)) and count not in counts
        if wrong:
            yield at_value(
                ("declared", "statuses", str(status)),
                status=str(status),
                declared=str(count),
                found=str(counts[0]),
            )


RULE = Rule("structure.declared_statuses", Level.ERROR, "通报自身", __doc__, _check)
