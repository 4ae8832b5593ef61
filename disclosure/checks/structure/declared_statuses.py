"""structure.declared_statuses: totals under ``declared.statuses`` are those of the problems.

Good::
    declared: {statuses: {已完成: 1}}
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Bad::
    declared: {statuses: {已完成: 2}}
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
"""

from collections import Counter
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    problems = [node.section for node in context.outline.nodes if node.problem]
    given = Counter(problem.status for problem in problems if problem.status)
    everywhere = sum(given.values()) == len(problems)
    for status, count in context.notice.declared.statuses.items():
        if (everywhere or given[status]) and given[status] != count:
            yield at_value(
                ("declared", "statuses", str(status)),
                status=str(status),
                declared=str(count),
                found=str(given[status]),
            )


RULE = Rule("structure.declared_statuses", Level.ERROR, "通报自身", __doc__, _check)
