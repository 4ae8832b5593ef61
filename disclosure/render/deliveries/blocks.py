"""The notice read from first line to last as blocks: what stands under what no longer matters.

The order is that of ``notice.txt``, and so are the words: both are compared in the tests. What
becomes of a block is up to the templates, which look at nothing but its role.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from markupsafe import Markup

from disclosure.model.notice import Notice
from disclosure.render.deliveries.runs import Run, runs_of, unlinked
from disclosure.render.views.contacts import ContactView
from disclosure.render.views.fit import Fit
from disclosure.render.views.notice import NoticeView
from disclosure.render.views.sections import AnswerView, SectionView, TableView
from disclosure.zh.dates import chinese_date

# Between facts on one line; a reader hears a pause.
_GAP: Final = Run("\u3000")


class Role(StrEnum):
    """What a block is, for those who style it."""

    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    HEADING_5 = "heading-5"
    TEXT = "text"
    LABEL = "label"
    FACTS = "facts"
    CAPTION = "caption"
    NOTE = "note"
    CONTACT = "contact"
    SIGNATURE = "signature"
    TABLE = "table"


class Cell(NamedTuple):
    """One cell of a table.

    Attributes:
        lines: of runs; the first is what the cell says, the others explain it.
        number: set to the right, on one line.

    """

    lines: tuple[tuple[Run, ...], ...]
    number: bool = False


class Block(NamedTuple):
    """One paragraph, heading or table.

    Attributes:
        level: of a heading, 1 for a chapter; 0 for any other block.
        title: of a section whose text goes on in the same line; the runs follow it.
        columns: headings of a table.
        rows: of a table.
        fit: how a table is set on paper; its caption and note go with it.
        tall: for each row, whether it may go on over the page.
        shares: of each column, in percent; none where the engine measures.

    """

    role: Role
    runs: tuple[Run, ...] = ()
    level: int = 0
    title: str = ""
    columns: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    fit: Fit = Fit.UPRIGHT
    tall: tuple[bool, ...] = ()
    shares: tuple[int, ...] = ()


def head_facts(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Return label and value of what stands between the title and the text."""
    clock = f" {notice.published_time}" if notice.published_time else ""
    facts = (
        ("发布单位", notice.issuer),
        ("来源", notice.source or ""),
        ("发布时间", f"{notice.published.isoformat()}{clock}"),
        *office_facts(notice),
    )
    return tuple((label, value) for label, value in facts if value)


