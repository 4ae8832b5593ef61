"""The document's blocks with their runs: what stands under what no longer matters.

Order and words are the document's. What becomes of a block is up to the templates, which look
at nothing but its role.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple, assert_never

from disclosure.document.blocks import (
    Answer,
    ContactLine,
    Fact,
    Heading,
    Item,
    Label,
    Paragraph,
    Particulars,
    Table,
)
from disclosure.document.blocks import Block as DocumentBlock
from disclosure.document.contact_lines import SENTENCE
from disclosure.document.document import Document
from disclosure.document.head_and_foot import Attachment, HeadLine, Signature
from disclosure.document.note_blocks import Glossary, Notes
from disclosure.document.picture_blocks import Picture, Pictures
from disclosure.document.values import Value
from disclosure.render.deliveries.runs import Run, runs_of, unlinked
from disclosure.render.prose import ProseSetter
from disclosure.render.views.fit import Fit
from disclosure.render.views.tables import CellView, view_table

_OF_THE_FORM: Final = ("issuer", "source", "published")
# Between facts on one line; a reader hears a pause.
_GAP: Final = Run("\u3000")


class Role(StrEnum):
    """What a block is, for those who style it."""

    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    HEADING_5 = "heading-5"
    HEADING_6 = "heading-6"
    TEXT = "text"
    LABEL = "label"
    FACTS = "facts"
    CAPTION = "caption"
    NOTE = "note"
    CONTACT = "contact"
    SIGNATURE = "signature"
    SUBTITLE = "subtitle"
    ADDRESSEE = "addressee"
    TABLE = "table"
    PICTURES = "pictures"


class Cell(NamedTuple):
    """One cell of a table.

    Attributes:
        lines: of runs; the first is what the cell says, the others explain it.
        number: set to the right, on one line.
        head: ``col`` or ``row`` where it is the head of one; else empty.
        down: how many rows it takes.
        across: how many columns it takes.

    """

    lines: tuple[tuple[Run, ...], ...]
    number: bool = False
    head: str = ""
    down: int = 1
    across: int = 1


class Block(NamedTuple):
    """One paragraph, heading or table.

    Attributes:
        level: of a heading, 1 for a chapter; 0 for any other block.
        title: of a section whose text goes on in the same line; the runs follow it.
        heads: rows of a table's head.
        rows: of a table.
        fit: how a table is set on paper; its caption and note go with it.
        tall: for each row, whether it may go on over the page.
        shares: of each column, in percent; none where the engine measures.
        pictures: beside each other, with their captions.

    """

    role: Role
    runs: tuple[Run, ...] = ()
    level: int = 0
    title: str = ""
    heads: tuple[tuple[Cell, ...], ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    fit: Fit = Fit.UPRIGHT
    tall: tuple[bool, ...] = ()
    shares: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()


def head_facts(document: Document) -> tuple[Fact, ...]:
    """Return what stands between the title and the text of an official document.

    The index number does not: it belongs to the catalogue, and the form of a CMS asks for it.
    """
    return tuple(fact for fact in document.head if fact.key != "index_number")


def office_facts(document: Document) -> tuple[Fact, ...]:
    """Return those of the facts that the form of a CMS does not print by itself."""
    return tuple(fact for fact in head_facts(document) if fact.key not in _OF_THE_FORM)


def text_blocks(document: Document, prose: ProseSetter) -> tuple[Block, ...]:
    """Return the text of a notice, from its first paragraph to the signature."""
    return tuple(made for block in document.blocks for made in _made(block, prose))


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


def facts_block(facts: Iterable[Fact], role: Role = Role.FACTS) -> Block:
    """Return one line of facts, each of which moves to the next line as a whole."""
    runs: list[Run] = []
    for fact in facts:
        runs += [_GAP] if runs else []
        runs.append(Run(fact.line, keep="whole"))
    return Block(role, tuple(runs))


def head_line(line: HeadLine) -> Block:
    """Return a line below the title, or before the first paragraph."""
    below = line.key in {"subtitle", "speaker"}
    return paragraph(line.line, Role.SUBTITLE if below else Role.ADDRESSEE)


def paragraph(text: str, role: Role = Role.TEXT) -> Block:
    """Return a block of plain text."""
    return Block(role, (Run(text),))


def heading(text: str, level: int) -> Block:
    """Return a heading."""
    return Block(Role(f"heading-{level}"), (Run(text),), level)


def _made(block: DocumentBlock, prose: ProseSetter) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield Block(Role.TEXT, _runs(block.value, prose))
        case Answer():
            yield from _answer(block, prose)
        case Heading():
            yield _heading(block, prose)
        case Particulars():
            yield facts_block(block.facts)
        case Notes() | Glossary():
            yield from _notes(block, prose)
        case Table():
            yield from _table(block, prose)
        case Pictures():
            yield Block(Role.PICTURES, pictures=block.pictures)
        case ContactLine() | Attachment() | Fact() | Label() | HeadLine():
            yield _line(block)
        case Signature():
            yield from (paragraph(line, Role.SIGNATURE) for line in block.lines)
        case _:
            assert_never(block)


def _notes(block: Notes | Glossary, prose: ProseSetter) -> Iterator[Block]:
    role = Role.NOTE if isinstance(block, Notes) else Role.TEXT
    for each in block.items:
        yield Block(role, (Run(each.label), *_runs(each.text, prose)))


def _line(block: ContactLine | Attachment | Fact | Label | HeadLine) -> Block:
    match block:
        case ContactLine():
            opening = (Run(block.opening),) if block.opening else ()
            return Block(_contact_role(block), (*opening, *_entries(block)))
        case Attachment():
            if block.place is None:
                return paragraph(block.line)
            place, (before, behind) = block.place.raw, block.brackets
            run = Run(place) if block.is_file else Run(place, href=place)
            return Block(Role.TEXT, (Run(f"{block.label}{before}"), run, Run(behind)))
        case Fact(key="feedback"):
            run = Run(block.text, href=block.text)
            return Block(Role.CONTACT, (Run(block.opening), run))
        case Fact():
            return paragraph(block.line)
        case HeadLine():
            return head_line(block)
        case Label():
            return Block(Role.LABEL, (Run(block.line, strong=True),))


def _runs(value: Value, prose: ProseSetter) -> tuple[Run, ...]:
    return runs_of(prose.markup(value.raw))


def _heading(block: Heading, prose: ProseSetter) -> Block:
    level, opening = block.node.depth, block.opening
    if opening is None:
        return heading(block.text, level)
    return Block(Role(f"heading-{level}"), _runs(opening.value, prose), level, block.text)


def _answer(answer: Answer, prose: ProseSetter) -> Iterator[Block]:
    label = (Run(answer.opening, strong=True),) if answer.label else ()
    if label and (answer.is_list or answer.own_line):
        yield Block(Role.LABEL, label)
        label = ()
    for item in answer.items:
        yield from _item(item, prose, label)
        label = ()


def _item(item: Item, prose: ProseSetter, label: tuple[Run, ...] = ()) -> Iterator[Block]:
    word = (Run(item.word, strong=True),) if item.word else ()
    yield Block(Role.TEXT, (*label, *word, *_runs(item.value, prose)))
    for below in item.below:
        if isinstance(below, Item):
            yield from _item(below, prose)
        else:
            yield Block(Role.TEXT, _runs(below, prose))


def _table(table: Table, prose: ProseSetter) -> Iterator[Block]:
    view = view_table(table, prose)
    if view.caption:
        yield paragraph(view.caption, Role.CAPTION)._replace(fit=view.fit)
    yield Block(
        Role.TABLE,
        heads=tuple(tuple(map(_cell, row)) for row in view.heads),
        rows=tuple(tuple(map(_cell, row)) for row in view.rows),
        fit=view.fit,
        tall=view.tall,
        shares=view.shares,
    )
    if view.note:
        yield paragraph(view.note, Role.NOTE)._replace(fit=view.fit)


def _cell(cell: CellView) -> Cell:
    return Cell((runs_of(cell.text),), cell.number, cell.head, cell.down, cell.across)


def _contact_role(line: ContactLine) -> Role:
    return Role.TEXT if line.key == SENTENCE else Role.CONTACT


def _entries(line: ContactLine) -> Iterator[Run]:
    if not line.joint:
        for entry in line.entries:
            dialled = entry.href.startswith("tel:")
            strong = dialled and line.key == "phone"
            yield Run(entry.text, strong=strong, keep="together" * dialled, href=entry.href)
        return
    if line.key != "phone":
        yield Run(line.text, href=line.entries[0].href)
        return
    for number, phone in enumerate(line.entries):
        if number:
            yield Run(line.joint)
        yield Run(phone.text, strong=True, keep="together", href=phone.href)
