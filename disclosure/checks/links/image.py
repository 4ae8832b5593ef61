"""links.image: a picture says in words what it shows.

Good: 流程见附件。
Bad: 流程见![](https://www.example.gov.cn/flow.png)。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*+)\]\([^()]*+\)|<img\b[^<>]*+>")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.pieces:
        for match in _IMAGE.finditer(piece.raw):
            if not (match["alt"] or "").strip():
                yield at_value(piece.path, text=match[0])


RULE = Rule("links.image", Level.WARNING, "GB/T 37668—2019；WCAG 2.2 1.1.1", __doc__, _check)
