"""structure.empty: no heading stands without a word under it.

Good::
    sections: [{title: 下一步工作, body: 持续整改。}]
Good::
    sections: [{title: 联系方式}]
    contact: {phone: 0563-2263070}
Bad::
    sections: [{title: 下一步工作}]
Bad::
    sections: [{title: 联系方式}, {title: 下一步工作, body: 持续整改。}]
    contact: {phone: 0563-2263070}
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

# Of the last chapter, under which the notice's own contact is printed.
_REACHED = re.compile(r".{0,8}(?:联系|监督|举报|反馈|反映|受理)(?:方式|渠道|途径|电话)|联系我们")


def _check(context: NoticeContext) -> Iterator[Finding]:
    for node in context.outline.nodes:
        section = node.section
        filled = (
            section.content
            or section.body
            or section.tables
            or section.has_response
            or node.children
        )
        last = node is context.outline.chapters[-1]
        if last and context.notice.contact and _REACHED.fullmatch(section.title):
            continue
        if not filled and not node.problem and not _says_enough(section.title):
            yield at_value((*node.path, "title"), title=section.title)


def _says_enough(title: str) -> bool:
    return title.endswith(("。", "！", "；"))


RULE = Rule("structure.empty", Level.WARNING, "通报自身", __doc__, _check)
