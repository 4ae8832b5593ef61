"""Blocks in their order: paragraphs with their numbers, tables, pictures, boxes."""

from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.boxes import is_red_head
from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.groups import grouped
from disclosure.importer.readers.docx.images import read_pictures
from disclosure.importer.readers.docx.inline import Inline, read_inline
from disclosure.importer.readers.docx.looks import appended, settled
from disclosure.importer.readers.docx.lookups import name_stretch
from disclosure.importer.readers.docx.numbering import Numbering
from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.docx.rows import is_blank, raw_text
from disclosure.importer.readers.docx.tables import read_table
from disclosure.importer.readers.docx.typed_marks import is_same, typed_mark
from disclosure.importer.readers.docx.xml_tree import child
from disclosure.importer.reading import Block, Paragraph, Table
from disclosure.importer.tracked import Tracked

_BOX: Final = "文本框"
_INNER: Final = "内表"


class Body:
    """Reads the blocks of a file, from its first on; numbers are counted along."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._numbering = Numbering(context.parts, context.styles)
        self._paragraphs = 0
        self._tables = 0

    def read(self, holder: Element | None) -> tuple[Block, ...]:
        """Return the blocks of ``w:body``."""
        return () if holder is None else self._blocks(holder, "")

    def _blocks(self, holder: Element, where: str) -> tuple[Block, ...]:
        found: list[Block] = []
        # A paragraph whose mark is deleted: the next one belongs to it.
        open_: Paragraph | None = None
        for element in grouped(holder):
            if isinstance(element, Element) and element.tag == "w:p":
                blocks, open_ = self._around(element, where, open_)
                found += blocks
                continue
            found += [open_] if open_ and _shows(open_) else []
            open_ = None
            if isinstance(element, list):
                table = self._table(element, where)
                found += [table] if any(table.rows) else []
            else:
                self._leave_out(element, where)
        found += [open_] if open_ and _shows(open_) else []
        return tuple(found)

    def _around(
        self, element: Element, where: str, open_: Paragraph | None
    ) -> tuple[list[Block], Paragraph | None]:
        """Return a paragraph with its boxes and pictures, and it again if it is not at its end."""
        if not where and not is_blank(element):
            self._paragraphs += 1
        place = where or f"第{self._paragraphs}段"
        look = self._context.styles.paragraph_look(self._properties(element))
        inline = read_inline(element, self._context, place, look)
        name_stretch(element, inline.text, self._context)
        paragraph = open_
        if not inline.gone:
            look, spans = settled(look, inline.spans, inline.text)
            own = Paragraph(inline.text, look, "", place, spans)
            paragraph = self._numbered(element, own, inline, open_)
        found: list[Block] = []
        for box in inline.boxes:
            found += self._box(box, place)
        ends = not inline.gone and not inline.joins_next
        if ends and paragraph is not None and _shows(paragraph):
            found.append(paragraph)
        found += read_pictures(element, inline.pictures, self._context, place)
        return found, None if ends else paragraph

    def _numbered(
        self, element: Element, own: Paragraph, inline: Inline, open_: Paragraph | None
    ) -> Paragraph:
        """Return the paragraph with its number, behind the one before it if that has no end."""
        if open_ is not None and open_.text.text.strip():
            return appended(open_, own)
        if open_ is not None:
            own = appended(open_, own)
        # Nothing of it prints: Word does not count it. An empty one it does count.
        if not own.text.text.strip() and (inline.joins_next or raw_text(element).strip()):
            return own
        return replace(own, mark=self._mark(element, own.text, own.place))

    def _mark(self, element: Element, text: Tracked, place: str) -> str:
        mark = self._numbering.next_mark(self._properties(element))
        if mark is None or not mark.text.strip():
            return ""
        say = self._context.collector.remark
        typed = typed_mark(mark.text, text.text)
        if typed:
            same = is_same(mark.text, typed)
            code = "import.word.number_twice" if same else "import.word.number_differs"
            say(code, {"mark": mark.text, "typed": typed}, place, text)
            return ""
        say("import.word.number_made", {"mark": mark.text}, place, text)
        if mark.beyond:
            say("import.word.circle", {"mark": mark.text}, place, text)
        return mark.text

    def _properties(self, element: Element) -> Element | None:
        """Return ``w:pPr``, as it was before a change of format where that text is read."""
        before = child(element, "w:pPr/w:pPrChange/w:pPr")
        if before is not None and self._context.revisions is Revisions.ORIGINAL:
            return before
        return child(element, "w:pPr")

    def _table(self, tables: list[Element], where: str) -> Table:
        if not where:
            self._tables += 1
        place = f"{where}{_INNER}" if where else f"表{self._tables}"
        return read_table(tables, self._context, self._blocks, place)

    def _box(self, box: Element, place: str) -> tuple[Block, ...]:
        place = f"{place}{_BOX}"
        self._context.collector.remark("import.word.box", {}, place)
        rest = Element(box.tag)
        for each in box:
            if each.tag == "w:p" and is_red_head(each):
                text = plain_text(each)
                self._context.collector.drop(text, "import.word.red_head", {"text": text}, place)
            else:
                rest.append(each)
        return self._blocks(rest, place)

    def _leave_out(self, element: Element, where: str) -> None:
        """List what is no block of Word's, or a file within the file."""
        place = where or f"第{self._paragraphs}段"
        if element.tag == "w:altChunk":
            self._context.collector.remark("import.word.file_within", {}, place)
        else:
            text = plain_text(element)
            self._context.collector.drop(text, "import.word.unknown", {"name": element.tag}, place)


def _shows(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.text.strip() or paragraph.mark)
