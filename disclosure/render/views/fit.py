"""How a table fits on paper: upright, upright in smaller type, turned, or turned and tight.

Estimated from its texts, since nobody measures before a page is printed. Lengths are in em of
the table's own type; the sheet's are those of GB/T 9704, 156 mm upright and 225 mm turned.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from disclosure.zh.width import display_width

_TAG: Final = re.compile(r"<[^>]*>")
_WHOLE: Final = re.compile(r'<span class="dn-nb">([^<]*)</span>')
# A cell longer than this takes half a page and more; its row may be torn.
_TALL: Final = 240


class Fit(StrEnum):
    """How a table is set, as the end of a class; the styles hold the sizes."""

    UPRIGHT = ""
    SNUG = "snug"
    WIDE = "wide"
    DENSE = "dense"
    TIGHT = "tight"

    @property
    def turned(self) -> bool:
        """Whether the sheet is turned for it."""
        return self in {Fit.WIDE, Fit.DENSE, Fit.TIGHT}


class _Room(NamedTuple):
    """What a fit offers.

    Attributes:
        width: of all columns.
        padding: of each.

    """

    width: float
    padding: float


# 442.2 pt upright, 637.8 pt turned, by the size of type: 12, 10.5, 10.5, 9 and 7.5 pt.
_UPRIGHT: Final = _Room(36.8, 0.95)
_ROOMS: Final = (
    (Fit.SNUG, _Room(42.1, 0.6)),
    (Fit.WIDE, _Room(60.7, 0.6)),
    (Fit.DENSE, _Room(70.8, 0.7)),
)


def fit_of(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Fit:
    """Return the largest setting in which no column is squeezed.

    Args:
        columns: heads, plain.
        rows: cells, as ``ProseSetter`` has set them.

    """
    lanes = [[row[at] for row in rows] for at in range(len(columns))]
    whole = [max((_ems(found) for cell in lane for found in _WHOLE.findall(cell)), default=0.0)
             for lane in lanes]  # fmt: skip
    heads = [_ems(column) for column in columns]
    # On screen and upright, heads stand on one line and no cell is narrower than 4.5 em.
    needed = sum(max(head, 4.5, longest) for head, longest in zip(heads, whole, strict=True))
    if needed + _UPRIGHT.padding * len(columns) <= _UPRIGHT.width:
        return Fit.UPRIGHT
    texts = [max((_ems(_TAG.sub("", cell)) for cell in lane), default=0.0) for lane in lanes]
    needed = sum(
        max(min(head, 4.0), min(text, 6.0), longest, 2.2)
        for head, text, longest in zip(heads, texts, whole, strict=True)
    )
    for fit, room in _ROOMS:
        if needed + room.padding * len(columns) <= room.width:
            return fit
    return Fit.TIGHT


def shares_of(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return how much of the width each column gets, in percent, where nothing is measured."""
    lanes = [[row[at] for row in rows] for at in range(len(columns))]
    wanted = [
        min(40.0, max(7.0, *(_ems(_TAG.sub("", cell)[:_TALL]) for cell in (column, *lane))))
        for column, lane in zip(columns, lanes, strict=True)
    ]
    return tuple(max(1, int(100 * each / sum(wanted))) for each in wanted)


def is_tall(cells: Sequence[str]) -> bool:
    """Say whether a row is so high that it must be allowed to go on over the page."""
    return any(len(cell) > _TALL and len(_TAG.sub("", cell)) > _TALL for cell in cells)


def _ems(text: str) -> float:
    if "&" in text:
        from html import unescape  # imported here: with it come two thousand names of characters

        text = unescape(text)
    return display_width(text) * 0.55 if text.isascii() else display_width(text) / 2
