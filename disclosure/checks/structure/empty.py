"""structure.empty: no heading stands without a word under it.

Good::
    sections: [{title: 下一步工作, body: 持续整改。}]
Bad::
    sections: [{title: 下一步工作}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    for node in context.outline.nodes:
        section = node.section
        filled = (
            section.content
            or section.body
            or section.tables
            or section.has_response
            or node.children
        )
        if not filled and not node.problem and not _says_enough(section.title):
            yield at_value((*node.path, "title"), title=section.title)


def _says_enough(title: str) -> bool:
    return title.endswith(("。", "！", "；"))


RULE = Rule("structure.empty", Level.WARNING, "通报自身", __doc__, _check)
