"""The document: a notice as ordered blocks, made in one place and built once.

Everything that shows or judges the text takes it from here: page, plain text, deliveries,
ledger, comparison, approval sheet, record and rules. What is said in which order and in which
words (发布单位：, 附件1：, 联系方式：) stands in this folder and nowhere else, so a field that is
added is printed by all of them or by none, and a test over the model tells which.

The tree of sections is the same text once more: ``chapters`` holds the blocks that ``blocks``
puts in a row, for a page needs to know what stands under what.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from disclosure.document.blocks import (
    Attachment,
    Block,
    Fact,
    Label,
    Paragraph,
    Signature,
    Table,
)
from disclosure.document.contacts import Office, read_offices
from disclosure.document.facts import BESIDE, HEAD, facts_of, figure_values, steps_of, words_of
from disclosure.document.note_blocks import Glossary, Notes, read_glossary, read_notes
from disclosure.document.picture_blocks import Picture, Pictures
from disclosure.document.sections import SectionText, read_section
from disclosure.document.tables import read_table
from disclosure.document.values import Role, Value, named_values, prose_values
from disclosure.model.contact import Contact
from disclosure.model.faults import Path
from disclosure.model.metric import Metric
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline
from disclosure.zh.dates import chinese_date


class Document(NamedTuple):
    """A notice from first line to last.

    Attributes:
        facts: about it, see ``facts_of``.
        steps: the inspection's timeline.
        words: labels of the unit's own.
        metrics: what is written about the figures; only rules read it as text.
        lead: the opening paragraphs.
        chapters: the sections.
        tables: behind the last chapter.
        closing: paragraphs behind them.
        explained: notes and terms behind these.
        attachments: in order.
        posting: 公示期 as the text prints it.
        invitation: how readers are asked to write.
        offices: whom they can reach.
        feedback: the address of a form.
        signature: of the text.
        names: what pages call otherwise than usual; see ``Labels.names``.

    """

    facts: tuple[Fact, ...]
    steps: tuple[Fact, ...]
    words: tuple[Value, ...]
    metrics: tuple[Metric, ...]
    lead: tuple[Paragraph, ...]
    chapters: tuple[SectionText, ...]
    tables: tuple[Table, ...]
    closing: tuple[Paragraph, ...]
    explained: tuple[Notes | Glossary, ...]
    attachments: tuple[Attachment, ...]
    posting: Fact | None
    invitation: tuple[Paragraph, ...]
    offices: tuple[Office, ...]
    feedback: Fact | None
    signature: Signature | None
    names: Mapping[str, str]

    def fact(self, key: str) -> Fact | None:
        """Return a fact; None where the notice does not state it."""
        return next((fact for fact in self.facts if fact.key == key), None)

    def text(self, key: str) -> str:
        """Return what a fact says; empty where the notice does not state it."""
        fact = self.fact(key)
        return fact.text if fact else ""

    @property
    def title(self) -> str:
        """The title."""
        return self.text("title")

    @property
    def source(self) -> str:
        """Whose site published it: the issuer's, where the notice names no other."""
        return self.text("source") or self.text("issuer")

    @property
    def published(self) -> Fact:
        """When it was published."""
        return next(fact for fact in self.facts if fact.key == "published")

    @property
    def head(self) -> tuple[Fact, ...]:
        """The facts between title and text."""
        return tuple(fact for key in HEAD if (fact := self.fact(key)))

    @property
    def beside(self) -> tuple[Fact, ...]:
        """The facts that a page lists beside the title; the unit only where it is another."""
        found = (fact for key in BESIDE if (fact := self.fact(key)))
        issuer = self.text("issuer")
        return tuple(fact for fact in found if fact.key != "unit" or fact.text != issuer)

    @property
    def groups(self) -> Iterator[tuple[Block, ...]]:
        """The text behind the head: lead, chapter by chapter, and what follows them."""
        yield self.lead
        for chapter in self.chapters:
            yield tuple(chapter.linear())
        yield tuple(self._ending())

    @property
    def blocks(self) -> Iterator[Block]:
        """The same in one row, from the first line behind the head to the last."""
        return (block for group in self.groups for block in group)

    @property
    def pictures(self) -> Iterator[Picture]:
        """The pictures in the text, in reading order."""
        for block in self.blocks:
            if isinstance(block, Pictures):
                yield from block.pictures

    @property
    def values(self) -> Iterator[Value]:
        """Every text that somebody wrote and somebody can read, in reading order."""
        for fact in self.facts:
            yield from fact.values
        yield from self.words
        yield from figure_values(self.metrics)
        for block in self.blocks:
            yield from block.values
        for chapter in self.chapters:
            yield from chapter.ledger_values()

    def _ending(self) -> Iterator[Block]:
        yield from self.tables
        yield from self.closing
        yield from self.explained
        yield from self.attachments
        if self.posting:
            yield self.posting
        yield from self.invitation
        labelled = False
        for office in self.offices:
            if not (office.in_lines or labelled):
                yield Label("联系方式：")
                labelled = True
            yield from office.lines
        if self.feedback:
            yield self.feedback
        if self.signature:
            yield self.signature


def read_document(notice: Notice, outline: Outline, default: tuple[Contact, ...] = ()) -> Document:
    """Read a notice.

    Args:
        notice: its values.
        outline: its sections with their marks.
        default: whom readers reach where the notice names nobody; the site's contacts.

    """
    facts = tuple(facts_of(notice))
    period = next((fact for fact in facts if fact.key == "period"), None)
    signature = None
    if signed := notice.signature:
        name = Value(("signature", "name"), Role.DATA, signed.name)
        signature = Signature(name, chinese_date(signed.date), signed.date.isoformat())
    feedback = None
    if url := notice.feedback.url:
        place = Value(("feedback", "url"), Role.ADDRESS, url)
        feedback = Fact("feedback", "意见反馈", url, (place,))
    return Document(
        facts=facts,
        steps=tuple(steps_of(notice)),
        words=tuple(words_of(notice)),
        metrics=notice.metrics,
        lead=_paragraphs(("lead",), notice.lead),
        chapters=tuple(read_section(node, notice) for node in outline.chapters),
        tables=tuple(read_table(t, ("tables", at)) for at, t in enumerate(notice.tables)),
        closing=_paragraphs(("closing",), notice.closing),
        explained=tuple(_explained(notice)),
        attachments=tuple(_attachments(notice)),
        posting=Fact("posting", "公示时间", period.text) if period else None,
        invitation=_paragraphs(("feedback", "invitation"), notice.feedback.invitation),
        offices=read_offices(notice, default),
        feedback=feedback,
        signature=signature,
        names=notice.labels.names,
    )


def _paragraphs(path: Path, texts: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(value) for value in prose_values(path, Role.PROSE, texts))


def _explained(notice: Notice) -> Iterator[Notes | Glossary]:
    if notice.notes:
        yield read_notes(notice.notes, ("notes",))
    if notice.glossary:
        yield read_glossary(notice.glossary, ("glossary",))


def _attachments(notice: Notice) -> Iterator[Attachment]:
    for number, attachment in enumerate(notice.attachments):
        path = ("attachments", number)
        title = Value((*path, "title"), Role.DATA, attachment.title)
        (place,) = (
            *named_values(path, Role.LABEL, attachment, ("file",)),
            *named_values(path, Role.ADDRESS, attachment, ("url",)),
        )
        yield Attachment(number + 1, title, place, bool(attachment.file))
