"""structure.item_marks: words typed before items go up by one from the item before.

Good::
    sections: [{title: 甲, measures: [{mark: 四是, text: 学习。}, {mark: 五是, text: 培训。}]}]
Good::
    sections:
      - title: 甲
        measures: [学习。, {mark: （附）, text: 说明。}, {mark: 二是, text: 培训。}]
Bad::
    sections: [{title: 甲, measures: [学习。, {mark: 三是, text: 培训。}]}]
Bad::
    sections:
      - title: 甲
        measures: [{text: 学习。, items: [读书。, {mark: ①, text: 讲课。}]}, 培训。]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.mark_numbers import MarkNumber, mark_number
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.document.blocks import Answer, Item


def _check(context: NoticeContext) -> Iterator[Finding]:
    for block in context.document.blocks:
        if isinstance(block, Answer):
            yield from _list(block.items)


def _list(items: tuple[Item, ...]) -> Iterator[Finding]:
    before: MarkNumber | None = None
    for item in items:
        now = mark_number(item.word)
        if item.typed and before and now and now.style == before.style:
            wanted = before.number + 1
            if now.number != wanted:
                yield at_value(item.typed.path, mark=item.word, wanted=str(wanted))
        before = now or before
        yield from _list(tuple(below for below in item.below if isinstance(below, Item)))


RULE = Rule("structure.item_marks", Level.WARNING, "GB/T 9704—2012 7.3.3", __doc__, _check)
