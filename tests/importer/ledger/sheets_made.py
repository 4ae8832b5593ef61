"""Workbooks of offices, made by openpyxl as Excel would, or cell by cell as XML."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from tests.required import missing

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"


def openpyxl() -> Any:
    """Return the package, or skip."""
    try:
        import openpyxl as found
    except ImportError:
        missing("openpyxl")
    return found


def book(
    rows: Sequence[Sequence[Any]],
    *,
    merged: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
    name: str = "Sheet1",
) -> bytes:
    """Return a workbook of one sheet.

    Args:
        rows: values as openpyxl takes them; None is an empty cell.
        merged: areas that are one cell.
        formats: number formats by place.
        name: of the sheet.

    """
    made = openpyxl().Workbook()
    sheet = made.active
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for place, code in (formats or {}).items():
        sheet[place].number_format = code
    for area in merged:
        sheet.merge_cells(area)
    return saved(made)


def saved(made: Any) -> bytes:
    """Return the bytes of a workbook of openpyxl's."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def raw(sheet: str, *, book_part: str = "", **parts: str) -> bytes:
    """Return a workbook whose sheet, and other parts, are given as XML.

    Args:
        sheet: what stands inside ``worksheet``, or a whole part where it begins with ``<?xml``.
        book_part: what stands in ``workbook`` before its sheets.
        parts: other parts below ``xl/``, by name without ``.xml``.

    """
    whole = (
        sheet if sheet.startswith("<?xml") else f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>'
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_R}">{book_part}<sheets>'
        '<sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_P}"><Relationship Id="rId1" '
        f'Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": whole,
        **{f"xl/{name}.xml": text for name, text in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return out.getvalue()


def cells(*rows: Sequence[str]) -> str:
    """Return ``sheetData`` of texts."""
    made = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) + "</row>"
        for row in rows
    )
    return f"<sheetData>{made}</sheetData>"
