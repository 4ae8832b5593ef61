"""The outline of a text: what stands under which heading."""

from dataclasses import dataclass

from disclosure.importer.reading import Block, Remark
from disclosure.importer.tracked import Tracked
from disclosure.model.mark_style import MarkStyle


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with all that stands under it, in the order of the file.

    Attributes:
        mark: as typed or as Word makes it, with its sign and without blanks behind (``一、``);
            empty for a heading without one.
        style: of the mark; ``NONE`` for a heading without one.
        number: that the mark says; 0 without one.
        title: without the mark; a full stop is part of it where it is printed.
        run_in: whether text follows on the same line (接排); that text is the first block.
        blocks: paragraphs, tables, pictures and further headings.
        guess: code of the reason if this was guessed (``import.guess.<what>``), else empty.

    """

    mark: Tracked
    style: MarkStyle
    number: int
    title: Tracked
    run_in: bool = False
    blocks: tuple["Node", ...] = ()
    guess: str = ""


Node = Block | Heading


@dataclass(frozen=True, slots=True)
class Outline:
    """A text by its headings.

    Attributes:
        before: what stands before the first heading: title, date, lead.
        headings: of the highest level.
        after: what stands behind the text of the last heading and belongs to none: contacts,
            posting period, signature, attachments.
        remarks: faults of numbering: missing, repeated, restarting, skipped.

    """

    before: tuple[Block, ...]
    headings: tuple[Heading, ...]
    after: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
