"""Which tables of a page only place things, which hold particulars, which are of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from disclosure.importer.readers.html.nodes import BLOCKS, Node
from disclosure.importer.readers.html.particulars import is_label, is_labelled
from disclosure.importer.readers.html.styles import MACHINE, is_hidden
from disclosure.importer.readers.html.tables import cells_of, rows_of

_TITLES: Final = frozenset({"h1", "h2"})
_FEWEST_LINES: Final = 3
_MOST_OF_IT: Final = 0.6
_LONGEST_LABEL: Final = 24
_FEWEST_ACROSS: Final = 2


class Use(Enum):
    """What a table is for."""

    LAYOUT = "layout"
    PARTICULARS = "particulars"
    DATA = "data"


@dataclass(slots=True)
class _Measure:
    """What is in an element: characters, how many of them are links, lines, tables, titles."""

    characters: int = 0
    linked: int = 0
    lines: int = 0
    tables: int = 0
    titles: int = 0

    def add(self, other: "_Measure") -> None:
        self.characters += other.characters
        self.linked += other.linked
        self.lines += other.lines
        self.tables += other.tables
        self.titles += other.titles


def uses_of(root: Node) -> dict[Node, Use]:
    """Return what each table of a page is for; in one pass over the page."""
    every = list(root.walk())
    if not any(node.tag == "table" for node in every):
        return {}
    measures: dict[Node, _Measure] = {}
    # What is inside comes behind what it stands in.
    for node in reversed(every):
        measures[node] = _measure(node, measures)
    return {node: _use(node, measures) for node in every if node.tag == "table"}


def _measure(node: Node, measures: dict[Node, _Measure]) -> _Measure:
    found = _Measure()
    if node.tag in MACHINE or is_hidden(node):
        return found
    for child in node.children:
        if isinstance(child, str):
            found.characters += len("".join(child.split()))
        else:
            found.add(measures[child])
    if node.tag == "a":
        found.linked = found.characters
    elif node.tag == "br" or (
        node.tag in BLOCKS and node.tag not in {"td", "th"} and found.characters
    ):
        found.lines += 1
    found.tables += node.tag == "table"
    found.titles += node.tag in _TITLES and found.characters > 0
    return found


def _use(table: Node, measures: dict[Node, _Measure]) -> Use:
    rows = [[(cell, measures[cell]) for cell in cells_of(row)] for row in rows_of(table)]
    if _holds_particulars([[cell for cell, _ in row] for row in rows], measures[table]):
        return Use.PARTICULARS
    filled = [[each for each in row if each[1].characters] for row in rows]
    filled = [row for row in filled if row]
    cells = [measure for row in filled for _, measure in row]
    if not cells or any(measure.titles for measure in cells):
        return Use.LAYOUT
    wide = sum(len(row) >= _FEWEST_LINES for row in filled)
    if any(measure.tables for measure in cells) and wide < _FEWEST_LINES:
        return Use.LAYOUT
    heads = [cell.tag == "th" for row in filled for cell, _ in row]
    if any(heads) and not all(heads) and len(filled) > 1 and max(map(len, filled)) > 1:
        return Use.DATA
    if max(map(len, filled)) == 1 or sum(each.linked for each in cells) > _MOST_OF_IT * sum(
        each.characters for each in cells
    ):
        return Use.LAYOUT
    return Use.LAYOUT if _has_column(filled) else Use.DATA


def _has_column(rows: Sequence[Sequence[tuple[Node, _Measure]]]) -> bool:
    """Say whether one cell is the column of an article, with nothing of it beside."""
    place, (_, largest) = max(
        ((n, each) for n, row in enumerate(rows) for each in row),
        key=lambda found: found[1][1].characters,
    )
    whole = sum(measure.characters for row in rows for _, measure in row)
    if largest.lines < _FEWEST_LINES or largest.characters < _MOST_OF_IT * whole:
        return False
    beside = [measure for _, measure in rows[place] if measure is not largest]
    if all(each.linked > _MOST_OF_IT * each.characters for each in beside):
        return True
    # A row of heads above with as many cells: a table after all.
    return not any(len(row) == len(rows[place]) for row in rows[:place])


def _holds_particulars(rows: Sequence[Sequence[Node]], measure: _Measure) -> bool:
    if measure.tables > 1:
        return False
    labels = answered = labelled = filled = 0
    for row in rows:
        texts = list(_texts(row))
        filled += sum(bool(text) for text in texts)
        for number, text in enumerate(texts):
            if is_label(text):
                labels += 1
                following = texts[number + 1] if number + 1 < len(texts) else ""
                answered += number + 1 < len(texts) and not is_label(following)
            elif is_labelled(text):
                labelled += 1
    below = [len(answered_across(*pair)) for pair in pairwise(rows)]
    if sum(below) * 2 == filled and filled:
        return True
    if labels and answered * 3 < labels * 2:
        return False
    return labels + labelled > 1 and (labels * 2 + labelled) * 2 > filled


def answered_across(labels: Sequence[Node], values: Sequence[Node]) -> dict[Node, Node]:
    """Return the cells of a row of labels with those of the row below, which answer them."""
    if len(labels) < _FEWEST_ACROSS or len(labels) != len(values):
        return {}
    if not all(map(is_label, _texts(labels))) or any(map(is_label, _texts(values))):
        return {}
    return dict(zip(labels, values, strict=True))


def _texts(row: Sequence[Node]) -> Iterator[str]:
    for cell in row:
        text = cell.text().strip()
        yield text[:_LONGEST_LABEL] if len(text) > _LONGEST_LABEL else text
