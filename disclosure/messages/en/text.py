"""English: about tables, notes and sums of money in a notice."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # money
        "metric.separators": "value and base of a figure are written alike: both with thousands separators, or both without",
        "field.amount": "'{value}' is no amount; write digits only, like 1580 or 251,023.54, the unit goes to 'unit'",
        # notes
        "note.absent": "there is no note with the mark '{id}'; add it to notes, or look at the mark",
        "note.mark": "'{mark}' is no mark of a note; write ① to ㊿, or 注1 to 注99",
        "note.place": "“{text}” refers to no note here and would be printed as it stands; move it into the text, or delete it",
        "note.same_mark": "two notes have the mark '{mark}', and references could mean either; number them on",
        # tables
        "table.row": "row {row} of the table has {found} cells, and its first row {wanted}; add what is missing, '' for an empty cell",
        "table.short_row": "row {row} of the table has {found} cells instead of {wanted}, and none for {missing}; add what is missing, '' for an empty cell",
        "table.long_row": "row {row} of the table has {found} cells instead of {wanted}, and no column for “{cell}” and what follows; remove cells, or add columns",
        "table.head_row": "row {row} of the head has {found} cells, and its first row {wanted}; write every cell: ↑ where it belongs to the cell above, ← where to the one at its left",
        "table.two_heads": "the table has two heads; write only columns (one row) or only head (several)",
        "table.no_head": "the table has no head; write columns (one row) or head (several), or row_heads: true and rows where the first column says what each row is",
        "table.merge_up": "↑ merges a cell with the one above, and there is none; write a text, or ←",
        "table.merge_left": "← merges a cell with the one at its left, and there is none; write a text, or ↑",
        "table.merge_area": "the merged cells are no rectangle; look at this cell and the marks ↑ and ← beside it",
    }
)
