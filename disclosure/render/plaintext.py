"""The notice as plain text: for instant messages, screen readers, and in thirty years.

UTF-8 with a byte order mark and CRLF, so that every Notepad shows it.
"""

from collections.abc import Iterator

from disclosure.model.notice import Contact, Notice
from disclosure.model.outline import Node, Outline
from disclosure.model.responses import answers_of, particulars_of
from disclosure.render.prose import ProseSetter
from disclosure.render.views.contacts import view_contact
from disclosure.zh.dates import chinese_date, chinese_period


def notice_text(
    notice: Notice, outline: Outline, contacts: tuple[Contact, ...], prose: ProseSetter
) -> bytes:
    """Return the whole notice, paragraph by paragraph."""
    lines = [*_head(notice), "", *(prose.plain(text) for text in notice.lead), ""]
    for chapter in outline.chapters:
        lines += [*_section(chapter, notice, prose), ""]
    lines += [*_tail(notice, contacts, prose)]
    text = "\r\n".join(lines).rstrip() + "\r\n"
    return ("\ufeff" + text).encode()


def _head(notice: Notice) -> Iterator[str]:
    yield notice.title
    yield ""
    yield f"发布单位：{notice.issuer}"
    if notice.source:
        yield f"来源：{notice.source}"
    clock = f" {notice.published_time}" if notice.published_time else ""
    yield f"发布时间：{notice.published.isoformat()}{clock}"
    if notice.document_number:
        yield f"发文字号：{notice.document_number}"
    if notice.as_of:
        yield f"数据截至：{chinese_date(notice.as_of)}"


def _section(node: Node, notice: Notice, prose: ProseSetter) -> Iterator[str]:
    section = node.section
    body = [prose.plain(text) for text in section.body]
    heading = node.mark + section.title
    if section.run_in and body:
        heading += body.pop(0)
    yield heading
    yield from body
    for table in section.tables:
        yield table.caption
        yield "\t".join(table.columns)
        yield from ("\t".join(prose.plain(cell) for cell in row) for row in table.rows)
        if table.note:
            yield table.note
    for answer in answers_of(notice, section):
        told = prose.spoken(answer)
        yield f"{answer.label}：{told}" if answer.label else told
    for particular in particulars_of(notice, section):
        yield f"{particular.label}：{particular.value}"
    for child in node.children:
        yield from _section(child, notice, prose)


def _tail(notice: Notice, contacts: tuple[Contact, ...], prose: ProseSetter) -> Iterator[str]:
    yield from (prose.plain(text) for text in notice.closing)
    for number, attachment in enumerate(notice.attachments, 1):
        place = attachment.file or attachment.url or ""
        yield f"附件{number}：{attachment.title}（{place}）"
    if period := notice.posting_period:
        yield f"公示时间：{chinese_period(period.start, period.end)}"
    yield from (prose.plain(text) for text in notice.feedback.invitation)
    if contacts:
        yield "联系方式："
    for contact in contacts:
        yield from _contact(contact)
    if notice.feedback.url:
        yield f"意见反馈：{notice.feedback.url}"
    if notice.signature:
        yield ""
        yield notice.signature.name
        yield chinese_date(notice.signature.date)


def _contact(contact: Contact) -> Iterator[str]:
    view = view_contact(contact)
    for label, value in (
        ("单位", view.name),
        ("联系人", view.person),
        ("电话", "、".join(phone.shown for phone in view.phones)),
        ("接听时间", view.hours),
        ("传真", "、".join(view.fax)),
        ("电子邮箱", view.email),
        ("通信地址", view.address),
        ("邮政编码", view.postcode),
    ):
        if value:
            yield f"{label}：{value}"
