"""Tables of Word files: heads, merged cells, repeated rows, tables cut in two (H18)."""

import pytest

from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.reading import Block, Table
from tests.importer.word_files import docx, levels, num, p, tbl, tc, tr
from tests.importer.word_reading import codes, lines, read

NUMBERING = levels(("decimal", "%1")) + num(1)
HEAD = (
    tr(tc("序号", merge="restart"), tc("反馈问题", merge="restart"), tc("责任", span=2), head=True)
    + tr(tc(p(), merge="continue"), tc(p(), merge="continue"), "领导", "部门", head=True)
)  # fmt: skip


def ledger_row(*cells: str) -> str:
    """Return a row whose number Word makes."""
    return tr(tc(p(number=(1, 0))), *cells)


def shape(block: Block) -> list[list[tuple[int, int]]]:
    """Return columns and rows that each cell covers."""
    assert isinstance(block, Table)
    return [[(cell.columns, cell.rows) for cell in row] for row in block.rows]


def test_ledger() -> None:
    """Two head rows, numbers made by Word in merged cells, items in a cell, a nested table."""
    merged = tr(tc(p(number=(1, 0)), merge="restart"), "问题二", "张某", "甲股") + tr(
        tc(p(number=(1, 0)), merge="continue"), "问题二续", "李某", "乙股"
    )
    body = tbl(
        HEAD,
        ledger_row("问题一", "张某", "甲股"),
        merged,
        ledger_row(tc("一是立改。", "二是长改。"), "王某", tc("见内", tbl(tr("子", "丑")), p())),
    )
    reading = read(docx(body, numbering=NUMBERING))
    assert "\n".join(lines(reading)) == (
        "序号|反馈问题|责任\n领导|部门\n1|问题一|张某|甲股\n2|问题二|张某|甲股\n问题二续|李某|乙股\n"
        "3|一是立改。/二是长改。|王某|见内/子|丑"
    )
    [table] = reading.blocks
    assert isinstance(table, Table)
    assert table.head_rows == 2
    assert shape(table)[0] == [(1, 2), (1, 2), (2, 1)]
    assert shape(table)[3][0] == (1, 2)


def test_repeated_head() -> None:
    """A head typed again further down is dropped, and listed."""
    head = tr("序号", "问题")
    reading = read(docx(tbl(head, tr("1", "甲"), head, tr("2", "乙"))))
    assert lines(reading) == ["序号|问题\n1|甲\n2|乙"]
    assert codes(reading) == ["repeated_head"]


def test_table_cut_in_two() -> None:
    """A table that a page or a section cuts in two is one, its second head dropped."""
    page = p('<w:r><w:br w:type="page"/></w:r>')
    section = p(properties='<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>')
    head = tr("序号", "问题")
    for between in (page, section, ""):
        reading = read(docx(tbl(head, tr("1", "甲")) + between + tbl(head, tr("2", "乙"))))
        assert lines(reading) == ["序号|问题\n1|甲\n2|乙"]
        assert codes(reading) == ["repeated_head", "table_joined"]
        reading = read(docx(tbl(head, tr("1", "甲")) + between + tbl(tr("2", "乙"))))
        assert lines(reading) == ["序号|问题\n1|甲\n2|乙"]


@pytest.mark.parametrize("line", ["续表", "（续 表）", "表1（续）", "续上表"])
def test_line_that_says_so(line: str) -> None:
    """A line that says that the table goes on is dropped between its parts, and stands elsewhere."""
    first, second = tbl(tr("序号", "问题"), tr("1", "甲")), tbl(tr("序号", "情况"), tr("2", "乙"))
    reading = read(docx(first + p(line) + second))
    assert lines(reading) == ["序号|问题\n1|甲\n序号|情况\n2|乙"]
    assert codes(reading) == ["table_goes_on", "table_joined"]
    assert lines(read(docx(first + p(line) + p("文")))) == ["序号|问题\n1|甲", line, "文"]


