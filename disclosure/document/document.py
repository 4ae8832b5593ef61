"""The document: a notice as ordered blocks, made in one place and built once.

Everything that shows or judges the text takes it from here: page, plain text, deliveries,
ledger, comparison, approval sheet, record and rules. What is said in which order stands in this
folder and nowhere else, and in which words (发布单位：, 附件1：, 联系方式：) in the
``DocumentTexts`` of the page's language, so a field that is added is printed by all of them or by
none, and a test over the model tells which.

The tree of sections is the same text once more: ``chapters`` holds the blocks that ``blocks``
puts in a row, for a page needs to know what stands under what.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from disclosure.document.blocks import Block, Fact, Paragraph, SectionBlock
from disclosure.document.contacts import Office, read_offices
from disclosure.document.ending import Ending, read_ending
from disclosure.document.facts import (
    BESIDE,
    HEAD,
    OWN,
    facts_of,
    figure_values,
    steps_of,
    words_of,
)
from disclosure.document.head_and_foot import Attachment, HeadLine, Signature
from disclosure.document.labels import wording_of
from disclosure.document.note_blocks import Glossary, Notes
from disclosure.document.picture_blocks import Picture, Pictures
from disclosure.document.sections import SectionText, read_content, read_section
from disclosure.document.values import Role, Value, listed_values, named_values, prose_values
from disclosure.model.closing import Part
from disclosure.model.contact import Contact
from disclosure.model.metric import Metric
from disclosure.model.notice import Notice, Numbering
from disclosure.model.outline import Outline
from disclosure.page_texts import DocumentTexts, page_texts

AnyBlock = TypeVar("AnyBlock", Attachment, Fact, Paragraph, Signature)


class Document(NamedTuple):
    """A notice from first line to last.

    Attributes:
        facts: about it, see ``facts_of``.
        steps: the inspection's timeline.
        words: labels of the unit's own.
        metrics: what is written about the figures; only rules read it as text.
        below_title: lines between title and facts, subtitle and speaker.
        greeting: lines before the lead, addressee and salutation.
        lead: the opening paragraphs.
        content: the text of a notice without headings; else there are chapters.
        chapters: the sections.
        ending: what stands behind them.
        offices: whom readers can reach.
        names: what pages call otherwise than usual; see ``Labels.names``.
        numbering: styles of marks by level, for a program that counts them itself as Word does.

    """

    facts: tuple[Fact, ...]
    steps: tuple[Fact, ...]
    words: tuple[Value, ...]
    metrics: tuple[Metric, ...]
    below_title: tuple[HeadLine, ...]
    greeting: tuple[HeadLine, ...]
    lead: tuple[Paragraph, ...]
    content: tuple[SectionBlock, ...]
    chapters: tuple[SectionText, ...]
    ending: Ending
    offices: tuple[Office, ...]
    names: Mapping[str, str]
    numbering: Numbering

    def fact(self, key: str) -> Fact | None:
        """Return a fact; None where the notice does not state it."""
        for fact in self.facts:
            if fact.key == key:
                return fact
        return None

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
    def published(self) -> Fact | None:
        """When it was published; None for a draft that has no date yet."""
        return self.fact("published")

    @property
    def head(self) -> tuple[Fact, ...]:
        """The facts between title and text."""
        return (*(fact for key in HEAD if (fact := self.fact(key))), *self.own)

    @property
    def beside(self) -> tuple[Fact, ...]:
        """The facts that a page lists beside the title; the unit only where it is another."""
        found = (fact for key in BESIDE if (fact := self.fact(key)))
        issuer = self.text("issuer")
        others = (fact for fact in found if fact.key != "unit" or fact.text != issuer)
        return (*others, *self.own)

    @property
    def closing(self) -> tuple[Paragraph, ...]:
        """Paragraphs behind the chapters, where they stand before everything else."""
        found = () if self.ending.ordered else self.ending.of("text")
        return tuple(block for block in found if isinstance(block, Paragraph))

    @property
    def explained(self) -> tuple[Notes | Glossary, ...]:
        """Notes and terms."""
        found = (*self.ending.of(Part.NOTES), *self.ending.of(Part.GLOSSARY))
        return tuple(block for block in found if isinstance(block, Notes | Glossary))

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The attachments, in order."""
        return tuple(block for block in self._ending(Part.ATTACHMENTS, Attachment))

    @property
    def posting(self) -> Fact | None:
        """公示期 as the text prints it."""
        return next(self._ending(Part.POSTING_PERIOD, Fact), None)

    @property
    def invitation(self) -> tuple[Paragraph, ...]:
        """How readers are asked to write."""
        return tuple(self._ending(Part.INVITATION, Paragraph))

    @property
    def feedback(self) -> Fact | None:
        """The address of a form."""
        return next(self._ending(Part.FEEDBACK, Fact), None)

    @property
    def signature(self) -> Signature | None:
        """Who signs the text."""
        return next(self._ending(Part.SIGNATURE, Signature), None)

    @property
    def groups(self) -> Iterator[tuple[Block, ...]]:
        """The text behind the head: what has no heading, chapter by chapter, what follows."""
        yield (*self.greeting, *self.lead, *self.content)
        for chapter in self.chapters:
            yield tuple(chapter.linear())
        yield tuple(block for part in self.ending.parts for block in part.blocks)

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
        for line in self.below_title:
            yield line.value
        yield from self.words
        yield from figure_values(self.metrics)
        for block in self.blocks:
            yield from block.values
        for chapter in self.chapters:
            yield from chapter.ledger_values()

    @property
    def own(self) -> tuple[Fact, ...]:
        """Entries below the title that the notice has in its own words."""
        return tuple(fact for fact in self.facts if fact.key == OWN)

    def _ending(self, part: Part, kind: type[AnyBlock]) -> Iterator[AnyBlock]:
        return (block for block in self.ending.of(part.value) if isinstance(block, kind))


def read_document(
    notice: Notice,
    outline: Outline,
    default: tuple[Contact, ...] = (),
    texts: DocumentTexts | None = None,
) -> Document:
    """Read a notice.

    Args:
        notice: its values.
        outline: its sections with their marks.
        default: whom readers reach where the notice names nobody; the site's contacts.
        texts: the words that are not the notice's; None for the usual ones, where only what
            somebody wrote is looked at.

    """
    texts = texts or page_texts().document
    wording = wording_of(notice, texts)
    offices = read_offices(notice, default, texts)
    return Document(
        facts=tuple(facts_of(wording)),
        steps=tuple(steps_of(notice, texts)),
        words=tuple(words_of(notice)),
        metrics=notice.metrics,
        below_title=(
            *_lines("subtitle", notice.subtitle),
            *_lines("speaker", notice.speaker),
        ),
        greeting=tuple(
            HeadLine(str(value.path[-1]), value)
            for value in named_values((), Role.DATA, notice, ("addressee", "salutation"))
        ),
        lead=tuple(Paragraph(v) for v in prose_values(("lead",), Role.PROSE, notice.lead)),
        content=tuple(read_content(wording)),
        chapters=tuple(read_section(node, wording) for node in outline.chapters),
        ending=read_ending(notice, offices, texts),
        offices=offices,
        names=notice.labels.names,
        numbering=notice.numbering,
    )


def _lines(key: str, texts: tuple[str, ...]) -> Iterator[HeadLine]:
    return (HeadLine(key, value) for value in listed_values((key,), Role.DATA, texts))
