"""structure.declared: the counts under ``declared`` are the counts of the tree.

Good::
    declared: {problems: 1}
    sections: [{title: 甲, outcomes: 已改。}]
Good::
    declared: {problems: 58, listed: 1, aspects: 12}
    sections: [{title: 甲, kind: 方面, outcomes: 已改。}]
Bad::
    declared: {problems: 58, listed: 15}
    sections: [{title: 甲, outcomes: 已改。}]
Bad::
    declared: {problems: 2}
    sections: [{title: 甲, outcomes: 已改。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_WORDS = {"categories": "大类", "aspects": "方面", "problems": "问题"}


def _check(context: NoticeContext) -> Iterator[Finding]:
    listed = context.notice.declared.listed
    if listed is not None:
        # How much of the rest is listed, nobody has said.
        if listed != (found := context.outline.problems):
            yield at_value(
                ("declared", "listed"), word="问题", declared=str(listed), found=str(found)
            )
        return
    for name, word in _WORDS.items():
        declared = getattr(context.notice.declared, name)
        found = getattr(context.outline, name)
        # A tree whose kinds nobody has marked cannot be counted by kind.
        if declared is not None and declared != found and (found or name == "problems"):
            yield at_value(("declared", name), word=word, declared=str(declared), found=str(found))


RULE = Rule("structure.declared", Level.ERROR, "通报自身", __doc__, _check)
