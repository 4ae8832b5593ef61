"""structure.response: every problem says what was done about it.

Good::
    sections: [{title: 甲, kind: 问题, outcomes: 已改。}]
Good::
    sections:
      - {title: 甲, responses: [{label: 整改情况, text: 一并整改。, about: b}]}
      - {title: 乙, id: b, kind: 问题, body: 文字。}
Bad::
    sections: [{title: 甲, kind: 问题, body: 文字。}, {title: 乙, kind: 问题, outcomes: 已改。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.about import shared_answers


def _check(context: NoticeContext) -> Iterator[Finding]:
    shared = {name for _, name in shared_answers(context.outline)}
    for node in context.outline.nodes:
        if node.problem and not node.section.has_response and node.anchor not in shared:
            yield at_value((*node.path, "title"), title=node.section.title)


RULE = Rule("structure.response", Level.ERROR, "通报自身", __doc__, _check)
