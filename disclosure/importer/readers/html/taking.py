"""Taking the lines of a page one by one: title, particulars, text; the rest with the reason."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from disclosure.importer.readers.characters import fold
from disclosure.importer.readers.collector import Collector
from disclosure.importer.readers.html.article import Article
from disclosure.importer.readers.html.files import Files, leads_to_file, offers_file, parted
from disclosure.importer.readers.html.judging import Judge, Shown, Verdict, Zone
from disclosure.importer.readers.html.nodes import Node
from disclosure.importer.readers.html.pairs import is_beside
from disclosure.importer.readers.html.particulars import Said, particulars_of
from disclosure.importer.readers.html.pieces import Piece, take, text_of
from disclosure.importer.readers.html.words import DATE
from disclosure.importer.reading import Look, Paragraph
from disclosure.importer.tracked import Tracked

_FURNITURE: Final = "import.file.furniture"
_AGAIN: Final = "import.file.attachment_again"
_FILED: Final = "import.file.filed"
_LONGEST_TOLD: Final = 40


class Taker:
    """Takes lines into a collector, in the order of the page.

    Attributes:
        titles: paragraphs of the title.
        infos: texts of 来源, 发布时间, 索引号.
        number: how many paragraphs of the text were taken.

    """

    def __init__(self, article: Article, collector: Collector) -> None:
        self.titles: list[Paragraph] = []
        self.infos: list[Tracked] = []
        self.number = 0
        self._collector = collector
        self._judge = Judge(article)
        self._files = Files()
        self._below = article.below
        self._above: dict[Node, tuple[Tracked, Said] | None] = {}
        self._label: tuple[list[Piece], Node, Zone] | None = None

    @property
    def has_begun(self) -> bool:
        """Whether prose of the article was seen."""
        return self._judge.has_begun

    def place(self, zone: Zone) -> str:
        """Return where in the article the page is."""
        if zone is Zone.BODY and self.number:
            return f"第{self.number}段"
        return "正文后" if self.number else "正文前"

    def take(
        self, pieces: list[Piece], block: Node, zone: Zone, mark: str, *, in_cell: bool
    ) -> Paragraph | None:
        """Take a line; return it where it is of the text.

        Args:
            pieces: of the line.
            block: the element that it stands in.
            zone: where that is.
            mark: the number that a browser makes for it.
            in_cell: whether it stands in a table of the article, where every word counts.

        """
        if not text_of(pieces).strip():
            self._drop(pieces, zone)
            return None
        line = _shown(pieces, block, zone)
        verdict = Verdict.KEEP if in_cell else self._judge.verdict(line)
        if self._label and self._answers(line, verdict):
            pieces = [*self._label[0], *pieces]
            self._label = None
            self._particulars(pieces, zone)
            return None
        self.end()
        if verdict in {Verdict.LABEL, Verdict.INFO} and self._across(pieces, block, zone):
            return None
        if verdict is Verdict.LABEL:
            self._label = (pieces, block, zone)
        elif verdict is Verdict.DROP:
            self._drop(pieces, zone)
        elif verdict is Verdict.INFO:
            self._particulars(pieces, zone)
        elif self.has_begun and not in_cell and offers_file(pieces):
            return self._file(pieces, zone, mark)
        else:
            return self._kept(pieces, zone, mark, is_title=verdict is Verdict.TITLE)
        return None

    def end(self) -> None:
        """Take a label that nothing follows."""
        if self._label:
            pieces, _, zone = self._label
            self._label = None
            self._particulars(pieces, zone)

    def _answers(self, line: Shown, verdict: Verdict) -> bool:
        if self._label is None or verdict in {Verdict.TITLE, Verdict.LABEL}:
            return False
        return is_beside(self._label[1], line.block)

    def _across(self, pieces: list[Piece], block: Node, zone: Zone) -> bool:
        """Take a label whose answer is in the row below, or that answer."""
        cell = next((each for each in block.ancestors() if each.tag in {"td", "th"}), block)
        text = "".join(piece.text for piece in pieces if not piece.code)
        if cell in self._below:
            value = self._below[cell]
            said = particulars_of([text, value.text()])[0]
            self._above[value] = None
            if said.kept:
                self._drop([piece for piece in pieces if piece.code], zone)
                label = fold(text, self._collector, self.place(zone)).strip()
                self._above[value] = (label, said)
                return True
        elif cell in self._above:
            found, self._above[cell] = self._above[cell], None
            if found:
                self._drop([piece for piece in pieces if piece.code], zone)
                value_text = fold(text, self._collector, self.place(zone)).strip()
                self.infos.append(found[0] + Tracked.made(found[1].colon) + value_text)
                return True
        else:
            return False
        self._drop(pieces, zone)
        return True

    def _kept(
        self, pieces: list[Piece], zone: Zone, mark: str, *, is_title: bool
    ) -> Paragraph | None:
        self.number += not is_title
        paragraph = take(pieces, self._collector, self.place(zone), mark)
        if not paragraph.text.text:
            return None
        if not is_title:
            self._files.note(paragraph)
            return paragraph
        look = replace(paragraph.look, aligned="center", style=paragraph.look.style or "title")
        self.titles.append(replace(paragraph, look=look))
        return None

    def _file(self, pieces: list[Piece], zone: Zone, mark: str) -> Paragraph | None:
        """Take a line that offers a file as an attachment, once."""
        if self._files.is_named(pieces):
            self._drop(pieces, zone, _AGAIN)
            return None
        before, name, behind = parted(pieces)
        self._drop(before, zone)
        self.number += 1
        paragraph = take(list(name), self._collector, self.place(zone), mark)
        self._drop(behind, zone)
        paragraph = self._files.labelled(paragraph)
        self._files.note(paragraph)
        return paragraph if paragraph.text.text else None

    def _particulars(self, pieces: list[Piece], zone: Zone) -> None:
        self._drop([piece for piece in pieces if piece.code], zone)
        for said in particulars_of([piece.text for piece in pieces if not piece.code]):
            if said.kept:
                self._say(said, zone)
            elif (text := said.label + said.value).strip():
                shown = {"text": text.strip()[:_LONGEST_TOLD]}
                code = _FILED if said.filed else _FURNITURE
                self._collector.drop(text, code, shown, self.place(zone))

    def _say(self, said: Said, zone: Zone) -> None:
        label = fold(said.label, self._collector, self.place(zone)).strip()
        value = fold(said.value, self._collector, self.place(zone)).strip()
        if not label.text and value.text:
            if not DATE.match(value.text):
                told = {"text": value.text[:_LONGEST_TOLD]}
                self._collector.remark("import.file.bare_source", told, self.place(zone), value)
            label = Tracked.made("发布时间" if DATE.match(value.text) else "来源")
        taken = label + Tracked.made(said.colon) + value
        self.infos.extend([taken] if value.text else [])

    def _drop(self, pieces: Sequence[Piece], zone: Zone, why: str = _FURNITURE) -> None:
        place, waiting = self.place(zone), ""
        for piece in [*pieces, Piece("", Look(), code="end")]:
            if not piece.code:
                waiting += piece.text
                continue
            for text, code in ((waiting, why), (piece.text, piece.code)):
                if text.strip():
                    shown = {"text": text.strip()[:_LONGEST_TOLD]}
                    self._collector.drop(text, code, shown, place)
            waiting = ""


def _shown(pieces: Sequence[Piece], block: Node, zone: Zone) -> Shown:
    shown = [piece for piece in pieces if not piece.code]
    return Shown(
        tuple(piece.text for piece in shown),
        block,
        zone,
        sum(len(piece.text.strip()) for piece in shown if piece.leads),
        leads_to_file(shown),
    )
