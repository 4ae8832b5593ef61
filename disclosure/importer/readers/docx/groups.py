"""Blocks as they stand in the XML, with tables that a page or a section cuts in two as one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.rows import REVISED, is_blank, raw_text, rows_of, width_of
from disclosure.importer.readers.docx.tables import head_count, head_keys
from disclosure.importer.readers.docx.xml_tree import child, unwrapped

_ON: Final = re.compile(
    r"[（(]?(?:续上?表[0-9一二三四五六七八九十]{0,3}|续)[）)]?|表[0-9]{1,3}[（(]续[）)]"
)


@dataclass
class _Waiting:
    """A table that may go on, and the paragraphs read since: empty, or saying that it does."""

    tables: list[Element] = field(default_factory=list)
    between: list[Element] = field(default_factory=list)
    width: int = 0
    heads: frozenset[tuple[str, ...]] = frozenset()

    def begin(self, table: Element) -> None:
        """Take the first part of a table: the others are compared with it."""
        rows = list(rows_of(table))
        self.tables, self.width, self.heads = [table], width_of(rows), head_keys(rows)

    def released(self) -> Iterator[Element | list[Element]]:
        """Yield all that waits, which is at its end."""
        if self.tables:
            yield self.tables
        yield from self.between
        self.tables, self.between = [], []


def grouped(holder: Element) -> Iterator[Element | list[Element]]:
    """Yield what stands in ``w:body``, a cell or a box: elements, and for a table a list.

    That is the parts of the table, and the lines between them that say that it goes on.
    """
    waiting = _Waiting()
    for element in unwrapped(holder, REVISED):
        if element.tag == "w:tbl":
            if waiting.tables and _goes_on(waiting, element):
                waiting.tables += [each for each in waiting.between if not is_blank(each)]
                waiting.tables.append(element)
                waiting.between.clear()
            else:
                yield from waiting.released()
                waiting.begin(element)
        elif waiting.tables and element.tag == "w:p" and (is_blank(element) or _says_on(element)):
            waiting.between.append(element)
        elif element.tag in ("w:p", "w:altChunk") or not is_blank(element):
            yield from waiting.released()
            yield element
    yield from waiting.released()


def _goes_on(waiting: _Waiting, table: Element) -> bool:
    """Say whether a table is the rest of the one before it."""
    rows = list(rows_of(table))
    if width_of(rows) != waiting.width:
        return False
    if not waiting.between or (rows and rows[0].key in waiting.heads):
        return True
    return any(_says_on(each) for each in waiting.between) or (
        not head_count(rows) and any(_ends_page(each) for each in waiting.between)
    )


def _says_on(paragraph: Element) -> bool:
    """Say whether a line above a table tells that it goes on: 续表, 表1（续）."""
    return bool(_ON.fullmatch("".join(raw_text(paragraph).split())))


def _ends_page(paragraph: Element) -> bool:
    """Say whether a page or a section ends in it."""
    if child(paragraph, "w:pPr/w:sectPr") is not None:
        return True
    if child(paragraph, "w:pPr/w:pageBreakBefore") is not None:
        return True
    return any(
        each.tag == "w:lastRenderedPageBreak"
        or (each.tag == "w:br" and each.get("w:type") == "page")
        for each in paragraph.iter()
    )
