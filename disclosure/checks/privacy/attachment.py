"""privacy.attachment: attached files do not tell who wrote them, nor hide text.

Good::
    attachments: [{title: 整改清单, file: list.docx}]
    files: {list.docx: []}
Bad::
    attachments: [{title: 整改清单, file: list.docx}]
    files: {list.docx: [[author, 张三]]}
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_SHOWN = 40


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, attachment in enumerate(context.notice.attachments):
        for kind, text in context.facts.get(attachment.file or "", ()):
            yield at_value(("attachments", number, "file"), kind=kind, text=text[:_SHOWN])


RULE = Rule("privacy.attachment", Level.WARNING, "个人信息保护法", __doc__, _check)
