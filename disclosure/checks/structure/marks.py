"""structure.marks: printed numbers of headings go up by one, without gap or repeat.

Good::
    sections:
      - {title: 甲, mark: 一、, body: 文字。}
      - {title: 乙, mark: 二、, body: 文字。}
Bad::
    sections:
      - {title: 甲, mark: 第一部分, body: 文字。}
      - {title: 乙, mark: 第三部分, body: 文字。}
Bad::
    sections:
      - {title: 甲, mark: 一、, body: 文字。}
      - {title: 乙, mark: 三、, body: 文字。}
"""

import re
from collections.abc import Iterator, Sequence

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.outline import Node
from disclosure.zh.numerals import number_of

_MARK = re.compile(
    r"^(?P<open>(?:[（(]|第|问题)?)(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,5})"
    r"(?P<end>(?:[、.．）)：，是]|部分)?)$"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    yield from _siblings(context.outline.chapters)
    for node in context.outline.nodes:
        yield from _siblings(node.children)


def _siblings(nodes: Sequence[Node]) -> Iterator[Finding]:
    before: tuple[str, str, int] | None = None
    for node in nodes:
        match = _MARK.match(node.mark.strip())
        if match is None:
            before = None
            continue
        now = (match["open"], match["end"], number_of(match["number"]))
        # Only where somebody has typed a mark: the others are right by themselves.
        typed = node.section.mark is not None
        if before and typed and now[:2] == before[:2] and now[2] != before[2] + 1:
            yield at_value((*node.path, "mark"), mark=node.mark, wanted=str(before[2] + 1))
        before = now


RULE = Rule("structure.marks", Level.ERROR, "GB/T 9704—2012 7.3.3", __doc__, _check)
