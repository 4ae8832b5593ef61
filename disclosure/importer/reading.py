"""What a reader gives of a file, of whatever kind: its blocks, and what it has to say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from disclosure.importer.tracked import Tracked

# A soft return stands in a paragraph's text as this.
SOFT_RETURN: Final = "\n"


class Fate(StrEnum):
    """What became of characters of the file."""

    KEPT = "kept"
    NORMALISED = "normalised"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the one who imports is told, of a stretch of the file.

    Attributes:
        code: of its sentence in the catalogue, ``import.<what>``.
        params: for the sentence.
        start: first character in ``Reading.characters``.
        end: one behind the last; equal to ``start`` where no character is meant.
        fate: of those characters. What is dropped or normalised away is in no block's text.
        stops: whether the import waits for a switch that confirms it (secrecy, a draft's mark).
        place: where in the file, as a reader finds it: 第3段, 第2页, 表1第2行, 页眉.

    """

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    fate: Fate = Fate.KEPT
    stops: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set. A help to find headings, never a proof.

    Attributes:
        style: name of the style (``w:name``, never its id), in lower case; tag of HTML (h1).
        level: of the outline, 1 for the highest; 0 for body text.
        aligned: ``left``, ``center`` or ``right``.
        font: family for Han text, as the file names it.
        size: in points; 0 if not said.

    """

    style: str = ""
    level: int = 0
    aligned: str = "left"
    font: str = ""
    size: float = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``[start:end]`` of a paragraph's text with a look, or a link, of its own."""

    start: int
    end: int
    look: Look
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, without an automatic number in its text.

    Attributes:
        mark: the number that the program of the file makes for it, as it prints (``（二）``).
        place: where in the file, as a reader finds it.
        spans: none where the whole has one look.
        page: number of the page, from 1; 0 where the kind of file has none.

    """

    text: Tracked
    look: Look = Look()
    mark: str = ""
    place: str = ""
    spans: tuple[Span, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, once, where it begins; ``columns`` and ``rows`` are what it covers."""

    blocks: tuple["Block", ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``head_rows`` of its rows are heads. Covered places have no cell."""

    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its bytes as they lie in the file; ``suffix`` with its dot."""

    data: bytes
    suffix: str
    alt: str = ""
    place: str = ""


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read.

    Every character of ``characters`` that is no blank stands in exactly one block's text, or is
    covered by a remark that says it was dropped or normalised.

    Attributes:
        kind: ``docx``, ``txt``, ``md``, ``html``, ``pdf``.
        characters: all text of the file in its order, whatever becomes of it.
        notes: footnotes and endnotes, by the mark that stands in the text as ``{mark}``.
        bookmarks: names of Word's, each with the characters ``[start:end]`` of its paragraph.

    """

    kind: str
    characters: str
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    notes: tuple[tuple[str, tuple[Paragraph, ...]], ...] = ()
    bookmarks: tuple[tuple[str, int, int], ...] = ()
