"""Walking a page once, in its order: each text goes on or is dropped with the reason."""

from typing import Final

from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.html.article import Article
from disclosure.importer.readers.html.judging import Zone
from disclosure.importer.readers.html.layout import Use
from disclosure.importer.readers.html.lines import is_anchor
from disclosure.importer.readers.html.nodes import BLOCKS, Node
from disclosure.importer.readers.html.numbers import marks_of
from disclosure.importer.readers.html.pictures import picture_of
from disclosure.importer.readers.html.pieces import Piece, as_shown, split_lines
from disclosure.importer.readers.html.styles import MACHINE, is_hidden, look_of
from disclosure.importer.readers.html.tables import loose_in, table_of
from disclosure.importer.readers.html.taking import Taker
from disclosure.importer.readers.html.words import SURE_FOOT
from disclosure.importer.reading import Block, Look, Paragraph, Picture
from disclosure.importer.tracked import Tracked

_MOST_TABLES: Final = 4  # one within the other; what is deeper only places things
_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li", "caption"})
_REVISED: Final = {Revisions.FINAL: "del", Revisions.ORIGINAL: "ins"}
_LINKS: Final = ("http://", "https://", "mailto:", "tel:")


class Writer:
    """Takes a page into a collector.

    Attributes:
        blocks: of the article, without its title and what is said of it.

    """

    def __init__(self, article: Article, collector: Collector, revisions: Revisions) -> None:
        self.blocks: list[Block] = []
        self._article = article
        self._collector = collector
        self._dropped_tag = _REVISED[revisions]
        self._taker = Taker(article, collector)
        self._pieces: list[Piece] = []
        self._marks: dict[Node, str] = {}
        self._mark = ""
        self._tables = 0

    @property
    def titles(self) -> list[Paragraph]:
        """Paragraphs of the title."""
        return self._taker.titles

    @property
    def infos(self) -> list[Tracked]:
        """Texts of 来源, 发布时间, 索引号."""
        return self._taker.infos

    def write(self, root: Node) -> None:
        """Take the whole page."""
        zone = self._zone(root, Zone.OUTSIDE)
        self._walk(root, Look(), None, zone, "")
        self._flush(root, zone)
        self._taker.end()

    def _walk(self, node: Node, look: Look, link: str | None, zone: Zone, code: str) -> None:
        for child in node.children:
            if isinstance(child, str):
                if code or child.strip() or self._pieces:
                    leads = link is not None
                    self._pieces.append(Piece(child, look, link or "", code, leads=leads))
            elif child.tag not in MACHINE:
                self._element(child, node, look, link, zone, code)
            elif child.tag in {"head", "xml"} or zone is Zone.FOOT:
                continue
            elif child.tag == "iframe" and zone is not Zone.OUTSIDE:
                source = child.attributes.get("src", "")[:200]
                self._collector.remark(
                    "import.file.frame", {"src": source}, self._taker.place(zone)
                )

    def _element(
        self, node: Node, block: Node, look: Look, link: str | None, zone: Zone, code: str
    ) -> None:
        code = code or self._code_of(node)
        if node.tag == "br":
            self._pieces.append(Piece("", look, link or "", code, is_break=not code))
        elif node.tag == "img":
            self._picture(node, zone, code)
        elif code:
            # What is hidden within a line does not break it.
            self._walk(node, look, link, zone, code)
        elif node.tag not in BLOCKS:
            if is_anchor(node):
                link = _link(node.attributes.get("href", ""))
            self._walk(node, look_of(node, look), link, self._zone(node, zone), "")
        else:
            self._flush(block, zone)
            self._block(node, look, link, self._zone(node, zone))

    def _block(self, node: Node, look: Look, link: str | None, zone: Zone) -> None:
        look = look_of(node, look)
        if node.tag == "ol":
            self._marks |= marks_of(node)
        elif node.tag == "li":
            self._mark = self._marks.get(node, "")
        elif node.tag == "table" and self._is_table(node, zone):
            self._table(node, look, zone)
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

    def _table(self, node: Node, look: Look, zone: Zone) -> None:
        for loose in loose_in(node):
            if isinstance(loose, str):
                self._pieces.append(Piece(loose, look))
            elif loose.tag not in MACHINE:
                self._element(loose, node, look, None, zone, "")
        self._flush(node, zone)
        place = self._taker.place(Zone.BODY)
        self._tables += 1
        table = table_of(node, lambda cell: self._cell(cell, look), place)
        self._tables -= 1
        if table is not None:
            self.blocks.append(table)

    def _cell(self, cell: Node, look: Look) -> tuple[Block, ...]:
        outer, self.blocks = self.blocks, []
        self._mark = ""
        if is_hidden(cell):
            self._walk(cell, look, None, Zone.BODY, "import.file.hidden")
        else:
            self._walk(cell, look_of(cell, look), None, Zone.BODY, "")
        self._flush(cell, Zone.BODY)
        found, self.blocks = tuple(self.blocks), outer
        return found

    def _picture(self, node: Node, zone: Zone, code: str) -> None:
        if zone is not Zone.BODY or code:
            return
        source, alt = node.attributes.get("src", ""), node.attributes.get("alt", "")
        found = picture_of(source, alt, self._taker.place(zone))
        if isinstance(found, Picture):
            self._flush(node.parent or node, zone)
            self.blocks.append(found)
        else:
            self._collector.remark(
                "import.file.picture_absent", {"src": found}, self._taker.place(zone)
            )

    def _flush(self, block: Node, zone: Zone) -> None:
        pieces, self._pieces = self._pieces, []
        if not pieces:
            return
        whole = block.tag in _PARAGRAPHS and block not in self._article.parted
        for line in split_lines(as_shown(pieces), whole=whole):
            paragraph = self._taker.take(line, block, zone, self._mark, in_cell=self._tables > 0)
            if paragraph is not None:
                self._mark = ""
                self.blocks.append(paragraph)

    def _is_table(self, node: Node, zone: Zone) -> bool:
        """Say whether a table is one of the article."""
        use = self._article.uses.get(node)
        begun = self._taker.has_begun
        if use is Use.LAYOUT or self._tables >= _MOST_TABLES:
            return False
        if self._tables or (zone is Zone.BODY and begun):
            return True
        if use is not Use.DATA:
            return False
        if zone is Zone.BODY:
            return bool(self._taker.titles) or not self._article.titles
        return zone is Zone.SHELL and begun and not SURE_FOOT.search(node.text())


def _link(target: str) -> str:
    target = target.strip()[:2000]
    return target if target.lower().startswith(_LINKS) or (target and ":" not in target) else ""
