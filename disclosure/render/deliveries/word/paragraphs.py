"""Paragraphs and runs, with their properties in the order of ECMA-376, 17.3.1.26 and 17.3.2.28."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from disclosure.render.deliveries.runs import runs_of
from disclosure.render.deliveries.word.numbering import INDENTED, UNCOUNTED, Counted
from disclosure.render.deliveries.word.xml import content, element, valued

_PIECE = re.compile(r"[\t\n]|[^\t\n]+")


class Words(NamedTuple):
    """A stretch of text of one look.

    Attributes:
        style: id of a style of characters; empty for the paragraph's.
        size: in half points; 0 for the paragraph's.

    """

    text: str
    style: str = ""
    strong: bool = False
    em: bool = False
    size: int = 0

    @property
    def xml(self) -> str:
        """The run; a tab and a line end are elements of their own."""
        properties = (
            (valued("w:rStyle", self.style) if self.style else "")
            + (valued("w:b", 1) if self.strong else "")
            + (valued("w:sz", self.size) + valued("w:szCs", self.size) if self.size else "")
            + (valued("w:em", "dot") if self.em else "")
        )
        pieces = (_piece(match[0]) for match in _PIECE.finditer(self.text))
        shown = element("w:rPr", None, properties) if properties else ""
        return element("w:r", None, shown, *pieces) if self.text else ""


def _piece(text: str) -> str:
    if text == "\t":
        return element("w:tab")
    if text == "\n":
        return element("w:br")
    return element("w:t", {"xml:space": "preserve"}, content(text))


def looks_of(markup: Markup, size: int = 0) -> Iterator[tuple[Words, str]]:
    """Yield set prose in stretches of one look, each with the address that it leads to.

    What stays on one line elsewhere is no stretch of its own: Word has no such thing.
    """
    for (strong, em, href), runs in groupby(
        runs_of(markup), lambda run: (run.strong, run.em, run.href)
    ):
        yield Words("".join(run.text for run in runs), "", strong, em, size), href


class Paragraph(NamedTuple):
    """A paragraph.

    Attributes:
        style: id of its style.
        inside: its runs, links and bookmarks as XML.
        counted: what numbers it; None leaves that to its style.
        keep_next: whether the next paragraph stands on the same page.
        before: twips above it, where that is not its style's.
        after: twips below it, likewise.
        right: from the right edge, in hundredths of a character.
        aligned: ``left``, ``center``, ``right``; empty for its style's.
        section: properties of the section that ends with it, as XML.

    """

    style: str
    inside: str = ""
    counted: Counted | None = None
    keep_next: bool = False
    before: int = 0
    after: int = 0
    right: int = 0
    aligned: str = ""
    section: str = ""

    @property
    def xml(self) -> str:
        """The paragraph."""
        properties = (
            valued("w:pStyle", self.style),
            valued("w:keepNext", 1) if self.keep_next else "",
            self._number(),
            self._spacing(),
            self._indent(),
            valued("w:jc", self.aligned) if self.aligned else "",
            self.section,
        )
        return element("w:p", None, element("w:pPr", None, *properties), self.inside)

    def _number(self) -> str:
        if self.counted is None:
            return ""
        num, level = self.counted
        return element("w:numPr", None, valued("w:ilvl", level), valued("w:numId", num))

    def _spacing(self) -> str:
        given = {"w:before": self.before, "w:after": self.after}
        kept = {key: value for key, value in given.items() if value}
        return element("w:spacing", kept) if kept else ""

    def _indent(self) -> str:
        if self.counted == UNCOUNTED:  # what takes the style's number takes its indent, too
            return INDENTED
        if not self.right:
            return ""
        # Who does not count in characters goes by twips, 315 for each.
        return element("w:ind", {"w:rightChars": self.right, "w:right": self.right * 315 // 100})
