"""The notice as plain text: for instant messages, screen readers, and in thirty years.

UTF-8 with a byte order mark and CRLF, so that every Notepad shows it.
"""

from collections.abc import Container, Iterator
from typing import assert_never

from disclosure.document.blocks import (
    Answer,
    Attachment,
    Block,
    ContactLine,
    Fact,
    Heading,
    HeadLine,
    Label,
    Paragraph,
    Particulars,
    Signature,
    Table,
)
from disclosure.document.document import Document
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
        lines += [*(line for block in group for line in _lines(block, prose)), ""]
    text = "\r\n".join(lines).rstrip() + "\r\n"
    return ("\ufeff" + text).encode()


def _lines(block: Block, prose: ProseSetter) -> Iterator[str]:
    match block:
        case Answer():
            spoken = prose.spoken(block)
            yield f"{block.label}：{spoken}" if block.label else spoken
        case Heading():
            opening = block.opening
            yield block.text + (prose.plain(opening.value.raw) if opening else "")
        case Paragraph():
            yield prose.plain(block.value.raw)
        case Particulars():
            yield from (fact.line for fact in block.facts)
        case Table():
            yield block.caption.raw
            yield "\t".join(column.raw for column in block.columns)
            yield from ("\t".join(prose.plain(cell.raw) for cell in row) for row in block.rows)
            if block.note:
                yield block.note.raw
        case Fact() | ContactLine() | Attachment() | Label() | HeadLine():
            yield block.line
        case Signature():
            yield from ("", *block.lines)
        case _:
            assert_never(block)