def test_two_tables() -> None:
    """Tables with text, or an empty line only, or another width between them stay two."""
    first, second = tbl(tr("序号", "问题"), tr("1", "甲")), tbl(tr("姓名", "电话"), tr("乙", "丙"))
    assert len(lines(read(docx(first + p() + second)))) == 2
    assert len(lines(read(docx(first + p("另表") + first)))) == 3
    assert len(lines(read(docx(first + tbl(tr("甲", "乙", "丙")))))) == 2


def test_grid_before() -> None:
    """A row that begins further right has an empty cell before it."""
    body = tbl(tr("甲", "乙"), tr("丙", properties='<w:gridBefore w:val="1"/>'))
    assert lines(read(docx(body))) == ["甲|乙\n|丙"]


def test_merged_downwards_after_a_wide_cell() -> None:
    """Merging goes by columns of the grid, not by the count of cells."""
    body = tbl(
        tr("甲", "乙", tc("丙", merge="restart")),
        tr(tc("丁", span=2), tc(p(), merge="continue")),
    )
    reading = read(docx(body))
    assert lines(reading) == ["甲|乙|丙\n丁"]
    assert shape(reading.blocks[0])[0][2] == (1, 2)


def test_merged_the_old_way() -> None:
    """Cells merged beside each other by hMerge are one."""
    merged = "<w:tc><w:tcPr><w:hMerge{}/></w:tcPr>{}</w:tc>".format
    first = merged(' w:val="restart"', p("甲"))
    row = f"<w:tr>{first}{merged('', p())}{tc('乙')}</w:tr>"
    reading = read(docx(tbl(row, tr("子", "丑", "寅"))))
    assert lines(reading) == ["甲|乙\n子|丑|寅"]
    assert shape(reading.blocks[0])[0] == [(2, 1), (1, 1)]


def test_text_under_a_merged_cell() -> None:
    """Text in a covered cell goes into the one above, and is listed."""
    reading = read(docx(tbl(tr(tc("甲", merge="restart")), tr(tc("乙", merge="continue")))))
    assert lines(reading) == ["甲/乙\n"]
    assert codes(reading) == ["merged_text"]


def test_continuing_from_nothing() -> None:
    """A cell that goes on from none above is a cell."""
    assert lines(read(docx(tbl(tr(tc("甲", merge="continue"), "乙"))))) == ["甲|乙"]


def test_hidden_row() -> None:
    """A hidden row is dropped and listed (H11)."""
    reading = read(docx(tbl(tr("甲"), tr("乙", properties="<w:hidden/>"))))
    assert lines(reading) == ["甲"]
    assert codes(reading) == ["row_hidden"]


def test_deleted_row() -> None:
    """A row that is deleted with its text is none; as it was before, a row that came later."""
    said = '<w:{} w:id="1" w:author="某"/>'.format
    body = tbl(tr("甲"), tr(p(), properties=said("del")))
    assert lines(read(docx(body))) == ["甲"]
    body = tbl(tr("甲"), tr(p(), properties=said("ins")))
    assert lines(read(docx(body), Revisions.ORIGINAL)) == ["甲"]


def test_head_without_a_sign() -> None:
    """A first row that reads as a head is one; a row of values is none."""
    for row, count in ((tr("序号", "问题"), 1), (tr("张某", "甲股"), 0)):
        [table] = read(docx(tbl(row, tr("1", "甲")))).blocks
        assert isinstance(table, Table)
        assert table.head_rows == count


def test_places() -> None:
    """What is said of a cell names table and row."""
    reading = read(
        docx(tbl(tr("甲")) + p("文") + tbl(tr("乙"), ledger_row("丙")), numbering=NUMBERING)
    )
    assert [each.place for each in reading.remarks] == ["表2第2行"]


def test_table_without_cells() -> None:
    """A table without a cell, or one whose rows are all left out, is none."""
    hidden = tr("甲", properties="<w:hidden/>")
    assert lines(read(docx(tbl() + p("文") + tbl("<w:tr/>") + p("字") + tbl(hidden)))) == [
        "文",
        "字",
    ]
