"""Walking a page once, in its order: each text goes on or is dropped with the reason."""

from dataclasses import replace
from enum import Enum
from typing import Final

from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.html.article import Article
from disclosure.importer.readers.html.judging import Judge, Verdict
from disclosure.importer.readers.html.nodes import BLOCKS, Node
from disclosure.importer.readers.html.numbers import marks_of
from disclosure.importer.readers.html.pictures import picture_of
from disclosure.importer.readers.html.pieces import Piece, as_shown, split_lines, take, text_of
from disclosure.importer.readers.html.styles import MACHINE, is_hidden, look_of
from disclosure.importer.readers.html.tables import is_layout, loose_in, table_of
from disclosure.importer.readers.html.words import info_pieces
from disclosure.importer.reading import Block, Look, Paragraph, Picture
from disclosure.importer.tracked import Tracked

_MOST_TABLES: Final = 4  # one within the other; what is deeper only places things
_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li", "caption"})
_REVISED: Final = {Revisions.FINAL: "del", Revisions.ORIGINAL: "ins"}
_LINKS: Final = ("http://", "https://", "mailto:", "tel:")


class Zone(Enum):
    """Where on the page we are."""

    OUTSIDE = "outside"
    SHELL = "shell"
    BODY = "body"
    FOOT = "foot"


