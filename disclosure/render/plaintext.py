"""The notice as plain text: for instant messages, screen readers, and in thirty years.

UTF-8 with a byte order mark and CRLF, so that every Notepad shows it.
"""

from collections.abc import Container, Iterable, Iterator
from typing import assert_never

from disclosure.document.blocks import (
    Answer,
    Block,
    ContactLine,
    Fact,
    Heading,
    Item,
    Label,
    Paragraph,
    Particulars,
    Table,
)
from disclosure.document.document import Document
from disclosure.document.head_and_foot import Attachment, HeadLine, Signature
from disclosure.document.note_blocks import Glossary, Notes
from disclosure.document.picture_blocks import Pictures
from disclosure.render.prose import ProseSetter


def notice_text(document: Document, prose: ProseSetter, left_out: Container[str] = ()) -> bytes:
    """Return the whole notice, paragraph by paragraph.

    Args:
        document: what it says.
        prose: sets its texts.
        left_out: keys of facts that are not printed at its head.

    """
    head = (fact.line for fact in document.head if fact.key not in left_out)
    below = (line.line for line in document.below_title)
    lines = [document.title, *below, "", *head, ""]
    for group in document.groups:
        for block in group:
            lines += _lines(block, prose)
        lines.append("")
    text = "\r\n".join(lines).rstrip() + "\r\n"
    return ("\ufeff" + text).encode()


def _lines(block: Block, prose: ProseSetter) -> Iterable[str]:
    match block:
        case Answer():
            return _answer(block, prose)
        case Heading():
            opening = block.opening
            return (block.text + (prose.plain(opening.value.raw) if opening else ""),)
        case Paragraph():
            return (prose.plain(block.value.raw),)
        case Particulars():
            return (fact.line for fact in block.facts)
        case Notes() | Glossary():
            return (each.label + prose.plain(each.text.raw) for each in block.items)
        case Table():
            return _table(block, prose)
        case Pictures():
            return (picture.line for picture in block.pictures)
        case Fact() | ContactLine() | Attachment() | Label() | HeadLine():
            return (block.line,)
        case Signature():
            return ("", *block.lines)
        case _:
            assert_never(block)


def _table(table: Table, prose: ProseSetter) -> Iterator[str]:
    """Yield caption, rows and note; a cell that belongs to another leaves its place empty."""
    if table.caption:
        yield table.caption.raw
    yield from ("\t".join(cell.raw if cell else "" for cell in row) for row in table.heads)
    for row in table.rows:
        yield "\t".join(prose.plain(cell.raw) if cell else "" for cell in row)
    if table.note:
        yield table.note.raw


def _answer(answer: Answer, prose: ProseSetter) -> Iterator[str]:
    label, in_lines = answer.opening, answer.in_lines
    if label and (answer.own_line or in_lines):
        yield label
        label = ""
    if in_lines:
        yield from (line for item in answer.items for line in _item(item, prose))
    else:
        yield label + prose.spoken(answer)


def _item(item: Item, prose: ProseSetter) -> Iterator[str]:
    yield item.word + prose.plain(item.value.raw)
    for below in item.below:
        if isinstance(below, Item):
            yield from _item(below, prose)
        else:
            yield prose.plain(below.raw)
