"""A workbook of one sheet: a head that stays in sight, wrapped texts, dates that are dates.

No cell is a formula: texts are inline strings, whatever they begin with. No clock, no name of a
person, nothing deflated: the same rows give the same bytes.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from disclosure.render.deliveries.sheet.styles import (
    DAY,
    HEAD,
    MAIN,
    MIDDLE,
    NUMBER,
    TEXT,
    styles_part,
)
from disclosure.render.deliveries.word.package import relations_part
from disclosure.render.deliveries.word.xml import HEAD as XML
from disclosure.render.deliveries.word.xml import content, element
from disclosure.zh.width import display_width
from disclosure.zip_stored import packed

Cell = str | int | date
LONGEST: Final = 32_767  # characters that a cell holds
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Excel counts days from here, the 29th of February 1900 among them.
_BEGINNING: Final = date(1899, 12, 30)
_FIRST_DAY: Final = date(1900, 3, 1)
_CUT: Final = "…"
# A text that looks like an escape of a character is read as that character.
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINE: Final = 15  # points
_PADDING: Final = 6
_HIGHEST: Final = 409
_WIDER: Final = 112  # in hundredths: characters are a little wider than the digit of a column
_LETTERS: Final = 26
_MARGINS: Final = {"left": "0.5", "right": "0.5", "top": "0.6", "bottom": "0.6"}


class Column(NamedTuple):
    """A column.

    Attributes:
        name: in the head.
        width: in characters of a digit's width; a Han takes two.
        hidden: whether it is for programs only.
        middle: whether its texts stand in the middle.
        choices: words that are offered; others may be typed.

    """

    name: str
    width: int
    hidden: bool = False
    middle: bool = False
    choices: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """What the sheet holds.

    Attributes:
        name: on its tab.
        title: at the head of each printed page.
        columns: from the left.
        rows: as many cells each as there are columns.

    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook(sheet: Sheet) -> bytes:
    """Return the bytes of an .xlsx."""
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": relations_part(
            [("rId1", f"{_RELATIONS}/officeDocument", "xl/workbook.xml", False)]
        ),
        "xl/workbook.xml": _book(sheet),
        "xl/_rels/workbook.xml.rels": relations_part(
            (
                ("rId1", f"{_RELATIONS}/worksheet", "worksheets/sheet1.xml", False),
                ("rId2", f"{_RELATIONS}/styles", "styles.xml", False),
            )
        ),
        "xl/styles.xml": styles_part(),
        "xl/worksheets/sheet1.xml": _sheet(sheet),
    }
    return packed({name: (XML + xml).encode() for name, xml in files.items()})


def letters(number: int) -> str:
    """Return what a column is called: A for 0, AA for 26."""
    name = ""
    while number >= 0:
        number, last = divmod(number, _LETTERS)
        name, number = chr(ord("A") + last) + name, number - 1
    return name


def _types() -> str:
    parts = {
        "/xl/workbook.xml": f"{_KIND}.sheet.main+xml",
        "/xl/worksheets/sheet1.xml": f"{_KIND}.worksheet+xml",
        "/xl/styles.xml": f"{_KIND}.styles+xml",
    }
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return element(
        "Types",
        {"xmlns": _TYPES},
        element("Default", {"Extension": "rels", "ContentType": relations}),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(element("Override", {"PartName": n, "ContentType": t}) for n, t in parts.items()),
    )


def _book(sheet: Sheet) -> str:
    quoted = "'" + sheet.name.replace("'", "''") + "'"
    names: tuple[tuple[dict[str, str | int], str], ...] = (
        ({"name": "_xlnm._FilterDatabase", "localSheetId": 0, "hidden": 1}, _area(sheet)),
        ({"name": "_xlnm.Print_Titles", "localSheetId": 0}, "$1:$1"),
    )
    return element(
        "workbook",
        {"xmlns": MAIN, "xmlns:r": _RELATIONS},
        element(
            "sheets", None, element("sheet", {"name": sheet.name, "sheetId": "1", "r:id": "rId1"})
        ),
        element(
            "definedNames",
            None,
            *(element("definedName", given, content(f"{quoted}!{area}")) for given, area in names),
        ),
    )


def _area(sheet: Sheet) -> str:
    return f"$A$1:${letters(len(sheet.columns) - 1)}${len(sheet.rows) + 1}"


