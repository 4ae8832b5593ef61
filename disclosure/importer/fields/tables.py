"""Tables and pictures of the file as blocks of content."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from disclosure.importer.draft import Entry, Fields, Guess, Items, Scalar
from disclosure.importer.fields.answers import is_answer_title
from disclosure.importer.fields.parts import NOTHING
from disclosure.importer.fields.prose import Writer, lines_of, made
from disclosure.importer.reading import Block, Cell, Paragraph, Picture, Table
from disclosure.importer.tracked import Tracked, joined
from disclosure.importer.tree import Heading, Node, Outline
from disclosure.model.merged_cells import LEFT, UP

_MARKS: Final = frozenset({UP, LEFT})
# A head without a word is none, and a typed arrow would be read as a mark.
_NO_HEAD: Final = frozenset({"", *_MARKS})
_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp"})
# Cells of a table that says of itself to span a million columns.
_MOST_COLUMNS: Final = 200
_MOST_ROWS: Final = 5000
# 问题资金整改情况表, 表1　各乡镇整改情况, with a unit in brackets or without.
_CAPTION: Final = re.compile(
    r"(?:附?表\s?[0-9一二三四五六七八九十]{1,3}[：:\s]?[^。；：]{0,40}|[^。；：，]{2,40}(?:表|清单|台账))(?:（[^（）。]{1,16}）)?"
)
_NOTE: Final = re.compile(r"(?:表?注|备注|说明)[0-9]{0,2}[：:][^\n]{1,400}")
_UNDER: Final = re.compile(
    r"图\s?[0-9一二三四五六七八九十]{1,3}[^。；]{0,40}|整改[前中后](?:[^。；，]{0,10})"
)
_SENTENCE: Final = re.compile("[。；\n]")
_LONGEST_CAPTION: Final = 30
# Label and what is said of it.
_PAIR: Final = 2


class _Grid(NamedTuple):
    """Texts by row and column: none where a cell belongs to the one that ``marks`` says."""

    rows: list[list[Tracked | None]]
    marks: list[list[str]]


def is_caption(line: str) -> bool:
    """Say whether a line above a table is its caption."""
    return _CAPTION.fullmatch(line) is not None


def words_behind(block: Block, node: Node) -> Tracked:
    """Return the note of a table or the caption of a picture, if the next paragraph is that."""
    if not isinstance(node, Paragraph) or node.mark:
        return NOTHING
    text = node.text.strip()
    pattern = _NOTE if isinstance(block, Table) else _UNDER
    centred = node.look.aligned == "center" and isinstance(block, Picture)
    short = centred and len(text) <= _LONGEST_CAPTION and not _SENTENCE.search(text.text)
    return text if short or pattern.fullmatch(text.text) else NOTHING


def table_fields(
    table: Table, writer: Writer, caption: Tracked = NOTHING, note: Tracked = NOTHING
) -> Fields | None:
    """Return a table as a block of content; None for one that is too large to be one.

    Cells merged across the end of the head make it longer. A table without a head whose first
    row can be one gets it; else its first column names the rows. Both are guesses.
    """
    grid = _spread(table.rows)
    if grid is None or not grid.rows or not grid.rows[0]:
        return None
    heads = min(table.head_rows, len(grid.rows) - 1)
    while 0 < heads < len(grid.rows) - 1 and UP in grid.marks[heads]:
        heads += 1
    guess = None
    if heads and not (_is_head(grid, heads) and UP not in grid.marks[heads]):
        heads, guess = 0, Guess("import.guess.body.row_heads")
    elif not table.head_rows and len(grid.rows) > 1:
        heads = 1 if _looks_like_head(grid) else 0
        guess = Guess("import.guess.body.head" if heads else "import.guess.body.row_heads")
    entries = [Entry("caption", writer.plain(caption))] if caption else []
    if not heads:
        entries.append(
            Entry("row_heads", Scalar("true", source=Tracked(), guess=guess, plain=True))
        )
    elif heads == 1 and not any(grid.marks[0]):
        cells = tuple(writer.plain(cell or Tracked()) for cell in grid.rows[0])
        entries.append(Entry("columns", Items(cells, guess)))
    else:
        rows = tuple(_row(grid, at, writer, head=True) for at in range(heads))
        entries.append(Entry("head", Items(rows, guess)))
    below = range(heads, len(grid.rows))
    literal = any(cell and cell.text.strip() in _MARKS for at in below for cell in grid.rows[at])
    if any(mark for at in below for mark in grid.marks[at]) and not literal:
        entries.append(Entry("merge", Scalar("true", source=Tracked(), plain=True)))
        rows = tuple(_row(grid, at, writer) for at in below)
    else:
        rows = tuple(_row(grid, at, writer, merged=False) for at in below)
    entries.append(Entry("rows", Items(rows)))
    if note:
        entries.append(Entry("note", writer.plain(note)))
    return Fields(tuple(entries))


def picture_files(outline: Outline) -> Iterator[tuple[str, Picture]]:
    """Yield the pictures of a text in its order, each with the name it is given in the draft."""
    number = 0
    pending: list[Node] = list(reversed((*outline.before, *outline.headings, *outline.after)))
    while pending:
        node = pending.pop()
        if isinstance(node, Heading):
            pending.extend(reversed(node.blocks))
        elif isinstance(node, Table):
            pending.extend(reversed(list(_blocks_of(node))))
        elif isinstance(node, Picture):
            number += 1
            yield _file_name(number, node), node


def pictures_in(table: Table) -> Iterator[Picture]:
    """Yield the pictures in a table's cells, which can hold none: they follow the table."""
    pending: list[Block] = list(reversed(list(_blocks_of(table))))
    while pending:
        block = pending.pop()
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Table):
            pending.extend(reversed(list(_blocks_of(block))))


