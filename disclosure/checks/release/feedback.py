"""release.feedback: who is invited to object can do so in writing.

Good::
    contact: {phone: 0563-2263070, email: office@example.com}
    feedback: {invitation: 欢迎监督。}
Bad::
    contact: {phone: 0563-2263070}
    feedback: {invitation: 欢迎监督。}
"""

from collections.abc import Iterator

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Finding, Rule, at_value
from disclosure.diagnostics import Level


def _check(context: NoticeContext) -> Iterator[Finding]:
    notice = context.notice
    offices = notice.contact or context.site.contact
    writable = notice.feedback.url or any(office.is_writable for office in offices)
    if notice.feedback.invitation and not writable:
        yield at_value(("feedback", "invitation"))


RULE = Rule("release.feedback", Level.INFO, "党务公开条例（试行）", __doc__, _check)
