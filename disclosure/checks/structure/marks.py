"""structure.marks: printed numbers of headings go up by one, without gap or repeat.

Good::
    sections:
      - {title: 甲, mark: 一、, body: 文字。}
      - {title: 乙, mark: 二、, body: 文字。}
Good::
    sections:
      - title: 甲
        content:
          - sections: [{title: 子, mark: （1）, body: 文。}, {title: 丑, mark: （2）, body: 文。}]
          - 另有两点。
          - sections: [{title: 寅, mark: （1）, body: 文。}, {title: 卯, mark: （2）, body: 文。}]
Good::
    sections:
      - {title: 甲, sections: [{title: 子, body: 文字。}, {title: 丑, body: 文字。}]}
      - {title: 乙, sections: [{title: 寅, mark: （三）, body: 文字。}, {title: 卯, body: 文字。}]}
Bad::
    sections:
      - {title: 甲, mark: ①, body: 文字。}
      - {title: 乙, mark: ①, body: 文字。}
Bad::
    sections:
      - {title: 甲, mark: 第一部分, body: 文字。}
      - {title: 乙, mark: 第三部分, body: 文字。}
Bad::
    sections:
      - {title: 甲, mark: 一、, body: 文字。}
      - {title: 乙, mark: 三、, body: 文字。}
"""

from collections.abc import Iterator, Sequence

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.mark_numbers import mark_number
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.outline import Node


def _check(context: NoticeContext) -> Iterator[Finding]:
    yield from _siblings(context.outline.chapters)
    for node in context.outline.nodes:
        yield from _siblings(node.children)


def _siblings(nodes: Sequence[Node]) -> Iterator[Finding]:
    last: Node | None = None
    for node in nodes:
        before, now = mark_number(last.mark) if last else None, mark_number(node.mark)
        # Only where somebody has typed a mark: the others are right by themselves.
        if last and before and now and node.section.mark and now.style == before.style:
            # Text stands between: what follows may be counted anew.
            anew = now.number == 1 and node.path[:-1] != last.path[:-1]
            if now.number != before.number + 1 and not anew:
                yield at_value((*node.path, "mark"), mark=node.mark, wanted=str(before.number + 1))
        last = node


RULE = Rule("structure.marks", Level.ERROR, "GB/T 9704—2012 7.3.3", __doc__, _check)
