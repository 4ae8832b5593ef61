"""structure.enumeration: 一是, 二是, 三是 typed in one text begin at one and miss none.

Good: 一是加强学习。二是健全制度。三是开展培训。
Good: 重点抓好一是制度建设；二是队伍建设；三是作风建设。
Good: 一要紧扣主题；二要以上率下；三是抓牢基层基础；四是立足见底见效。
Good: 一是抓学习，包括：一是读原著；二是谈体会。二是抓落实。
Good: （十二）做好金融信贷支持。（十三）推行带押过户。
Bad: 一是加强学习。二是健全制度。四是开展培训。
Bad: 要求：（1）学文件；（3）查问题；（4）抓整改。
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.reading.enumerations import breaks, item_marks, likely_styles
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    section, seen = None, set[int]()
    for piece in context.prose:
        if piece.node != section:
            section, seen = piece.node, set()
        for number, style in likely_styles(piece.text):
            marks = item_marks(piece.text, style)
            if len(marks) > 1:
                for mark, wanted in breaks(piece.text, marks):
                    # Items may go on from a paragraph before.
                    if number in seen and mark is marks[0]:
                        continue
                    text = piece.text[mark.start : mark.end]
                    yield in_piece(piece, mark.start, mark.end, text=text, wanted=str(wanted))
            if marks:
                seen.add(number)


RULE = Rule("structure.enumeration", Level.ERROR, "通报自身", __doc__, _check)
