"""Blocks: what a notice consists of when it is read from first line to last.

A block says what is printed and in which words; how it looks is a writer's business. Its
``values`` are the texts that people wrote for it, in the order in which they are read.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from disclosure.document.head_and_foot import Attachment, HeadLine, Signature
from disclosure.document.note_blocks import Glossary, Notes
from disclosure.document.picture_blocks import Pictures
from disclosure.document.values import Value
from disclosure.model.faults import Path
from disclosure.model.outline import Node

# Of a title: the sentence goes on in the text.
_LEADS_ON: Final = "，"


class Fact(NamedTuple):
    """A label and what stands behind it.

    Attributes:
        key: what it is, whatever the unit calls it.
        label: as printed, without colon.
        text: as printed.
        colon: behind the label.
        values: what it prints, where somebody wrote it as a text; none for dates and numbers.
        machine: the same for programs, where that is another text.
        place: where the notice holds it, of a date or a choice.

    """

    key: str
    label: str
    text: str
    colon: str
    values: tuple[Value, ...] = ()
    machine: str = ""
    place: Path = ()

    @property
    def opening(self) -> str:
        """What stands before the text: the label with its colon."""
        return f"{self.label}{self.colon}" if self.label else ""

    @property
    def line(self) -> str:
        """The fact as a line of its own."""
        return self.opening + self.text


class Paragraph(NamedTuple):
    """A paragraph of prose."""

    value: Value

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return (self.value,)


_PROBLEM: Final = "问题"
_CALLED: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{1,20}?)(?P<number>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[：:、.．\s]"
)


def called_in(heading: str, noun: str) -> str:
    """Return the number by which a heading calls its problem; see ``Heading.called``."""
    match = _CALLED.match(heading)
    return match["number"] if match and match["noun"] in {noun, _PROBLEM} else ""


class Heading(NamedTuple):
    """The heading of a section.

    Attributes:
        node: the section.
        title: without the mark.
        typed: mark and address that the section gives itself.
        opening: the paragraph that goes on in the same line; None where none does.

    """

    node: Node
    title: Value
    typed: tuple[Value, ...]
    opening: Paragraph | None

    @property
    def text(self) -> str:
        """Mark and title."""
        return self.node.mark + self.title.raw

    def called(self, noun: str) -> str:
        """Return the number by which the heading calls its problem: 2 of ``问题2：``.

        Empty where it has none. Where numbers begin anew in a chapter, several problems have the
        same: it is printed so.

        Args:
            noun: what the notice calls a problem, beside 问题.

        """
        return called_in(self.text, noun)

    @property
    def listed(self) -> str:
        """The title apart from its text, in contents and ledger: what leads on leads nowhere."""
        return self.title.raw.removesuffix(_LEADS_ON)

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return (*self.typed, self.title, *(self.opening.values if self.opening else ()))


class Item(NamedTuple):
    """One text of an answer, and the word that is printed before it: 一是, 二是, or none.

    Attributes:
        word: as printed.
        value: the text behind it.
        below: what else belongs to the item, in order: its paragraphs, and the items under it.
        typed: the word, where the item gives one of its own.

    """

    word: str
    value: Value
    below: tuple["Value | Item", ...] = ()
    typed: Value | None = None

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        if not self.below and not self.typed:
            return (self.value,)
        under = (e.values if isinstance(e, Item) else (e,) for e in self.below)
        typed = (self.typed,) if self.typed else ()
        return (*typed, self.value, *(value for values in under for value in values))


class Answer(NamedTuple):
    """What was done, under a label; or a list of the text, which is printed like it.

    Attributes:
        label: as printed, without colon; empty where it goes on with the answer before it.
        items: items of a list, or paragraphs.
        is_list: whether they are items.
        colon: behind the label.
        typed: the label, where the section gives one of its own.
        own_line: whether the label stands in a line of its own, whatever follows.
        is_answer: whether it tells what was done.
        about: ids of other problems whose answer it is, too.

    """

    label: str
    items: tuple[Item, ...]
    is_list: bool
    colon: str
    typed: Value | None = None
    own_line: bool = False
    is_answer: bool = True
    about: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        texts = tuple(value for item in self.items for value in item.values)
        return (self.typed, *texts) if self.typed else texts

    @property
    def opening(self) -> str:
        """What stands before the items: the label with its colon."""
        return f"{self.label}{self.colon}" if self.label else ""

    @property
    def in_lines(self) -> bool:
        """Whether plain text gives each paragraph a line of its own."""
        return not self.is_answer or any(item.below for item in self.items)


# Of a table's cells; None is a cell that belongs to another.
TableRow = tuple[Value | None, ...]


class Table(NamedTuple):
    """A table with its caption above and its note below.

    Attributes:
        caption: None where it has none.
        heads: rows of its head; none where its row heads are all.
        rows: of its body.
        note: None where it has none.
        spans: of cells that others belong to, how many rows and columns they take; by row and
            column, those of the head counted first.
        row_heads: whether the first cell of a row is its head.
        align_numbers: whether columns of numbers are set to the right.

    """

    caption: Value | None
    heads: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    note: Value | None
    spans: Mapping[tuple[int, int], tuple[int, int]] = MappingProxyType({})
    row_heads: bool = False
    align_numbers: bool = False

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        cells = (cell for row in (*self.heads, *self.rows) for cell in row)
        return tuple(each for each in (self.caption, *cells, self.note) if each is not None)


class Particulars(NamedTuple):
    """Who answers for a problem, until when, how far it has come."""

    facts: tuple[Fact, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """What somebody wrote."""
        return tuple(value for fact in self.facts for value in fact.values)


class Label(NamedTuple):
    """A word before what follows it, in a line of its own."""

    line: str
    values: tuple[Value, ...] = ()


class Entry(NamedTuple):
    """One of the things in a contact's line, and the address behind it if it has one."""

    text: str
    href: str = ""


class ContactLine(NamedTuple):
    """One line of a contact.

    Attributes:
        key: of the field it prints.
        label: as printed, without colon; empty where a line typed as such has none.
        entries: one, or several numbers; of a line typed as such, its text in stretches.
        values: what somebody wrote.
        colon: behind the label.
        joint: between entries.

    """

    key: str
    label: str
    entries: tuple[Entry, ...]
    values: tuple[Value, ...]
    colon: str
    joint: str

    @property
    def text(self) -> str:
        """All entries."""
        return self.joint.join(entry.text for entry in self.entries)

    @property
    def opening(self) -> str:
        """What stands before the entries: the label with its colon."""
        return f"{self.label}{self.colon}" if self.label else ""

    @property
    def line(self) -> str:
        """Label and entries."""
        return self.opening + self.text


SectionBlock = Paragraph | Table | Pictures | Answer | Notes | Glossary
Block = (
    SectionBlock
    | Heading
    | Particulars
    | Fact
    | Attachment
    | Label
    | ContactLine
    | Signature
    | HeadLine
)
