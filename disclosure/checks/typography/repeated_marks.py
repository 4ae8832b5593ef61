"""typography.repeated_marks: no mark stands twice, and none behind another that ends a clause.

Good: 开展学习，健全制度。
Bad: 开展学习，，健全制度。
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Edit, Finding, Rule, in_piece
from disclosure.diagnostics import Level

_SAME = re.compile(r"(?P<mark>[，；：、！？])(?P=mark)+|(?<!。)。。(?!。)")
_MARK = re.compile(r"[，。；：、！？,.;:!?]")
_CLASH = re.compile(r"[，。；：、！？](?=[，。；：、！？])")

# A number with two points: 20..5万元.
_POINTS = re.compile(r"(?<=\d)\.\.(?=\d)")


def fix(text: str) -> Iterator[Edit]:
    """Yield marks that stand twice; of two different ones nobody knows which is meant."""
    for match in _SAME.finditer(text):
        # Of 、、、 nobody knows whether …… is meant; beside another mark, which of them.
        before, after = match.start() - 1, match.end()
        beside = text[max(0, before) : before + 1] + text[after : after + 1]
        if match[0][0] in "！？" or match[0].startswith("、、、") or _MARK.search(beside):
            continue
        yield Edit(match.start() + 1, match.end(), "")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for piece in context.prose:
        for match in _CLASH.finditer(piece.text):
            pair = piece.text[match.start() : match.end() + 1]
            three = piece.text[match.start() : match.start() + 3]
            # ？！ is allowed (4.5.3.2), 。。。 is an ellipsis (typography.ellipsis).
            if pair not in {"？！", "！！", "？？"} and three != "。。。":
                yield in_piece(piece, match.start(), match.end() + 1, text=pair)
        for match in _POINTS.finditer(piece.text) if ".." in piece.text else ():
            yield in_piece(piece, match.start(), match.end(), text=match[0])


RULE = Rule("typography.repeated_marks", Level.WARNING, "GB/T 15834—2011 4", __doc__, _check, fix)
