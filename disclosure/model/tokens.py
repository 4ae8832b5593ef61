"""What a paragraph consists of: one kind for each thing that is printed in its own way."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Kinds of tokens."""

    TEXT = "text"
    ESCAPED = "escaped"  # a sign that a backslash makes text
    BRACE = "brace"  # an opening brace that begins no reference
    FIGURE = "figure"
    STRONG = "strong"
    EM = "em"
    LINK = "link"
    END = "end"  # of the STRONG, EM or LINK that was begun last


class Token(NamedTuple):
    """A part of a paragraph.

    Attributes:
        kind: of the part; what STRONG, EM and LINK begin, an END ends.
        start: where it stands in the text; ``text[start:end]`` of TEXT and ESCAPED is printed.
        end: behind its last character.
        value: printed text; id of a FIGURE; address of a LINK.
        more: attribute of a FIGURE; title of a LINK.
        written: address of a LINK as it stands in the text.

    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    more: str = ""
    written: str = ""