def _sheet(sheet: Sheet) -> str:
    area = _area(sheet).replace("$", "")
    head = element(
        "row",
        {"r": 1},
        *(_text(f"{letters(n)}1", c.name, HEAD) for n, c in enumerate(sheet.columns)),
    )
    pane: dict[str, str | int] = {
        "ySplit": 1,
        "topLeftCell": "A2",
        "activePane": "bottomLeft",
        "state": "frozen",
    }
    return element(
        "worksheet",
        {"xmlns": MAIN},
        element("sheetPr", None, element("pageSetUpPr", {"fitToPage": 1})),
        element("dimension", {"ref": area}),
        element(
            "sheetViews",
            None,
            element("sheetView", {"workbookViewId": 0}, element("pane", pane)),
        ),
        element("sheetFormatPr", {"defaultRowHeight": 15}),
        element("cols", None, *(_column(n, c) for n, c in enumerate(sheet.columns, 1))),
        element("sheetData", None, head, *_rows(sheet)),
        element("autoFilter", {"ref": area}),
        _choices(sheet),
        element("pageMargins", {**_MARGINS, "header": "0.3", "footer": "0.3"}),
        element("pageSetup", {"paperSize": 9, "orientation": "landscape", "fitToHeight": 0}),
        element(
            "headerFooter",
            None,
            element("oddHeader", None, content(f"&C{sheet.title.replace('&', '&&')}")),
            element("oddFooter", None, content("&C&P / &N")),
        ),
    )


def _column(number: int, column: Column) -> str:
    given = {"min": number, "max": number, "width": column.width, "customWidth": 1}
    return element("col", {**given, "hidden": 1} if column.hidden else given)


def _rows(sheet: Sheet) -> Iterator[str]:
    for number, row in enumerate(sheet.rows, 2):
        cells = (
            _cell(f"{letters(at)}{number}", cell, column)
            for at, (cell, column) in enumerate(zip(row, sheet.columns, strict=True))
        )
        yield element("row", {"r": number, "ht": _height(row, sheet.columns)}, *cells)


def _height(row: Sequence[Cell], columns: Sequence[Column]) -> int:
    """Return how high a row is that shows its texts whole, or as high as rows can be.

    Excel sets the height anew when a row is changed; LibreOffice takes what the file says.
    """
    lines = max(
        (
            sum(
                max(1, -(-display_width(line) * _WIDER // (100 * column.width)))
                for line in cell.split("\n")
            )
            for cell, column in zip(row, columns, strict=True)
            if isinstance(cell, str) and not column.hidden
        ),
        default=1,
    )
    return min(_HIGHEST, lines * _LINE + _PADDING)


def _cell(place: str, cell: Cell, column: Column) -> str:
    if isinstance(cell, int):
        return element("c", {"r": place, "s": NUMBER}, element("v", None, str(cell)))
    if isinstance(cell, date):
        if cell >= _FIRST_DAY:
            days = str((cell - _BEGINNING).days)
            return element("c", {"r": place, "s": DAY}, element("v", None, days))
        cell = cell.isoformat()
    return _text(place, cell, MIDDLE if column.middle else TEXT)


def _text(place: str, text: str, style: int) -> str:
    if not text:
        return element("c", {"r": place, "s": style})
    if len(text) > LONGEST:
        text = text[: LONGEST - len(_CUT)] + _CUT
    written = content(_ESCAPE.sub("_x005F_", text))
    inside = element("is", None, element("t", {"xml:space": "preserve"}, written))
    return element("c", {"r": place, "s": style, "t": "inlineStr"}, inside)


def _choices(sheet: Sheet) -> str:
    offered: Sequence[tuple[int, Column]] = [
        (number, column) for number, column in enumerate(sheet.columns) if column.choices
    ]
    if not offered or not sheet.rows:
        return ""
    last = len(sheet.rows) + 1
    lists = (
        element(
            "dataValidation",
            {
                "type": "list",
                "allowBlank": 1,
                "showErrorMessage": 0,
                "sqref": f"{letters(number)}2:{letters(number)}{last}",
            },
            element("formula1", None, content(f'"{",".join(column.choices)}"')),
        )
        for number, column in offered
    )
    return element("dataValidations", {"count": len(offered)}, *lists)
