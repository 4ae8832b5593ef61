"""structure.note_unused: the text refers to each of its notes.

Good::
    lead: 涉及资金{①}。
    notes: [{mark: ①, text: 按全县合计。}]
Bad::
    lead: 涉及资金。
    notes: [{mark: ①, text: 按全县合计。}]
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.document.note_blocks import Notes
from disclosure.model.marked import read_prose
from disclosure.model.tokens import Kind


def _check(context: NoticeContext) -> Iterator[Finding]:
    blocks = [block for block in context.document.blocks if isinstance(block, Notes)]
    if not blocks:
        return
    used = {
        token.value
        for value in context.document.values
        if value.marked and "{" in value.raw
        for token in read_prose(value.raw)
        if token.kind is Kind.FIGURE
    }
    for block in blocks:
        for note in block.items:
            if note.mark.raw not in used:
                yield at_value(note.mark.path, mark=note.mark.raw)


RULE = Rule("structure.note_unused", Level.INFO, "通报自身", __doc__, _check)
