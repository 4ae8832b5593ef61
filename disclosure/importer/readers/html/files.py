"""Files that a page offers beside its text: each becomes an attachment that the text names.

A site writes 附件【台账.xlsx】已下载3次, or the name alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from disclosure.importer.readers.html.pieces import Piece
from disclosure.importer.readers.html.words import is_document, is_prose, squeezed
from disclosure.importer.reading import Paragraph
from disclosure.importer.tracked import Tracked

_BEFORE: Final = re.compile(
    r"[\s\[【]*(?:相关)?附件(?:下载)?\s*[【\[]\s*|[\s\[【]+"
    r"|(?:相关附件|(?:相关)?附件(?:下载|列表)|下载(?:附件)?|点击下载)\s*[:：]\s*"
)
_BEHIND: Final = re.compile(
    r"\s*[】\]]?\s*(?:[（(]?(?:已?下载|[0-9.]+\s?[KMG]B?|预览|点击|查看|另存|[0-9]+次).*|[】\]]\s*)?",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"附|[0-9]{1,2}\s?[.、．]")
_ALONE: Final = re.compile("附(?:件|表|录)?[:：]")
_NUMBER: Final = re.compile(
    r"^(?:附[件表]?\s?[0-9一二三四五六七八九十]{0,3}\s?[:：.、．]?)?\s?(?:[0-9]{1,2}[.、．])?"
)
_MOSTLY: Final = 0.5
_LABEL: Final = "附件："


@dataclass(slots=True)
class Files:
    """The attachments of a text as it goes on."""

    _named: list[str] = field(default_factory=list)
    _last: str = ""

    def note(self, paragraph: Paragraph) -> None:
        """Remember a paragraph, which may name an attachment."""
        self._last = squeezed(paragraph.text.text)
        if _NAMED.match(self._last):
            self._named.append(self._last)

    def is_named(self, pieces: Sequence[Piece]) -> bool:
        """Say whether the text named before what a line offers."""
        name = squeezed("".join(piece.text for piece in pieces if piece.leads))
        stem = _NUMBER.sub("", name).rpartition(".")[0] or name
        return any(stem in each for each in self._named)

    def labelled(self, paragraph: Paragraph) -> Paragraph:
        """Return a file's line as one that names an attachment."""
        if _NAMED.match(paragraph.text.text) or _ALONE.fullmatch(self._last):
            return paragraph
        label = Tracked.made(_LABEL)
        spans = tuple(
            replace(span, start=span.start + len(label), end=span.end + len(label))
            for span in paragraph.spans
        )
        return replace(paragraph, text=label + paragraph.text, spans=spans)


def offers_file(pieces: Sequence[Piece]) -> bool:
    """Say whether a line offers a file, and says little else."""
    shown = [piece for piece in pieces if not piece.code]
    if not leads_to_file(shown) or is_prose("".join(piece.text for piece in shown)):
        return False
    _, name, _ = parted(shown)
    linked = sum(len(piece.text.strip()) for piece in name if piece.leads)
    return linked >= _MOSTLY * sum(len(piece.text.strip()) for piece in name)


def leads_to_file(pieces: Sequence[Piece]) -> bool:
    """Say whether a link of a line leads to a file, by its address or its words."""
    return any(
        piece.leads and (is_document(piece.link) or is_document(piece.text.strip()))
        for piece in pieces
    )


def parted(
    pieces: Sequence[Piece],
) -> tuple[Sequence[Piece], Sequence[Piece], Sequence[Piece]]:
    """Return what a site writes before a file, its name, and what it writes behind it."""
    at = [n for n, piece in enumerate(pieces) if piece.leads and not piece.code]
    first, last = at[0], at[-1] + 1
    before = "".join(piece.text for piece in pieces[:first])
    behind = "".join(piece.text for piece in pieces[last:])
    start = first if _BEFORE.fullmatch(before) else 0
    end = last if _BEHIND.fullmatch(behind) else len(pieces)
    return pieces[:start], pieces[start:end], pieces[end:]
