"""Workbooks that no office makes: bounded, refused with a sentence, or read without harm."""

import random
from pathlib import PurePosixPath

import pytest

from disclosure.errors import ImportRefusedError
from disclosure.importer.ledger.comparing import compare
from disclosure.importer.ledger.package import LARGEST_XML, MOST_ELEMENTS
from disclosure.importer.ledger.problems import Problem, problems_of
from disclosure.importer.ledger.sheets import Merged, read_sheets
from disclosure.source.load import load_notice
from tests.conftest import NOTICE
from tests.importer.ledger.sheets_made import cells, raw

_ROWS = (("问题", "整改状态", "整改时限"), ("招商成效不明显", "已完成", "2024-10-31"))


def problems() -> list[Problem]:
    """Return the problems of a notice."""
    loaded, _ = load_notice(NOTICE.encode(), PurePosixPath("a.yaml"))
    assert loaded is not None
    return list(problems_of("a", loaded))


def test_declared_sizes_are_not_believed() -> None:
    """A sheet of 16,384 by 1,048,576 cells that are one holds what stands in it."""
    sheet = f'<dimension ref="A1:XFD1048576"/>{cells(*_ROWS)}'
    sheet += '<mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'
    (read,) = read_sheets(raw(sheet))
    assert len(read.cells) == 6
    assert read.merged == [Merged(4, 0, 1048575, 16383)]
    assert len(compare(raw(sheet), (), problems(), text=False).findings) == 2


def test_places_beyond_a_sheet_are_left_out() -> None:
    """A row or column that no sheet has is no place; rows without a number follow each other."""
    far = '<row r="9999999"><c r="A9999999"><v>1</v></c></row><row r="2"><c r="ZZZZ2"><v>1</v></c></row>'
    (read,) = read_sheets(raw(f"<sheetData>{far}<row><c><v>5</v></c></row></sheetData>"))
    assert {place: cell.text for place, cell in read.cells.items() if cell.text == "5"} == {
        (2, 0): "5"
    }
    assert all(row < 1_048_576 and column < 16_384 for row, column in read.cells)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (raw('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'), "ledger.entities"),
        (
            raw('<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1/x"><a/>'),
            "ledger.entities",
        ),
        (raw("<a>" * 100 + "</a>" * 100), "ledger.damaged"),
        (raw("<row>"), "ledger.damaged"),
        (
            raw("<sheetData/>", vbaProject="x").replace(b"vbaProject.xml", b"vbaProject.bin"),
            "ledger.macros",
        ),
        (raw(" " * (LARGEST_XML + 1)), "ledger.large"),
        (raw("<sheetData/>").replace(b"xl/worksheets", b"../worksheets"), "ledger.damaged"),
        (raw("<sheetData/>")[:-30], "ledger.damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptionInfo".encode("utf-16-le"),
            "ledger.encrypted",
        ),
    ],
)
def test_is_refused(data: bytes, code: str) -> None:
    """Entities, depth, size, macros, names that climb, what is cut off or locked."""
    with pytest.raises(ImportRefusedError) as refused:
        read_sheets(data)
    assert refused.value.code == code


@pytest.mark.slow
def test_cells_are_counted() -> None:
    """More cells with something in them than any table has are refused."""
    row = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    with pytest.raises(ImportRefusedError) as refused:
        read_sheets(raw(f"<sheetData>{row * 61}</sheetData>"))
    assert refused.value.code == "ledger.large"


@pytest.mark.slow
def test_empty_cells_are_counted() -> None:
    """Elements that hold nothing take time, too."""
    with pytest.raises(ImportRefusedError) as refused:
        read_sheets(raw(f"<sheetData>{'<row/>' * (MOST_ELEMENTS + 1)}</sheetData>"))
    assert refused.value.code == "ledger.large"


def test_one_text_shown_everywhere_is_counted_each_time() -> None:
    """A shared string of a million characters in thousands of cells is no memory of ours."""
    texts = f"<sst><si><t>{'甲' * 1_000_000}</t></si></sst>"
    sheet = "<sheetData><row>" + '<c t="s"><v>0</v></c>' * 5000 + "</row></sheetData>"
    with pytest.raises(ImportRefusedError) as refused:
        read_sheets(raw(sheet, sharedStrings=texts))
    assert refused.value.code == "ledger.large"


def test_escapes_signs_and_readings() -> None:
    """_x000D_ is a line's end, what hides is left out, and phonetic readings are no text."""
    sheet = (
        "<sheetData><row>"
        '<c t="inlineStr"><is><t>甲_x000D_\n乙_xD800__x202E__x005F_x0041_</t></is></c>'
        '<c t="inlineStr"><is><r><t>泾</t></r><rPh sb="0" eb="1"><t>jing</t></rPh></is></c>'
        '<c t="b"><v>1</v></c><c><v>1.39E+10</v></c><c><v>12.50</v></c><c t="s"><v>99</v></c>'
        "</row></sheetData>"
    )
    (read,) = read_sheets(raw(sheet))
    texts = [cell.text for cell in read.cells.values()]
    assert texts == ["甲\n乙_x0041_", "泾", "是", "13900000000", "12.5"]


def test_days_of_a_mac() -> None:
    """A file that counts from 1904 says so."""
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    sheet = '<sheetData><row><c s="1"><v>44134</v></c></row></sheetData>'
    (read,) = read_sheets(raw(sheet, book_part='<workbookPr date1904="1"/>', styles=styles))
    assert [cell.text for cell in read.cells.values()] == ["2024-10-31"]
    (read,) = read_sheets(raw(sheet, styles=styles))
    assert [cell.text for cell in read.cells.values()] == ["2020-10-30"]


def _mutated(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found))
        way = chance.randrange(4)
        if way == 0:
            found[at] = chance.randrange(256)
        elif way == 1:
            del found[at : at + chance.randint(1, 30)]
        elif way == 2:
            found[at:at] = found[at : at + chance.randint(1, 30)]
        else:
            found[at] ^= 1 << chance.randrange(8)
        if not found:
            break
    return bytes(found)


def _endure(count: int) -> None:
    known = problems()
    whole = raw(f'{cells(*_ROWS)}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    chance = random.Random(16)
    for number in range(count):
        if number % 2:  # the XML itself, in a zip that is sound
            sheet = _mutated(cells(*_ROWS).encode(), chance).decode(errors="replace")
            data = raw(sheet)
        else:
            data = _mutated(whole, chance)
        try:
            compare(data, (), known, text=False)
        except ImportRefusedError:
            continue


def test_mutated_files_are_endured() -> None:
    """Read or refused: nothing else comes of a damaged file."""
    _endure(200)


@pytest.mark.slow
def test_ten_thousand_mutated_files_are_endured() -> None:
    """The same, ten thousand times."""
    _endure(10_000)
