"""privacy.attachment_name: an attachment's name does not promise a list of persons.

Good::
    attachments: [{title: 整改清单, file: list.pdf}]
Bad::
    attachments: [{title: 低保人员身份证号花名册, file: list.pdf}]
"""

import re
from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level

_LIST = re.compile(
    r"身份证|花名册|通讯录|(?:人员|对象|学生|患者|党员|家庭)(?:信息)?(?:名单|名册|登记表)|电话表|住址"
)


def _check(context: NoticeContext) -> Iterator[Finding]:
    for number, attachment in enumerate(context.notice.attachments):
        for name in ("title", "file"):
            if match := _LIST.search(getattr(attachment, name) or ""):
                yield at_value(("attachments", number, name), text=match[0])


RULE = Rule("privacy.attachment_name", Level.WARNING, "个人信息保护法第25条", __doc__, _check)
