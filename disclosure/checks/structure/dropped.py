"""structure.dropped: a follow-up reports every problem of the notice before it, or says why not.

Good::
    earlier: {sections: [{title: 甲, progress: 在改。}, {title: 乙, progress: 在改。}]}
    continues: first
    sections: [{title: 甲, progress: 在改。}]
    dropped: [{id: s-2, reason: 关于乙的问题已于上次完成整改，此次不再报告。}]
Good::
    earlier: {sections: [{title: 甲, id: first-one, progress: 在改。}]}
    continues: first
    sections: [{title: 甲的前半，另外写法, continues: first-one, progress: 在改。}]
Bad::
    earlier: {sections: [{title: 甲, progress: 在改。}, {title: 乙, progress: 在改。}]}
    continues: first
    sections: [{title: 甲, progress: 在改。}, {title: 乙的后续, progress: 在改。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.outline import title_in_lists


def _check(context: NoticeContext) -> Iterator[Finding]:
    if context.follow_up is None:
        return
    explained = {each.id for each in context.notice.dropped}
    for node in context.follow_up.missing:
        if node.anchor not in explained:
            title = title_in_lists(node.section.title)
            number = str(node.problem)
            yield at_value(("continues",), number=number, title=title, id=node.anchor)


RULE = Rule("structure.dropped", Level.ERROR, "上一篇通报", __doc__, _check)