class Writer:
    """Takes a page into a collector.

    Attributes:
        titles: paragraphs of the title.
        infos: texts of 来源 and 发布时间.
        blocks: of the article.

    """

    def __init__(self, article: Article, collector: Collector, revisions: Revisions) -> None:
        self.titles: list[Paragraph] = []
        self.infos: list[Tracked] = []
        self.blocks: list[Block] = []
        self._article = article
        self._collector = collector
        self._dropped_tag = _REVISED[revisions]
        self._judge = Judge(article)
        self._pieces: list[Piece] = []
        self._marks: dict[Node, str] = {}
        self._mark = ""
        self._tables = 0
        self._number = 0

    def write(self, root: Node) -> None:
        """Take the whole page."""
        zone = self._zone(root, Zone.OUTSIDE)
        self._walk(root, Look(), "", zone, "")
        self._flush(root, zone)

    def _walk(self, node: Node, look: Look, link: str, zone: Zone, code: str) -> None:
        for child in node.children:
            if isinstance(child, str):
                if code or child.strip() or self._pieces:
                    self._pieces.append(Piece(child, look, link, code))
            elif child.tag not in MACHINE:
                self._element(child, node, look, link, zone, code)
            elif child.tag in {"head", "xml"} or zone is Zone.FOOT:
                continue
            elif child.tag == "iframe" and zone is not Zone.OUTSIDE:
                source = child.attributes.get("src", "")[:200]
                self._collector.remark("import.file.frame", {"src": source}, self._place(zone))

    def _element(
        self, node: Node, block: Node, look: Look, link: str, zone: Zone, code: str
    ) -> None:
        code = code or self._code_of(node)
        if node.tag == "br":
            self._pieces.append(Piece("", look, link, code, is_break=not code))
        elif node.tag == "img":
            self._picture(node, zone, code)
        elif code:
            # What is hidden within a line does not break it.
            self._walk(node, look, link, zone, code)
        elif node.tag not in BLOCKS:
            if node.tag == "a":
                link = _link(node.attributes.get("href", ""))
            self._walk(node, look_of(node, look), link, self._zone(node, zone), "")
        elif node.tag in {"td", "th"} and zone in {Zone.OUTSIDE, Zone.SHELL}:
            # A row of a table of 发布机构 and 发布日期 is one line.
            self._pieces.append(Piece(" ", look))
            inner = self._zone(node, zone)
            if inner is not zone:
                self._flush(block, zone)
            self._walk(node, look_of(node, look), link, inner, "")
            if inner is not zone:
                self._flush(node, inner)
        else:
            self._flush(block, zone)
            self._block(node, look, link, self._zone(node, zone))

    def _block(self, node: Node, look: Look, link: str, zone: Zone) -> None:
        look = look_of(node, look)
        if node.tag == "ol":
            self._marks |= marks_of(node)
        elif node.tag == "li":
            self._mark = self._marks.get(node, "")
        elif node.tag == "table" and zone is Zone.BODY and self._table(node, look):
            return
        self._walk(node, look, link, zone, "")
        self._flush(node, zone)
        if node.tag == "li":
            self._mark = ""

    def _zone(self, node: Node, zone: Zone) -> Zone:
        if node in self._article.foot:
            return Zone.FOOT
        if zone is Zone.FOOT:
            return zone
        if node is self._article.body:
            return Zone.BODY
        if node is self._article.shell and zone is Zone.OUTSIDE:
            return Zone.SHELL
        return zone

    def _code_of(self, node: Node) -> str:
        if node.tag == self._dropped_tag:
            return "import.file.revision"
        if node.tag in {"rt", "rp"}:
            return "import.file.ruby"
        return "import.file.hidden" if is_hidden(node) else ""

    def _table(self, node: Node, look: Look) -> bool:
        if self._tables >= _MOST_TABLES or is_layout(node):
            return False
        for loose in loose_in(node):
            if isinstance(loose, str):
                self._pieces.append(Piece(loose, look))
            elif loose.tag not in MACHINE:
                self._element(loose, node, look, "", Zone.BODY, "")
        self._flush(node, Zone.BODY)
        place = self._place(Zone.BODY)
        self._tables += 1
        table = table_of(node, lambda cell: self._cell(cell, look), place)
        self._tables -= 1
        if table is not None:
            self.blocks.append(table)
        return True

    def _cell(self, cell: Node, look: Look) -> tuple[Block, ...]:
        outer, self.blocks = self.blocks, []
        self._mark = ""
        if is_hidden(cell):
            self._walk(cell, look, "", Zone.BODY, "import.file.hidden")
        else:
            self._walk(cell, look_of(cell, look), "", Zone.BODY, "")
        self._flush(cell, Zone.BODY)
        found, self.blocks = tuple(self.blocks), outer
        return found

    def _picture(self, node: Node, zone: Zone, code: str) -> None:
        if zone is not Zone.BODY or code:
            return
        source, alt = node.attributes.get("src", ""), node.attributes.get("alt", "")
        found = picture_of(source, alt, self._place(zone))
        if isinstance(found, Picture):
            self._flush(node.parent or node, zone)
            self.blocks.append(found)
        else:
            self._collector.remark("import.file.picture_absent", {"src": found}, self._place(zone))

    def _flush(self, block: Node, zone: Zone) -> None:
        pieces, self._pieces = self._pieces, []
        if not pieces:
            return
        for line in split_lines(as_shown(pieces), whole=block.tag in _PARAGRAPHS):
            self._line(line, block, zone)

    def _line(self, pieces: list[Piece], block: Node, zone: Zone) -> None:
        text = text_of(pieces)
        linked = sum(len(piece.text.strip()) for piece in pieces if piece.link)
        verdict = self._judge.verdict(text, block, zone.value, linked)
        if not text.strip() or verdict is Verdict.DROP:
            self._drop(pieces, zone)
        elif verdict is Verdict.INFO:
            self._info(pieces, text, zone)
        else:
            self._number += verdict is Verdict.KEEP
            paragraph = take(pieces, self._collector, self._place(zone), self._mark)
            self._mark = ""
            if not paragraph.text.text:
                return
            if verdict is Verdict.TITLE:
                look = replace(
                    paragraph.look, aligned="center", style=paragraph.look.style or "title"
                )
                self.titles.append(replace(paragraph, look=look))
            else:
                self.blocks.append(paragraph)

    def _info(self, pieces: list[Piece], text: str, zone: Zone) -> None:
        self._drop([piece for piece in pieces if piece.code], zone)
        for part, kept in info_pieces(text):
            if kept:
                taken = fold(part, self._collector, self._place(zone)).strip()
                self.infos.extend([taken] if taken.text else [])
            elif part.strip():
                shown = {"text": part.strip()[:40]}
                self._collector.drop(part, "import.file.furniture", shown, self._place(zone))

    def _drop(self, pieces: list[Piece], zone: Zone) -> None:
        place, waiting = self._place(zone), ""
        for piece in [*pieces, Piece("", Look(), code="end")]:
            if not piece.code:
                waiting += piece.text
                continue
            for text, code in ((waiting, "import.file.furniture"), (piece.text, piece.code)):
                if text.strip():
                    self._collector.drop(text, code, {"text": text.strip()[:40]}, place)
            waiting = ""

    def _place(self, zone: Zone) -> str:
        if zone is Zone.BODY and self._number:
            return f"第{self._number}段"
        return "正文后" if self._number else "正文前"


def _link(target: str) -> str:
    target = target.strip()[:2000]
    return target if target.lower().startswith(_LINKS) or (target and ":" not in target) else ""