def office_facts(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Return those of the facts that the form of a CMS does not print by itself."""
    facts = (
        ("发文字号", notice.document_number or ""),
        ("数据截至", chinese_date(notice.as_of) if notice.as_of else ""),
    )
    return tuple((label, value) for label, value in facts if value)


def text_blocks(view: NoticeView, notice: Notice) -> tuple[Block, ...]:
    """Return the text of a notice, from its first paragraph to the signature."""
    return tuple(_text(view, notice))


def without_links(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with addresses spelt out instead of linked."""
    return tuple(
        block._replace(
            runs=tuple(unlinked(block.runs)),
            rows=tuple(
                tuple(
                    cell._replace(lines=tuple(tuple(unlinked(line)) for line in cell.lines))
                    for cell in row
                )
                for row in block.rows
            ),
        )
        for block in blocks
    )


def facts_block(facts: Iterable[tuple[str, str]], role: Role = Role.FACTS) -> Block:
    """Return one line of facts, each of which moves to the next line as a whole."""
    runs: list[Run] = []
    for label, value in facts:
        runs += [_GAP] if runs else []
        runs.append(Run(f"{label}：{value}", keep="whole"))
    return Block(role, tuple(runs))


def paragraph(text: str, role: Role = Role.TEXT) -> Block:
    """Return a block of plain text."""
    return Block(role, (Run(text),))


def heading(text: str, level: int) -> Block:
    """Return a heading."""
    return Block(Role(f"heading-{level}"), (Run(text),), level)


def _text(view: NoticeView, notice: Notice) -> Iterator[Block]:
    yield from _prose(view.lead)
    for chapter in view.chapters:
        yield from _section(chapter, notice)
    yield from _prose(view.closing)
    yield from _attachments(notice)
    if view.posting:
        yield paragraph(f"公示时间：{view.posting}")
    yield from _prose(view.invitation)
    contacts = [list(_contact(contact)) for contact in view.contacts]
    if any(contacts):
        yield Block(Role.LABEL, (Run("联系方式：", strong=True),))
    for contact in contacts:
        yield from contact
    if url := notice.feedback.url:
        yield Block(Role.CONTACT, (Run("意见反馈："), Run(url, href=url)))
    if notice.signature:
        yield paragraph(view.signature_name, Role.SIGNATURE)
        yield paragraph(view.signature_date, Role.SIGNATURE)


def _prose(paragraphs: tuple[Markup, ...]) -> Iterator[Block]:
    for markup in paragraphs:
        yield Block(Role.TEXT, runs_of(markup))


def _attachments(notice: Notice) -> Iterator[Block]:
    for number, attachment in enumerate(notice.attachments, 1):
        place = Run(attachment.file or "")
        if attachment.url:
            place = Run(attachment.url, href=attachment.url)
        words = Run(f"附件{number}：{attachment.title}（")
        yield Block(Role.TEXT, (words, place, Run("）")))


def _section(view: SectionView, notice: Notice) -> Iterator[Block]:
    body = [runs_of(markup) for markup in view.body]
    title, level = view.mark + view.title, view.depth
    role = Role(f"heading-{level}")
    if view.run_in and body:
        yield Block(role, body.pop(0), level, title)
    else:
        yield heading(title, level)
    for runs in body:
        yield Block(Role.TEXT, runs)
    for table in view.tables:
        yield from _table(table)
    for answer in view.answers:
        yield from _answer(answer)
    facts = [(particular.label, particular.value) for particular in view.particulars]
    if view.status:
        facts.insert(0, (notice.labels.status, view.status.word))
    if facts:
        yield facts_block(facts)
    for child in view.children:
        yield from _section(child, notice)


def _answer(answer: AnswerView) -> Iterator[Block]:
    label = (Run(f"{answer.label}：", strong=True),) if answer.label else ()
    if answer.is_list and label:
        yield Block(Role.LABEL, label)
        label = ()
    for item in answer.items:
        word = (Run(item.word, strong=True),) if item.word else ()
        yield Block(Role.TEXT, (*label, *word, *runs_of(item.text)))
        label = ()


def _table(table: TableView) -> Iterator[Block]:
    yield paragraph(table.caption, Role.CAPTION)._replace(fit=table.fit)
    yield Block(
        Role.TABLE,
        columns=tuple(Cell(((Run(column),),)) for column in table.columns),
        rows=tuple(tuple(Cell((runs_of(cell),)) for cell in row) for row in table.rows),
        fit=table.fit,
        tall=table.tall,
        shares=table.shares,
    )
    if table.note:
        yield paragraph(table.note, Role.NOTE)._replace(fit=table.fit)


def _contact(contact: ContactView) -> Iterator[Block]:
    numbers: list[Run] = []
    for phone in contact.phones:
        numbers += [Run("、")] if numbers else []
        numbers.append(Run(phone.shown, strong=True, keep="together", href=phone.href))
    mailbox = contact.email
    for label, runs in (
        ("单位", (Run(contact.name),)),
        ("联系人", (Run(contact.person),)),
        ("电话", tuple(numbers)),
        ("接听时间", (Run(contact.hours),)),
        ("传真", (Run("、".join(contact.fax)),)),
        ("电子邮箱", (Run(mailbox, href=f"mailto:{mailbox}"),)),
        ("通信地址", (Run(contact.address),)),
        ("邮政编码", (Run(contact.postcode),)),
    ):
        if any(run.text for run in runs):
            yield Block(Role.CONTACT, (Run(f"{label}："), *runs))
