"""structure.headings_twice: headings beside each other are not the same.

Good::
    sections:
      - {title: 理论学习不深入, body: 文字。}
      - {title: 制度执行不严格, body: 文字。}
Good::
    sections:
      - {title: 整改情况, body: 文字。}
      - {title: 整改情况, body: 其他文字。}
Bad::
    sections:
      - {title: 理论学习不深入, body: 文字。}
      - {title: 理论学习不深入, body: 其他文字。}
"""

from collections.abc import Iterator, Sequence

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.outline import Node

# 整改情况 and 存在问题 name a part; the same name may stand under each of several texts.
_SHORTEST = 6


def _check(context: NoticeContext) -> Iterator[Finding]:
    yield from _siblings(context.outline.chapters)
    for node in context.outline.nodes:
        yield from _siblings(node.children)


def _siblings(nodes: Sequence[Node]) -> Iterator[Finding]:
    seen: set[str] = set()
    for node in nodes:
        title = node.section.title.rstrip("。，；： ")
        if len(title) >= _SHORTEST and title in seen:
            yield at_value((*node.path, "title"), title=title)
        seen.add(title)


RULE = Rule("structure.headings_twice", Level.WARNING, "通报自身", __doc__, _check)
