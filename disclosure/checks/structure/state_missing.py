"""structure.state_missing: a problem whose state was told before has one in the follow-up, too.

Good::
    earlier: {sections: [{title: 甲, progress: 在改。, status: 正在整改}]}
    continues: first
    sections: [{title: 甲, outcomes: 已改。, status: 已完成}]
Bad::
    earlier: {sections: [{title: 甲, progress: 在改。, status: 正在整改}]}
    continues: first
    sections: [{title: 甲, outcomes: 已改。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.follow_up import states_of


def _check(context: NoticeContext) -> Iterator[Finding]:
    if context.follow_up is None:
        return
    for node in context.outline.nodes:
        for place in context.follow_up.origins.get(node.anchor, ()):
            before = states_of(place.node.section)
            if before and not states_of(node.section):
                last = "、".join(dict.fromkeys(state.value for state in before.values()))
                yield at_value((*node.path, "title"), before=last)
                break


RULE = Rule("structure.state_missing", Level.ERROR, "上一篇通报", __doc__, _check)
