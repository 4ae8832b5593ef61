"""What stands behind the chapters: in the author's order where there is one, else in ours."""

from collections.abc import Iterator
from typing import NamedTuple

from disclosure.document.blocks import Block, Fact, Label, Paragraph
from disclosure.document.contacts import Office
from disclosure.document.facts import posting_of
from disclosure.document.head_and_foot import Attachment, Signature, attachment_word
from disclosure.document.note_blocks import read_glossary, read_notes
from disclosure.document.tables import read_table
from disclosure.document.values import Role, Value, listed_values, named_values, prose_values
from disclosure.model.closing import Part, Placed, is_ordered, placed_closing
from disclosure.model.coarse_day import day_text, machine_day
from disclosure.model.notice import Notice
from disclosure.page_texts import DocumentTexts


class EndPart(NamedTuple):
    """Blocks that stand together.

    Attributes:
        kind: ``text``, ``table`` or a key of ``Part``.
        blocks: in order; none where nothing is printed.

    """

    kind: str
    blocks: tuple[Block, ...]


class Ending(NamedTuple):
    """Everything behind the chapters.

    Attributes:
        parts: in the order in which they are printed.
        ordered: whether that order is the author's.

    """

    parts: tuple[EndPart, ...]
    ordered: bool

    def of(self, kind: str) -> tuple[Block, ...]:
        """Return the blocks of one kind."""
        return tuple(block for part in self.parts if part.kind == kind for block in part.blocks)


def read_ending(notice: Notice, offices: tuple[Office, ...], texts: DocumentTexts) -> Ending:
    """Return what stands behind the chapters.

    Args:
        notice: its values.
        offices: whom readers can reach.
        texts: the words that are not the notice's.

    """
    given = list(placed_closing(notice.closing))
    named = {placed.kind for placed in given}
    dropped = tuple(_dropped(notice))
    parts = [EndPart("text", dropped)] if dropped else []
    parts += [
        EndPart(placed.kind, tuple(_given(placed, notice, offices, texts))) for placed in given
    ]
    parts += [
        EndPart(part.value, tuple(_part(part, notice, offices, texts)))
        for part in Part
        if part.value not in named
    ]
    kept = tuple(part for part in parts if part.blocks)
    return Ending(kept, is_ordered(notice.closing))


def _given(
    placed: Placed, notice: Notice, offices: tuple[Office, ...], texts: DocumentTexts
) -> Iterator[Block]:
    match placed.kind:
        case "text":
            yield from _paragraphs(placed.path, placed.value)
        case "table":
            yield read_table(placed.value, placed.path)
        case kind:
            yield from _part(Part(kind), notice, offices, texts)


def _part(
    part: Part, notice: Notice, offices: tuple[Office, ...], texts: DocumentTexts
) -> Iterator[Block]:
    match part:
        case Part.NOTES | Part.GLOSSARY:
            yield from _explained(part, notice, texts)
        case Part.ATTACHMENTS:
            yield from _attachments(notice, texts)
        case Part.POSTING_PERIOD:
            if posting := posting_of(notice, texts):
                yield posting
        case Part.INVITATION:
            yield from _paragraphs(("feedback", "invitation"), notice.feedback.invitation)
        case Part.CONTACT:
            yield from _contacts(offices, texts)
        case Part.FEEDBACK:
            yield from _feedback(notice, texts)
        case Part.SIGNATURE:
            yield from _signature(notice)


def _dropped(notice: Notice) -> Iterator[Paragraph]:
    """Yield why problems are reported no more: right behind the chapters that lack them."""
    for number, each in enumerate(notice.dropped):
        path = ("dropped", number, "reason")
        yield Paragraph(Value(path, Role.PROSE, each.reason, marked=True))


def _explained(part: Part, notice: Notice, texts: DocumentTexts) -> Iterator[Block]:
    if part is Part.NOTES and notice.notes:
        yield read_notes(notice.notes, ("notes",))
    if part is Part.GLOSSARY and notice.glossary:
        yield read_glossary(notice.glossary, ("glossary",), None, texts)


def _contacts(offices: tuple[Office, ...], texts: DocumentTexts) -> Iterator[Block]:
    labelled = False
    for office in offices:
        if not (office.in_lines or labelled):
            yield Label(texts.offices)
            labelled = True
        yield from office.lines


def _feedback(notice: Notice, texts: DocumentTexts) -> Iterator[Fact]:
    if url := notice.feedback.url:
        place = Value(("feedback", "url"), Role.ADDRESS, url)
        yield Fact("feedback", texts.facts.feedback, url, texts.colon, (place,))


def _signature(notice: Notice) -> Iterator[Signature]:
    if signed := notice.signature:
        names = listed_values(("signature", "name"), Role.DATA, signed.name)
        date = day_text(signed.date) if signed.date else ""
        yield Signature(names, date, machine_day(signed.date) if signed.date else "")


def _paragraphs(path: tuple[str | int, ...], texts: tuple[str, ...]) -> Iterator[Paragraph]:
    return (Paragraph(value) for value in prose_values(path, Role.PROSE, texts))


def _attachments(notice: Notice, texts: DocumentTexts) -> Iterator[Attachment]:
    for number, attachment in enumerate(notice.attachments):
        path = ("attachments", number)
        title = Value((*path, "title"), Role.DATA, attachment.title)
        places = (
            *named_values(path, Role.LABEL, attachment, ("file",)),
            *named_values(path, Role.ADDRESS, attachment, ("url",)),
        )
        typed = next(iter(named_values(path, Role.LABEL, attachment, ("label",))), None)
        yield Attachment(
            number + 1,
            attachment_word(number + 1, typed, texts),
            title,
            places[0] if places else None,
            bool(attachment.file),
            texts.brackets,
            typed,
        )
