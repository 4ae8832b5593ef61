"""structure.response: every problem says what was done about it.

Good::
    sections: [{title: 甲, kind: 问题, outcomes: 已改。}]
Bad::
    sections: [{title: 甲, kind: 问题, body: 文字。}, {title: 乙, kind: 问题, outcomes: 已改。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for node in context.outline.nodes:
        if node.problem and not node.section.has_response:
            yield at_value((*node.path, "title"), title=node.section.title)


RULE = Rule("structure.response", Level.ERROR, "通报自身", __doc__, _check)
