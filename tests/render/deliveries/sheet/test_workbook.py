"""The workbook: cells of each kind, and nothing in it that is run or that no sheet could hold."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest

from disclosure.importer.ledger.sheets import read_sheets
from disclosure.render.deliveries.sheet.workbook import (
    LONGEST,
    Cell,
    Column,
    Sheet,
    letters,
    workbook,
)

_COLUMNS = (Column("甲", 10, choices=("是", "否")), Column("乙", 10), Column("丙", 5, hidden=True))


def made(*rows: tuple[Cell, ...]) -> bytes:
    """Return a workbook of three columns."""
    return workbook(Sheet("整改'台账", "某单位 & 2024年", _COLUMNS, rows))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-甲", "@SUM(A1)", "_x0041_", "甲\n乙", "a<b>&\"'", "0360-5550118", "007"],
)
def test_texts_come_back_as_they_are(text: str) -> None:
    """Whatever they begin with: none is a formula, a number, or an escape."""
    (sheet,) = read_sheets(made((text, "", "")))
    cell = sheet.cells[(1, 0)]
    assert (cell.text, cell.number, cell.formula) == (text, False, False)


def test_days_and_numbers() -> None:
    """Days are dates from March 1900 on; before that Excel counts wrongly, and they are text."""
    (sheet,) = read_sheets(made((date(2024, 2, 29), 12, ""), (date(1900, 2, 1), 0, "")))
    assert sheet.cells[(1, 0)].day == date(2024, 2, 29)
    assert (sheet.cells[(1, 1)].text, sheet.cells[(1, 1)].number) == ("12", True)
    assert (sheet.cells[(2, 0)].text, sheet.cells[(2, 0)].day) == ("1900-02-01", None)


def test_a_cell_holds_no_more_than_excel_allows() -> None:
    """A longer text is cut, or Excel would call the file damaged."""
    (sheet,) = read_sheets(made(("甲" * (LONGEST + 5), "", "")))
    assert sheet.cells[(1, 0)].text == "甲" * (LONGEST - 1) + "…"


def test_parts_are_xml_and_the_title_is_escaped() -> None:
    """Every part parses; & in the printed head is two, for Excel takes one for a command."""
    with zipfile.ZipFile(io.BytesIO(made(("甲", "", "")))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    for text in parts.values():
        ElementTree.fromstring(text)  # noqa: S314 - our own
    assert (
        "<oddHeader>&amp;C某单位 &amp;&amp; 2024年</oddHeader>" in parts["xl/worksheets/sheet1.xml"]
    )
    assert "'整改''台账'!$1:$1" in parts["xl/workbook.xml"]


def test_rows_are_as_high_as_their_texts() -> None:
    """Who sets no heights anew would cut texts off; hidden columns do not count."""
    with zipfile.ZipFile(io.BytesIO(made(("甲" * 30, "", ""), (1, 2, "乙" * 500)))) as package:
        rows = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    heights = [int(row.get("ht", 0)) for row in rows.iter() if row.tag.endswith("}row")]
    assert heights == [0, 7 * 15 + 6, 15 + 6]


def test_columns_are_called_as_in_sheets() -> None:
    """A to Z, then two letters, then three."""
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
