"""links.anchor: a link inside the notice leads to a section that is there.

Good: 见[整改情况](#s-1)。
Bad: 见[整改情况](#s-9)。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level
from disclosure.model.outline import NOTICE_IDS


def _check(context: NoticeContext) -> Iterator[Finding]:
    known = {node.anchor for node in context.outline.nodes}
    for piece in context.pieces:
        for target in piece.links:
            if target.startswith("#") and target[1:] not in known | NOTICE_IDS:
                near = ", ".join(sorted(known)[:6])
                yield at_value(piece.path, text=target, known=near)


RULE = Rule("links.anchor", Level.ERROR, "国办秘函〔2019〕19号（链接不可用）", __doc__, _check)
