"""What is known from one paragraph to the next while a file is read: open fields, notes met."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from unicodedata import numeric
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.revisions import Change

_CIRCLES: Final = tuple(
    sorted(
        (
            chr(point)
            for point in (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))
        ),
        key=numeric,
    )
)
_MOST_NOTES: Final = 99


@dataclass(slots=True)
class OpenField:
    r"""A field whose end has not been met.

    Attributes:
        code: what it is told to do: ``PAGEREF _Toc1 \h``.
        in_result: whether its result has begun.
        contents: whether its result is a table of contents, which is left out.
        link: address that its result leads to.
        start: of it, which may hold a form's data.

    """

    code: str = ""
    in_result: bool = False
    contents: bool = False
    link: str = ""
    start: Element | None = None

    @property
    def name(self) -> str:
        """What kind of field it is, in upper case: ``PAGEREF``."""
        return next(iter(self.code.split(None, 1)), "").upper()


@dataclass(slots=True)
class Progress:
    """Goes along with the reading of one file.

    Attributes:
        fields: open ones, the innermost last.
        marks: of the notes that the text refers to, by kind (``footnote``) and id.
        comments: ids of those that were told.
        beside: what parts beside the text hold, by their kind and then by id.
        told: by ``id`` of a paragraph, the change of its row, which was told of the row.
        grounded: by part, ``id`` of the paragraphs that stand on another colour than the paper's;
            none while nobody asked.
        settled: ids of paragraphs of comments that are marked as done; none while nobody asked.
        bookmarks: by name, the paragraph that each stands in; none while nobody asked.
        moves: by part, whether it holds both ends of moves.
        named: bookmarks with the characters of the paragraph that each stands in.

    """

    fields: list[OpenField] = field(default_factory=list)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    comments: set[str] = field(default_factory=set)
    beside: dict[str, dict[str, Element]] = field(default_factory=dict)
    told: dict[int, Change] = field(default_factory=dict)
    grounded: dict[str, frozenset[int]] = field(default_factory=dict)
    settled: frozenset[str] | None = None
    bookmarks: Mapping[str, tuple[Element, ...]] | None = None
    moves: dict[str, bool] = field(default_factory=dict)
    named: list[tuple[str, int, int]] = field(default_factory=list)

    def mark(self, kind: str, note: str) -> str:
        """Return a note's mark: ① to ㊿ in the order of the text, then 注51; none from 100 on.

        Footnotes and endnotes share one row, for a notice has one row of notes.
        """
        if (kind, note) not in self.marks and len(self.marks) < _MOST_NOTES:
            number = len(self.marks)
            circle = _CIRCLES[number] if number < len(_CIRCLES) else f"注{number + 1}"
            self.marks[kind, note] = circle
        return self.marks.get((kind, note), "")
