"""The blocks of the document as paragraphs and tables of Word; words and order are its own."""

from collections.abc import Iterable, Mapping
from typing import Final, assert_never

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
from disclosure.document.head_and_foot import Attachment, HeadLine, Signature
from disclosure.document.note_blocks import Glossary, Note, Notes
from disclosure.document.picture_blocks import Picture, Pictures
from disclosure.document.values import Value
from disclosure.render.deliveries.word import paragraphs as word
from disclosure.render.deliveries.word import styles
from disclosure.render.deliveries.word.anchors import Bookmarks, problem_mark, value_mark
from disclosure.render.deliveries.word.body import Body
from disclosure.render.deliveries.word.numbering import UNCOUNTED, Lists
from disclosure.render.deliveries.word.package import Relations
from disclosure.render.deliveries.word.pages import TURNED_WIDTH, UPRIGHT_WIDTH
from disclosure.render.deliveries.word.paragraphs import Words, looks_of
from disclosure.render.deliveries.word.pictures import Image, picture_xml
from disclosure.render.deliveries.word.tables import table_xml
from disclosure.render.deliveries.word.xml import element
from disclosure.render.prose import ProseSetter
from disclosure.render.views.tables import view_table
from disclosure.zh.width import display_width

_BELOW_TITLE: Final = frozenset({"subtitle", "speaker"})
_DATE_FROM_EDGE: Final = 4.0  # characters (GB/T 9704-2012, 7.3.5.1)


