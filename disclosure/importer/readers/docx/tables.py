"""Tables: cells once where they begin, heads once, a table cut in two as one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.readers.docx.row_changes import leave_out_row, tell_strays
from disclosure.importer.readers.docx.rows import Place, Row, is_blank, rows_of
from disclosure.importer.reading import Block, Cell, Paragraph, Table

ReadBlocks = Callable[[Element, str], tuple[Block, ...]]
# Words that heads of ledgers hold; a head is short and ends no sentence.
_HEADS: Final = (
    "序号", "编号", "问题", "清单", "措施", "任务", "责任", "领导", "单位", "部门", "时限", "期限",
    "时间", "状态", "情况", "进展", "成效", "备注", "项目", "内容", "名称", "指标", "联系", "电话",
)  # fmt: skip
_LONGEST_HEAD: Final = 16
_MOST_HEAD_ROWS: Final = 4


@dataclass
class _Cell:
    """A cell while rows are added to it."""

    blocks: list[Block]
    columns: int
    rows: int = 1


@dataclass
class _Built:
    """A table while rows are added to it; ``open`` are the cells that may go on, by column."""

    rows: list[list[_Cell]] = field(default_factory=list)
    open: dict[int, _Cell] = field(default_factory=dict)


def read_table(
    tables: list[Element], context: Context, read_blocks: ReadBlocks, place: str
) -> Table:
    """Return a table.

    Args:
        tables: ``w:tbl`` that are one table, cut in several where a page or a section ends, and
            the lines between them (``w:p``) that say so.
        context: of the file.
        read_blocks: reads what stands in a cell at a place.
        place: of the table.

    """
    parts = [each for each in tables if each.tag == "w:tbl"]
    rows = [row for table in parts for row in rows_of(table)]
    heads = head_count(rows)
    known = head_keys(rows)
    built = _Built()
    head_rows = 0
    for table in parts:
        tell_strays(table, {"w:tr"}, context, place)
    for number, row in enumerate(rows, start=1):
        there = f"{place}第{number}行"
        if leave_out_row(row.element, context, there):
            continue
        if row.hidden:
            text = plain_text(row.element)
            context.collector.drop(text, "import.word.row_hidden", {}, there)
        elif number > heads and row.key in known:
            text = plain_text(row.element)
            context.collector.drop(text, "import.word.repeated_head", {}, there)
        else:
            tell_strays(row.element, {"w:tc"}, context, there)
            _add(built, row, context, read_blocks, there)
            head_rows += number <= heads
    for line in tables:
        if line.tag == "w:p":
            text = plain_text(line)
            context.collector.drop(text, "import.word.table_goes_on", {"text": text}, place)
    if len(parts) > 1:
        context.collector.remark("import.word.table_joined", {"count": str(len(parts))}, place)
    return Table(
        rows=tuple(
            tuple(Cell(tuple(each.blocks), each.columns, each.rows) for each in row)
            for row in built.rows
        ),
        head_rows=head_rows,
        place=place,
    )


def head_count(rows: list[Row]) -> int:
    """Return how many rows from the top are heads: those that say so, else those that read so."""
    if not rows:
        return 0
    said = 0
    while said < len(rows) and rows[said].head:
        said += 1
    if not said and not _reads_as_head(rows[0]):
        return 0
    heads = max(said, 1)
    # A cell of the head that goes on downwards takes the rows beside it into the head.
    while heads < min(len(rows), _MOST_HEAD_ROWS) and any(
        each.goes_on for each in rows[heads].places
    ):
        heads += 1
    return heads


def head_keys(rows: list[Row]) -> frozenset[tuple[str, ...]]:
    """Return the texts of the head's rows by which a repeated one is known."""
    return frozenset(row.key for row in rows[: head_count(rows)] if _tells(row))


def _reads_as_head(row: Row) -> bool:
    texts = [text for text in row.key if text]
    like = sum(
        len(text) <= _LONGEST_HEAD
        and not text.endswith(("。", "；", "，"))
        and any(word in text for word in _HEADS)
        for text in texts
    )
    return len(texts) > 1 and like * 2 >= len(texts)


def _tells(row: Row) -> bool:
    """Say whether a row holds enough to be known again."""
    return len(set(filter(None, row.key))) > 1


def _add(built: _Built, row: Row, context: Context, read_blocks: ReadBlocks, place: str) -> None:
    cells: list[_Cell] = [_Cell([], row.before)] if row.before else []
    opened: dict[int, _Cell] = {}
    for each in row.places:
        above = built.open.get(each.column) if each.goes_on else None
        if above is None:
            cell = _Cell(list(read_blocks(each.element, place)), each.columns)
            cells.append(cell)
        else:
            cell = above
            cell.blocks += _left_over(each, context, read_blocks, place)
        opened[each.column] = cell
    begun = {id(each) for each in cells}
    for number, cell in {id(each): each for each in opened.values()}.items():
        cell.rows += number not in begun
    built.open = opened
    built.rows.append(cells)


def _left_over(
    place: Place, context: Context, read_blocks: ReadBlocks, name: str
) -> Iterator[Block]:
    """Yield what still stands in a cell that goes on from above, where Word does not show it.

    Its number, if it is empty but for that, is not counted either.
    """
    if not is_blank(place.element):
        for block in read_blocks(place.element, name):
            text = block.text if isinstance(block, Paragraph) else None
            context.collector.remark("import.word.merged_text", {}, name, text)
            yield block
