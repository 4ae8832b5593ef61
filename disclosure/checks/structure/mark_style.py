"""structure.mark_style: a typed mark has the style of the headings beside it.

Good::
    sections:
      - {title: 甲, mark: 一、, body: 文字。}
      - {title: 乙, mark: 二、, body: 文字。}
Bad::
    sections:
      - {title: 甲, mark: 一、, body: 文字。}
      - {title: 乙, mark: （二）, body: 文字。}
"""

import re
from collections.abc import Iterator, Sequence

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.marks import NO_MARK
from disclosure.model.outline import Node

_NUMBER = re.compile(r"\d+|[一二三四五六七八九十百]+")


def _check(context: NoticeContext) -> Iterator[Finding]:
    yield from _siblings(context.outline.chapters)
    for node in context.outline.nodes:
        yield from _siblings(node.children)


def _siblings(nodes: Sequence[Node]) -> Iterator[Finding]:
    before: Node | None = None
    for node in nodes:
        typed = node.section.mark
        # （附） numbers nothing.
        if typed == NO_MARK or not _NUMBER.search(node.mark):
            continue
        # The level of a heading is told by its mark: （二） beside 一、 is one level too low.
        if before and typed and _style(node.mark) != _style(before.mark):
            yield at_value((*node.path, "mark"), mark=node.mark, other=before.mark)
        before = node


def _style(mark: str) -> tuple[str, bool]:
    return _NUMBER.sub("", mark).strip(), any(
        character.isdigit() and character.isascii() for character in mark
    )


RULE = Rule("structure.mark_style", Level.WARNING, "GB/T 9704—2012 7.3.3", __doc__, _check)
