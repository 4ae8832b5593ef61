"""The notice page."""

from typing import NamedTuple

from markupsafe import Markup

from disclosure.model.notice import Notice
from disclosure.model.outline import Node, Outline
from disclosure.model.section import Kind
from disclosure.page_texts import PageTexts
from disclosure.render.ledger import LedgerRow, count_statuses
from disclosure.render.prose import ProseSetter
from disclosure.render.qr import QrCode
from disclosure.render.views.chart import Chart
from disclosure.render.views.contacts import ContactView, FeedbackLinks
from disclosure.render.views.figures import FiguresView
from disclosure.render.views.sections import SectionView, StatusView, view_section, view_status
from disclosure.render.views.signoff import StampStep
from disclosure.zh.dates import chinese_date, chinese_period

_CONTENTS_DEPTH = 4
# A mail address in a code is of no use: WeChat, with which most readers scan, does not open it.
# The page is, since its number and mailbox can be tapped there.
_PAGE_CODE = "contact.page_code"
_FORM_CODE = "contact.form_code"


class Fact(NamedTuple):
    """One line of the facts beside the title."""

    label: str
    value: str
    machine: str = ""


class Step(NamedTuple):
    """One step of the inspection's timeline."""

    label: str
    shown: str
    machine: str


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


class NoticeView(NamedTuple):
    """Everything in the article, shared by the normal and the large-print page.

    All links in it are within the page or absolute.
    """

    title: str
    source: str
    published: str
    published_machine: str
    facts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    counts: tuple[CountLink, ...]
    statuses: tuple[tuple[StatusView, int], ...]
    figures: FiguresView
    chart: Chart | None
    lead: tuple[Markup, ...]
    chapters: tuple[SectionView, ...]
    contents: tuple[ContentsEntry, ...]
    closing: tuple[Markup, ...]
    invitation: tuple[Markup, ...]
    posting: str
    contacts: tuple[ContactView, ...]
    feedback: str
    code: QrCode
    code_label: str
    signature_name: str
    signature_date: str
    ledger: tuple[LedgerLine, ...]
    ledger_has_status: bool
    ledger_has_deadline: bool
    digest: str
    stamp: tuple[StampStep, ...]


def view_facts(notice: Notice, texts: PageTexts) -> tuple[Fact, ...]:
    """Return who, what and when, as far as the notice says."""
    inspection = notice.inspection
    found = [Fact(texts.text("fact.issuer"), notice.issuer)]
    if notice.unit and notice.unit != notice.issuer:
        found.append(Fact(texts.text("fact.unit"), notice.unit))
    if inspection:
        team = inspection.team
        if inspection.round:
            team = texts.text("fact.round", team=team, round=inspection.round)
        found.append(Fact(texts.text("fact.team", level=inspection.level), team))
    for label, value in (
        (texts.text("fact.document_number"), notice.document_number),
        (texts.text("fact.index_number"), notice.index_number),
    ):
        if value:
            found.append(Fact(label, value))
    if notice.as_of:
        day = chinese_date(notice.as_of)
        found.append(Fact(texts.text("fact.as_of"), day, notice.as_of.isoformat()))
    if period := notice.posting_period:
        days = chinese_period(period.start, period.end)
        found.append(Fact(texts.text("fact.posting"), days))
    return tuple(found)


def view_steps(notice: Notice, texts: PageTexts) -> tuple[Step, ...]:
    """Return the timeline: inspection, feedback, publication."""
    inspection = notice.inspection
    if inspection is None:
        return ()
    start, end = inspection.start, inspection.end
    days = (("step.feedback", inspection.feedback), ("step.published", notice.published))
    return (
        Step(inspection.level, chinese_period(start, end), f"{start.isoformat()}"),
        *(Step(texts.text(name), chinese_date(day), day.isoformat()) for name, day in days),
    )


def view_counts(outline: Outline, texts: PageTexts) -> tuple[CountLink, ...]:
    """Return how much the notice covers; only what is really there is counted."""
    first = {
        kind: next((n.anchor for n in outline.nodes if n.section.kind == kind), "")
        for kind in (Kind.CATEGORY, Kind.ASPECT)
    }
    counts = (
        CountLink(outline.categories, texts.text("count.categories"), f"#{first[Kind.CATEGORY]}"),
        CountLink(outline.aspects, texts.text("count.aspects"), f"#{first[Kind.ASPECT]}"),
        CountLink(outline.problems, texts.text("count.problems"), "#ledger"),
    )
    return tuple(count for count in counts if count.number)


def view_contents(nodes: tuple[Node, ...]) -> tuple[ContentsEntry, ...]:
    """Return the table of contents."""
    return tuple(
        ContentsEntry(
            anchor=node.anchor,
            text=node.mark + node.section.title.rstrip("。"),
            children=view_contents(node.children) if node.depth < _CONTENTS_DEPTH else (),
        )
        for node in nodes
    )


def view_notice(
    notice: Notice,
    outline: Outline,
    prose: ProseSetter,
    *,
    figures: FiguresView,
    chart: Chart | None,
    rows: tuple[LedgerRow, ...],
    contacts: tuple[ContactView, ...],
    links: FeedbackLinks,
    code: QrCode,
    digest: str,
    stamp: tuple[StampStep, ...],
    texts: PageTexts,
) -> NoticeView:
    """Put the article together."""
    clock = notice.published_time or ""
    day = notice.published.isoformat()
    statuses = count_statuses(rows)
    period = notice.posting_period
    signature = notice.signature
    return NoticeView(
        title=notice.title,
        source=notice.source or notice.issuer,
        published=f"{day} {clock}".strip(),
        # China has one time zone and no summer time since 1991.
        published_machine=f"{day}T{clock}+08:00" if clock else day,
        facts=view_facts(notice, texts),
        steps=view_steps(notice, texts),
        counts=view_counts(outline, texts),
        statuses=tuple((view_status(status), number) for status, number in statuses),
        figures=figures,
        chart=chart,
        lead=prose.paragraphs(notice.lead),
        chapters=tuple(view_section(chapter, notice, prose, links) for chapter in outline.chapters),
        contents=view_contents(outline.chapters),
        closing=prose.paragraphs(notice.closing),
        invitation=prose.paragraphs(notice.feedback.invitation),
        posting=chinese_period(period.start, period.end) if period else "",
        contacts=contacts,
        feedback=links.general(),
        code=code,
        code_label=texts.text(_FORM_CODE if links.url else _PAGE_CODE),
        signature_name=signature.name if signature else "",
        signature_date=chinese_date(signature.date) if signature else "",
        ledger=tuple(
            LedgerLine(
                number=row.number,
                anchor=row.anchor,
                marks=row.marks,
                above=row.above[-1].rstrip("。") if row.above else "",
                title=row.title.rstrip("。"),
                status=view_status(row.status) if row.status else None,
                deadline=row.deadline,
            )
            for row in rows
        ),
        ledger_has_status=bool(statuses),
        ledger_has_deadline=any(row.deadline for row in rows),
        digest=digest,
        stamp=stamp,
    )