def picture_fields(
    picture: Picture, file: str, writer: Writer, caption: Tracked = NOTHING
) -> Fields:
    """Return a picture as a block of content; without words of its own it asks for them."""
    guess = None
    if picture.suffix.lower() not in _SUFFIXES:
        params = (("suffix", picture.suffix),)
        guess = Guess("import.guess.body.picture_kind", params)
    alt = made(picture.alt.strip()) if picture.alt.strip() else None
    if alt is None:
        alt = Scalar("图片", source=Tracked(), guess=Guess("import.guess.body.picture_alt"))
    entries = [Entry("file", Scalar(file, source=Tracked(), guess=guess)), Entry("alt", alt)]
    if caption:
        entries.append(Entry("caption", writer.plain(caption)))
    return Fields(tuple(entries))


def _file_name(number: int, picture: Picture) -> str:
    suffix = picture.suffix.lower()
    return f"picture-{number}{suffix if suffix in _SUFFIXES else '.png'}"


def _blocks_of(table: Table) -> Iterator[Block]:
    return (block for row in table.rows for cell in row for block in cell.blocks)


def _spread(rows: Sequence[Sequence[Cell]]) -> _Grid | None:
    """Give each cell its place, as browsers do: the first free one of its row."""
    if len(rows) > _MOST_ROWS:
        return None
    taken: dict[tuple[int, int], str] = {}
    texts: dict[tuple[int, int], Tracked] = {}
    width = 0
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            if column >= _MOST_COLUMNS:
                return None
            across = max(1, min(cell.columns, _MOST_COLUMNS - column))
            down = max(1, min(cell.rows, len(rows) - at))
            while across > 1 and any((at, column + n) in taken for n in range(across)):
                across -= 1
            texts[at, column] = cell_text(cell.blocks)
            for below in range(down):
                for beside in range(across):
                    mark = UP if below else LEFT if beside else ""
                    taken.setdefault((at + below, column + beside), mark)
            width = max(width, column + across)
            column += across
    return _Grid(
        [[texts.get((at, n)) for n in range(width)] for at in range(len(rows))],
        [[taken.get((at, n), "") for n in range(width)] for at in range(len(rows))],
    )


def cell_text(blocks: Iterable[Block]) -> Tracked:
    """Return the text of a cell: its paragraphs and those of tables in it, a line each."""
    lines: list[Tracked] = []
    pending: list[Block] = list(reversed(list(blocks)))
    while pending:
        block = pending.pop()
        if isinstance(block, Paragraph):
            text = Tracked.made(block.mark) + block.text if block.mark else block.text
            lines.extend(lines_of(text))
        elif isinstance(block, Table):
            pending.extend(reversed(list(_blocks_of(block))))
    return joined(lines, "\n")


def _is_head(grid: _Grid, heads: int) -> bool:
    return all(
        grid.marks[at][n] or (cell and cell.text.strip() not in _NO_HEAD)
        for at in range(heads)
        for n, cell in enumerate(grid.rows[at])
    )


def _looks_like_head(grid: _Grid) -> bool:
    """Say whether the first row names columns: every cell is a short text without figures."""
    if UP in grid.marks[1] or not _is_head(grid, 1):
        return False
    if len(grid.rows[0]) == _PAIR and any(_names_answer(row[0]) for row in grid.rows):
        return False
    cells = [cell.text for cell in grid.rows[0] if cell]
    wide = len(grid.rows[0]) > 2
    return wide or not any(re.search(r"\d{2}|[。；]", text) or len(text) > 14 for text in cells)


def holds_answer(table: Fields) -> bool:
    """Say whether a table is a problem's: its row heads are 整改措施, 责任单位 and the like."""
    values = {entry.key: entry.value for entry in table.entries}
    rows = values.get("rows")
    if "row_heads" not in values or not isinstance(rows, Items):
        return False
    heads = (row.values[0] for row in rows.values if isinstance(row, Items) and row.values)
    return any(isinstance(each, Scalar) and is_answer_title(str(each.text)) for each in heads)


def _names_answer(cell: Tracked | None) -> bool:
    return cell is not None and is_answer_title(cell.text.strip())


def _row(grid: _Grid, at: int, writer: Writer, *, head: bool = False, merged: bool = True) -> Items:
    values: list[Scalar] = []
    for cell, mark in zip(grid.rows[at], grid.marks[at], strict=True):
        if mark:
            values.append(made(mark if merged or head else ""))
        elif head:
            values.append(writer.plain(cell or Tracked()))
        else:
            values.append(writer.prose(cell) if cell else made(""))
    return Items(tuple(values))
