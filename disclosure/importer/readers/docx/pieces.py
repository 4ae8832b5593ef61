"""Pieces: what a paragraph holds, one after the other, before it is said what becomes of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.revisions import Change
from disclosure.importer.readers.docx.styles import Face
from disclosure.importer.reading import Look
from disclosure.importer.tracked import Tracked


class Kind(Enum):
    """What a piece is."""

    TEXT = auto()
    MADE = auto()  # characters that stand nowhere in the file: the line of a fraction
    TAB = auto()
    RETURN = auto()
    PAGE = auto()
    NOTE = auto()
    COMMENT = auto()
    COMMENT_START = auto()
    BOX = auto()
    PICTURE = auto()
    BEGIN = auto()
    CODE = auto()
    SEPARATE = auto()
    END = auto()


# What a reader sees, so that a revision of it is one.
SEEN: Final = frozenset({Kind.TEXT, Kind.TAB, Kind.RETURN, Kind.NOTE, Kind.BOX, Kind.PICTURE})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why characters are not in the text: code and values of a sentence."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Piece:
    """A piece.

    Attributes:
        text: its characters, a note's or comment's id, a picture's relationship, a field's code.
        face: how it is set.
        changes: the revisions that it stands in, the outermost first.
        link: address that it leads to.
        element: of a box, of a field's beginning; of a note, for its kind.
        becomes: what is read for the text, and the code of the sentence that tells it.
        reason: why it is left out; none while it is kept.
        font: of a run in a font of symbols.
        tracked: what was kept of it, once it is.

    """

    kind: Kind
    text: str = ""
    face: Face = field(default_factory=lambda: Face(Look()))
    changes: tuple[Change, ...] = ()
    link: str = ""
    element: Element | None = None
    becomes: tuple[str, str] | None = None
    reason: Reason | None = None
    font: str = ""
    tracked: Tracked = field(default_factory=Tracked)


@dataclass(frozen=True, slots=True)
class Listing:
    """Something to tell of pieces once they are read.

    Attributes:
        code: of the sentence; its ``{text}`` is what was kept, unless ``params`` says another.
        always: whether it is told even where nothing was kept.

    """

    code: str
    pieces: tuple[Piece, ...]
    params: Mapping[str, str] = field(default_factory=dict)
    always: bool = False
