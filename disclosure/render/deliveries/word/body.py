"""The body of the file while it grows: paragraphs, tables, and the sheets that they stand on."""

from typing import Final

from disclosure.render.deliveries.word.pages import break_paragraph, section
from disclosure.render.deliveries.word.paragraphs import Paragraph
from disclosure.render.deliveries.word.styles import LINE, SIGNATURE
from disclosure.render.deliveries.word.xml import element

_BELOW_TABLE: Final = 120


class Body:
    """Paragraphs and tables in order, in sections of upright and of turned sheets."""

    def __init__(self, feet: tuple[str, str]) -> None:
        """Begin upright; ``feet`` are the relations of the footers."""
        self._feet = feet
        self._parts: list[Paragraph | str] = []
        self._turned = False

    def add(self, paragraph: Paragraph, *, turned: bool = False) -> None:
        """Add a paragraph."""
        self._turn(turned=turned)
        if self._parts and isinstance(self._parts[-1], str) and not paragraph.before:
            paragraph = paragraph._replace(before=_BELOW_TABLE)
        last = self._last
        if last and last.style == SIGNATURE != paragraph.style:
            self._parts[-1] = last._replace(after=LINE)
        self._parts.append(paragraph)

    def add_table(self, xml: str, *, turned: bool) -> None:
        """Add a table; two that follow each other would be one to Word."""
        self._turn(turned=turned)
        if isinstance(self._parts[-1], str):
            self._parts.append(break_paragraph("")._replace(before=_BELOW_TABLE))
        self._parts.append(xml)

    def hold_last(self) -> None:
        """Keep the last paragraph on the page of what follows."""
        if last := self._last:
            self._parts[-1] = last._replace(keep_next=True)

    def part_last(self) -> None:
        """Leave a line between the last paragraph and what follows."""
        if last := self._last:
            self._parts[-1] = last._replace(after=LINE)

    @property
    def xml(self) -> str:
        """The element with everything in it."""
        if self._last is None:
            self._parts.append(break_paragraph(""))
        parts = (part if isinstance(part, str) else part.xml for part in self._parts)
        return element("w:body", None, *parts, section(self._feet, turned=self._turned))

    @property
    def _last(self) -> Paragraph | None:
        last = self._parts[-1] if self._parts else None
        return last if isinstance(last, Paragraph) else None

    def _turn(self, *, turned: bool) -> None:
        if turned is self._turned:
            return
        ended = section(self._feet, turned=self._turned)
        last = self._last
        if last and not last.section:
            self._parts[-1] = last._replace(section=ended)
        else:
            self._parts.append(break_paragraph(ended))
        self._turned = turned
