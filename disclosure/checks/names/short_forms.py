"""names.short_forms: an office has one short name in a notice, not two.

Good: 按照中央纪委要求开展自查。对照中央纪委审核意见整改。
Bad: 按照中央纪委要求开展自查。对照中纪委审核意见整改。
"""

import re
from collections.abc import Iterator
from typing import Final

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, in_piece
from disclosure.diagnostics import Level

# Two ways each of naming one office; the former is that of official texts.
_FORMS: Final = tuple(
    (re.compile(usual), re.compile(other))
    for usual, other in (
        ("中央纪委", "中纪委"),
        ("中央组织部", "中组部"),
        ("中央宣传部", "中宣部"),
        ("中央统战部", "中央统一战线工作部"),
        ("中央办公厅", "中办(?!发)"),
        ("国务院办公厅", "国办(?![发函秘])"),
        ("中央政法委", "中政委"),
        ("(?<=[县市区省州旗])委组织部", "(?<=[县市区省州旗])组织部"),
        ("(?<=[县市区省州旗])委宣传部", "(?<=[县市区省州旗])宣传部"),
        ("(?<=[县市区省州旗])委统战部", "(?<=[县市区省州旗])统战部"),
        ("(?<=[县市区省州旗])委政法委", "(?<=[县市区省州旗])政法委"),
        ("(?<=[县市区省州旗])委巡察办", "(?<=[县市区省州旗])巡察办"),
        ("(?<=[县市区省州旗])委编办", "(?<=[县市区省州旗])编办"),
        ("(?<=[县市区省州旗])纪委监委", "(?<=[县市区省州旗])纪监委"),
        ("国家发展改革委", "国家发改委"),
        ("(?<=[县市区省州旗])发展改革委", "(?<=[县市区省州旗])发改委"),
        ("人力资源社会保障部|人力资源和社会保障部", "人社部(?![发门])"),
        ("住房城乡建设部|住房和城乡建设部", "住建部(?!门)"),
    )
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    pieces = context.prose
    everything = "\n".join(piece.text for piece in pieces)
    # Where a text explains its short names, both are right.
    if not pieces or "简称" in everything:
        return
    for usual, other in _FORMS:
        named = usual.search(everything)
        if named is None or not other.search(everything):
            continue
        for piece in pieces:
            for match in other.finditer(piece.text):
                place = piece.text[match.start() - 1 : match.start()]
                head = place if usual.pattern.startswith("(?<=") else ""
                text, name = head + match[0], head + named[0]
                yield in_piece(piece, match.start() - len(head), match.end(), text=text, name=name)


RULE = Rule("names.short_forms", Level.INFO, "通报自身", __doc__, _check)
