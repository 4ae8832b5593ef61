"""structure.declared_bodies: the counts by body add up to the problems that are declared.

Good::
    declared: {problems: 1, bodies: [{name: 镇本级, problems: 1}, {name: 30个村, problems: 0}]}
    sections: [{title: 甲, outcomes: 已改。}]
Bad::
    declared: {problems: 1, bodies: [{name: 镇本级, problems: 1}, {name: 30个村, problems: 2}]}
    sections: [{title: 甲, outcomes: 已改。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    declared = context.notice.declared
    found = sum(body.problems for body in declared.bodies)
    if declared.bodies and declared.problems is not None and declared.problems != found:
        yield at_value(("declared", "bodies"), declared=str(declared.problems), found=str(found))


RULE = Rule("structure.declared_bodies", Level.ERROR, "通报自身", __doc__, _check)
