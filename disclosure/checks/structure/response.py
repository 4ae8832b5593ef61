"""structure.response: every problem says what was done about it.

Good::
    sections: [{title: 甲, kind: 问题, outcomes: 已改。}]
Good::
    sections:
      - {title: 甲, responses: [{label: 整改情况, text: 一并整改。, about: b}]}
      - {title: 乙, id: b, kind: 问题, body: 文字。}
Good::
    sections:
      - title: 问题整改情况
        content:
          - sections: [{title: 甲, kind: 问题}, {title: 乙, kind: 问题}]
          - 甲、乙两个问题一并整改：已改。
Good::
    sections:
      - title: 甲
        kind: 问题
        content: [{table: {row_heads: true, rows: [[整改措施, 已改], [责任单位, 某局]]}}]
Bad::
    sections: [{title: 甲, kind: 问题, body: 文字。}, {title: 乙, kind: 问题, outcomes: 已改。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.about import shared_answers
from disclosure.model.content import ordered
from disclosure.model.faults import Path
from disclosure.model.outline import Node
from disclosure.model.section import ANSWERS


def _check(context: NoticeContext) -> Iterator[Finding]:
    together = {path for node in context.outline.nodes for path in _answered_together(node)}
    shared = {each.name for each in shared_answers(context.outline)}
    for node in context.outline.nodes:
        answered = _is_answered(node) or node.path in together or node.anchor in shared
        if node.problem and not answered:
            yield at_value((*node.path, "title"), title=node.section.title)


def _is_answered(node: Node) -> bool:
    """Say whether a problem is answered: itself, in a table, or by parts that are no problems."""
    if node.section.has_response or any(
        block.kind == "table" and block.value.row_heads for block in ordered(node.section)
    ):
        return True
    return any(_is_answered(child) for child in node.children if not child.problem)


def _answered_together(node: Node) -> Iterator[Path]:
    """Yield the sections that text of the section above them follows: it may answer them all."""
    waiting: list[Path] = []
    for block in ordered(node.section) if node.section.content else ():
        if block.kind == "sections":
            waiting += [(*node.path, *block.path, n) for n, _ in enumerate(block.value)]
        elif block.kind == "text" or block.kind == "answer" or block.kind in ANSWERS:
            yield from waiting


RULE = Rule("structure.response", Level.ERROR, "通报自身", __doc__, _check)