class BlockWriter:
    """Writes block after block into a body."""

    def __init__(
        self,
        body: Body,
        lists: Lists,
        relations: Relations,
        prose: ProseSetter,
        images: Mapping[str, Image],
    ) -> None:
        """Begin a document.

        Args:
            body: what is written into.
            lists: its automatic numbers.
            relations: of the part that holds the body.
            prose: sets its texts.
            images: that can be shown, by the names of their files.

        """
        self._body, self._lists, self._relations = body, lists, relations
        self._prose, self._images = prose, images
        self._bookmarks = Bookmarks()
        self._shown = 0

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks in their order."""
        rest = iter(blocks)
        block = next(rest, None)
        while block is not None:
            following = next(rest, None)
            if isinstance(block, Heading) and _goes_on(block, following):
                self._heading(block, following)
                following = next(rest, None)
            else:
                self._write(block)
            block = following

    def head_line(self, line: HeadLine) -> None:
        """Write a line below the title, or before the first paragraph."""
        below = line.key in _BELOW_TITLE
        style = styles.SUBTITLE if below else styles.ADDRESSEE
        self._add(style, self._value(line.value, Words(line.line).xml))

    def _write(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._add(styles.BODY, self._prose_of(block.value))
            case Heading():
                self._heading(block)
            case Answer():
                self._answer(block)
            case Particulars():
                self._particulars(block)
            case Notes() | Glossary():
                self._explained(block)
            case Table():
                self._table(block)
            case Pictures():
                self._pictures(block)
            case ContactLine() | Attachment() | Fact() | Label() | HeadLine():
                self._line(block)
            case Signature():
                self._signature(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading, answer: Block | None = None) -> None:
        """Write a heading, and the answer that goes on in its line, as on the page."""
        node = block.node
        counted = self._lists.heading(node.depth, node.mark, typed=node.section.mark is not None)
        mark = node.mark if counted is UNCOUNTED else ""
        opening = self._prose_of(block.opening.value) if block.opening else ""
        if isinstance(answer, Answer):
            label = self._typed(answer.typed, answer.opening) if answer.opening else ""
            opening = label + self._prose_of(answer.items[0].value)
        if not opening:
            title = self._value(block.title, Words(block.title.raw).xml)
            inside, style = Words(mark).xml + title, styles.heading_style(node.depth)
        else:
            style = styles.run_in_style(node.depth)
            title = self._value(block.title, Words(block.title.raw, style).xml)
            inside = Words(mark, style).xml + title + opening
            style = styles.BODY
        for value in block.typed:
            inside = self._value(value, inside)
        if node.problem:
            inside = self._bookmarks.around(inside, problem_mark(node.anchor))
        self._body.add(word.Paragraph(style, inside, counted))

    def _answer(self, answer: Answer) -> None:
        label = answer.opening
        if label and (answer.is_list or answer.own_line):
            self._add(styles.LABEL, self._typed(answer.typed, label))
            label = ""
        self._items(answer.items, self._typed(answer.typed, label) if label else "")

    def _items(self, items: Iterable[Item], opening: str = "") -> None:
        first = True
        for item in items:
            typed = item.typed is not None
            counted = self._lists.item(item.word, typed=typed, first=first)
            numbered = counted is not UNCOUNTED
            first = first and not numbered
            word_xml = "" if numbered else self._typed(item.typed, item.word)
            inside = opening + word_xml + self._prose_of(item.value)
            self._body.add(word.Paragraph(styles.BODY, inside, counted if numbered else None))
            opening = ""
            self._below(item)

    def _below(self, item: Item) -> None:
        under: list[Item] = []
        for each in item.below:
            if isinstance(each, Item):
                under.append(each)
                continue
            self._items(under)
            under = []
            self._add(styles.BODY, self._prose_of(each))
        self._items(under)

    def _explained(self, block: Notes | Glossary) -> None:
        style = styles.NOTE if isinstance(block, Notes) else styles.BODY
        for each in block.items:
            mark = each.mark if isinstance(each, Note) else each.term
            label = self._value(mark, Words(each.label).xml)
            self._add(style, label + self._prose_of(each.text))

    def _table(self, table: Table) -> None:
        view = view_table(table, self._prose)
        turned = view.fit.turned
        if table.caption:
            inside = self._value(table.caption, Words(view.caption).xml)
            self._body.add(word.Paragraph(styles.CAPTION, inside), turned=turned)
        width = TURNED_WIDTH if turned else UPRIGHT_WIDTH
        self._body.add_table(table_xml(view, width), turned=turned)
        if table.note:
            inside = self._value(table.note, Words(view.note).xml)
            self._body.add(word.Paragraph(styles.NOTE, inside), turned=turned)

    def _pictures(self, block: Pictures) -> None:
        for picture in block.pictures:
            self._picture(picture)

    def _particulars(self, block: Particulars) -> None:
        for fact in block.facts:
            self._line(fact)

    def _picture(self, picture: Picture) -> None:
        image = self._images.get(picture.file)
        inside = Words(picture.shown).xml
        if image:
            self._shown += 1
            relation = self._relations.lead_to("image", image.part)
            inside = picture_xml(image, relation, self._shown, picture.alt.raw)
        held = picture.caption is not None
        inside = self._value(picture.alt, inside)
        self._body.add(word.Paragraph(styles.PICTURE, inside, keep_next=held))
        if picture.caption:
            caption = self._value(picture.caption, Words(picture.caption.raw, size=24).xml)
            self._add(styles.PICTURE, caption)

    def _line(self, block: ContactLine | Attachment | Fact | Label | HeadLine) -> None:
        if isinstance(block, HeadLine):
            self.head_line(block)
            return
        inside = Words(block.line).xml
        style = styles.LABEL if isinstance(block, Label) else styles.BODY
        if isinstance(block, Attachment) and block.place and not block.is_file:
            address = block.place.raw
            before, behind = block.brackets
            opening = Words(block.label + before).xml
            inside = opening + self._linked(Words(address), address) + Words(behind).xml
        elif isinstance(block, Fact) and block.key == "feedback":
            inside = Words(block.opening).xml + self._linked(Words(block.text), block.text)
        for value in block.values:
            inside = self._value(value, inside)
        self._add(style, inside)

    def _signature(self, block: Signature) -> None:
        """Set the names over the middle of the date, and the date four characters in."""
        lines = block.lines
        lengths = [display_width(line) / 2 for line in lines]
        longest = max(lengths)
        last = lengths[-1]
        edge = max(_DATE_FROM_EDGE, (longest - last) / 2) if block.date else _DATE_FROM_EDGE
        middle = edge + last / 2
        self._body.hold_last()
        for at, line in enumerate(lines):
            value = block.names[at] if at < len(block.names) else None
            inside = Words(line).xml
            self._body.add(
                word.Paragraph(
                    styles.SIGNATURE,
                    self._value(value, inside) if value else inside,
                    keep_next=at < len(lines) - 1,
                    before=0 if at else 2 * styles.LINE,
                    right=round(100 * max(0.0, middle - lengths[at] / 2)),
                )
            )

    def _add(self, style: str, inside: str) -> None:
        self._body.add(word.Paragraph(style, inside))

    def _typed(self, value: Value | None, text: str) -> str:
        inside = Words(text).xml
        return self._value(value, inside) if value and text else inside

    def _value(self, value: Value, inside: str) -> str:
        return self._bookmarks.around(inside, value_mark(value.path))

    def _prose_of(self, value: Value) -> str:
        words = looks_of(self._prose.markup(value.raw))
        found = (self._linked(each, href) if href else each.xml for each, href in words)
        return self._value(value, "".join(found))

    def _linked(self, words: Words, address: str) -> str:
        relation = self._relations.lead_to("hyperlink", address, external=True)
        inside = words._replace(style=styles.LINK).xml
        return element("w:hyperlink", {"r:id": relation, "w:history": 1}, inside)


def _goes_on(heading: Heading, following: Block | None) -> bool:
    """Say whether the answer behind a heading stands in its line: one of a single paragraph."""
    alone = heading.node.section.run_in and heading.opening is None
    if not alone or not isinstance(following, Answer):
        return False
    if following.is_list or following.own_line or len(following.items) != 1:
        return False
    item = following.items[0]
    return not (item.word or item.below or item.typed)
