"""The notice page."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from disclosure.document.blocks import Fact
from disclosure.document.document import Document
from disclosure.document.head_and_foot import HeadLine
from disclosure.document.sections import SectionText
from disclosure.model.outline import Outline, title_in_lists
from disclosure.model.section import Kind
from disclosure.model.status import Status
from disclosure.page_texts import PageTexts
from disclosure.render.ledger import LedgerRow, class_counts
from disclosure.render.matter import CourseStep
from disclosure.render.prose import ProseSetter
from disclosure.render.qr import QrCode
from disclosure.render.views.chart import Chart
from disclosure.render.views.contacts import ContactView, FeedbackLinks, view_contact
from disclosure.render.views.ending import EndGroup, view_ending
from disclosure.render.views.figures import FiguresView
from disclosure.render.views.notes import GlossaryView, NotesView, view_notes
from disclosure.render.views.sections import (
    BlockView,
    SectionView,
    StatusView,
    view_block,
    view_section,
    view_status,
)
from disclosure.render.views.signoff import SignedStep

_CONTENTS_DEPTH = 4
# A mail address in a code is of no use: WeChat, with which most readers scan, does not open it.
# The page is, since its number and mailbox can be tapped there.
_PAGE_CODE = "contact.page_code"
_FORM_CODE = "contact.form_code"


class CountLink(NamedTuple):
    """A count that leads to what was counted."""

    number: int
    label: str
    href: str


class ContentsEntry(NamedTuple):
    """One line of the contents."""

    anchor: str
    text: str
    children: tuple["ContentsEntry", ...]


class LedgerLine(NamedTuple):
    """One row of the ledger table."""

    number: int
    anchor: str
    marks: str
    above: str
    title: str
    status: StatusView | None
    deadline: str
    offices: str
    classes: tuple[str, ...]


class NoticeView(NamedTuple):
    """Everything in the article, shared by the normal and the large-print page.

    All links in it are within the page or absolute. What is empty has no place on the page of a
    notice that names its ``genre`` or has no headings; that of any other keeps the bytes that it
    always had. Where ``ending`` holds anything, it places what stands behind the chapters; else
    closing, attachments, contacts and signature have places of their own.
    """

    genre: str
    title: str
    source: str
    published: str
    published_machine: str
    facts: tuple[Fact, ...]
    steps: tuple[Fact, ...]
    counts: tuple[CountLink, ...]
    statuses: tuple[tuple[StatusView, int], ...]
    classes: tuple[tuple[str, int], ...]
    figures: FiguresView
    chart: Chart | None
    below_title: tuple[HeadLine, ...]
    greeting: tuple[HeadLine, ...]
    lead: tuple[Markup, ...]
    content: tuple[BlockView, ...]
    chapters: tuple[SectionView, ...]
    contents: tuple[ContentsEntry, ...]
    closing: tuple[Markup, ...]
    ending: tuple[EndGroup, ...]
    explained: tuple[NotesView | GlossaryView, ...]
    invitation: tuple[Markup, ...]
    posting: str
    contacts: tuple[ContactView, ...]
    feedback: Markup
    code: QrCode
    code_label: str
    signature: tuple[str, ...]
    ledger: tuple[LedgerLine, ...]
    ledger_classes: tuple[str, ...]
    ledger_has_part: bool
    ledger_has_status: bool
    ledger_has_deadline: bool
    digest: str
    signoffs: tuple[SignedStep, ...]


def view_counts(outline: Outline, texts: PageTexts) -> tuple[CountLink, ...]:
    """Return how much the notice covers; only what is really there is counted."""
    first = {
        kind: next((n.anchor for n in outline.nodes if n.section.kind == kind), "")
        for kind in (Kind.CATEGORY, Kind.ASPECT)
    }
    label = texts.text("count.listed" if outline.partial else "count.problems")
    counts = (
        CountLink(outline.categories, texts.text("count.categories"), f"#{first[Kind.CATEGORY]}"),
        CountLink(outline.aspects, texts.text("count.aspects"), f"#{first[Kind.ASPECT]}"),
        CountLink(outline.problems, label, "#ledger"),
    )
    return tuple(count for count in counts if count.number)


def view_contents(sections: tuple[SectionText, ...]) -> tuple[ContentsEntry, ...]:
    """Return the table of contents."""
    return tuple(
        [
            ContentsEntry(
                each.node.anchor,
                each.node.mark + title_in_lists(each.heading.title.raw),
                view_contents(each.children) if each.node.depth < _CONTENTS_DEPTH else (),
            )
            for each in sections
        ]
    )


def _posting(posting: Fact, texts: PageTexts) -> str:
    """Return 公示期 as a sentence, or in the words that the notice gives it."""
    return posting.line if posting.values else texts.text("contact.posting", period=posting.text)


def _ledger_line(row: LedgerRow, classes: tuple[str, ...]) -> LedgerLine:
    """Return the line of a problem, with what it says of each of ``classes``."""
    stated = dict(row.classes)
    return LedgerLine(  # by place, as there are many: by name takes thrice as long
        row.number,
        row.anchor,
        row.marks,
        title_in_lists(row.above[-1]) if row.above else "",
        title_in_lists(row.title),
        view_status(row.status) if row.status else None,
        row.deadline,
        row.offices,
        tuple([stated.get(name, "") for name in classes]),
    )


def view_notice(
    document: Document,
    outline: Outline,
    prose: ProseSetter,
    *,
    figures: FiguresView,
    chart: Chart | None,
    rows: tuple[LedgerRow, ...],
    statuses: tuple[tuple[Status, int], ...],
    links: FeedbackLinks,
    code: QrCode,
    digest: str,
    signoffs: tuple[SignedStep, ...],
    courses: Mapping[str, tuple[CourseStep, ...]],
    texts: PageTexts,
) -> NoticeView:
    """Put the article together."""
    classes = tuple(dict.fromkeys(name for row in rows for name, _ in row.classes))
    published = document.published
    signature, posting = document.signature, document.posting
    ending = view_ending(document, prose)
    return NoticeView(
        genre=document.text("genre"),
        title=document.title,
        source=document.source,
        published=published.text if published else "",
        published_machine=published.machine if published else "",
        facts=document.beside,
        steps=document.steps,
        counts=view_counts(outline, texts),
        statuses=tuple((view_status(status), number) for status, number in statuses),
        classes=class_counts(rows),
        figures=figures,
        chart=chart,
        below_title=document.below_title,
        greeting=document.greeting,
        lead=prose.paragraphs(document.lead),
        content=tuple(view_block(block, prose) for block in document.content),
        chapters=tuple(
            view_section(chapter, prose, links, courses) for chapter in document.chapters
        ),
        contents=view_contents(document.chapters),
        closing=prose.paragraphs(document.closing),
        ending=ending,
        explained=tuple(view_notes(block, prose) for block in document.explained),
        invitation=() if ending else prose.paragraphs(document.invitation),
        posting=_posting(posting, texts) if posting and not ending else "",
        contacts=tuple(view_contact(office) for office in document.offices),
        feedback=links.general(),
        code=code,
        code_label=texts.text(_FORM_CODE if links.url else _PAGE_CODE),
        signature=signature.lines if signature else (),
        ledger=tuple([_ledger_line(row, classes) for row in rows]),
        ledger_classes=classes,
        ledger_has_part=not document.text("genre") or any(row.above for row in rows),
        ledger_has_status=bool(statuses) or any(row.offices for row in rows),
        ledger_has_deadline=any(row.deadline for row in rows),
        digest=digest,
        signoffs=signoffs,
    )
