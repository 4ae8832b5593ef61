"""The sheets of a workbook as cells with text: streamed, and nothing kept of empty ones.

What a sheet declares to be its size is not believed. Formulas are not worked out: what the
program that wrote the file found last is taken, and told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from disclosure.errors import ImportRefusedError
from disclosure.importer.ledger.formats import Form, day_of, form_of, plain_number
from disclosure.importer.ledger.package import Package

MOST_CELLS: Final = 60_000
MOST_CHARACTERS: Final = 4_000_000
MOST_SHEETS: Final = 50
_MOST_MERGED: Final = 20_000
_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384
_PLACE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Line ends, and blanks of every kind that programs put beside them.
_ENDS: Final = re.compile(r"[ \t\u00a0\u3000]*(?:\r\n|[\r\n\v\u2028\u2029])[ \t\u00a0\u3000]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says.

    Attributes:
        text: as text; a number as it was typed.
        day: of a number that is shown as a date.
        month: whether only its month is shown.
        number: whether it is a number without the look of a date.
        formula: whether a formula found it.

    """

    text: str
    day: date | None = None
    month: bool = False
    number: bool = False
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A rectangle of cells that are one; the last row and column belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet: its cells with text by row and column, from 0, and the cells that are one."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    of_macs: bool = False

    def rows(self) -> list[int]:
        """Return the rows that say something, in order."""
        return sorted({row for row, _ in self.cells})


def read_sheets(data: bytes) -> list[Sheet]:
    """Return the visible sheets of a workbook.

    Raises:
        ImportRefusedError: it is none, or holds more than any table does.

    """
    return _Workbook(Package(data)).sheets()


class _Workbook:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._texts: list[str] = []
        self._forms: list[Form] = []
        self._of_macs = False
        self._names: list[tuple[str, str]] = []
        self.cells_left = MOST_CELLS
        self.characters_left = MOST_CHARACTERS

    def sheets(self) -> list[Sheet]:
        self._read_book()
        self._read_styles()
        self._read_texts()
        parts = self._package.relations("xl/workbook.xml")
        found: list[Sheet] = []
        for name, relation in self._names[:MOST_SHEETS]:
            part = parts.get(relation, "")
            if self._package.has(part) and "worksheets" in part.lower():
                found.append(self._sheet(name, part))
        return found

    def _read_book(self) -> None:
        def start(local: str, given: Mapping[str, str]) -> None:
            if local == "workbookPr":
                self._of_macs = given.get("date1904", "0").lower() in {"1", "true"}
            if local == "sheet" and given.get("state", "visible") == "visible":
                relation = next((v for k, v in given.items() if k.endswith("}id")), "")
                self._names.append((given.get("name", ""), relation))

        self._package.walk("xl/workbook.xml", start, lambda *_: None)

    def _read_styles(self) -> None:
        codes: dict[int, str] = {}
        inside = [""]

        def start(local: str, given: Mapping[str, str]) -> None:
            if local in {"cellXfs", "cellStyleXfs"}:
                inside[0] = local
            elif local == "numFmt":
                codes[_int(given.get("numFmtId", ""))] = given.get("formatCode", "")
            elif local == "xf" and inside[0] == "cellXfs":
                number = _int(given.get("numFmtId", "0"))
                self._forms.append(form_of(number, codes.get(number)))

        self._package.walk("xl/styles.xml", start, lambda *_: None)

    def _read_texts(self) -> None:
        parts: list[str] = []
        spoken = [0]

        def start(local: str, _: Mapping[str, str]) -> None:
            if local == "rPh":
                spoken[0] += 1

        def end(local: str, text: str) -> None:
            if local == "rPh":
                spoken[0] -= 1
            elif local == "t" and not spoken[0]:
                self._count(len(text))
                parts.append(text)
            elif local == "si":
                self._texts.append(plain("".join(parts)))
                parts.clear()

        self._package.walk("xl/sharedStrings.xml", start, end)

    def _sheet(self, name: str, part: str) -> Sheet:
        sheet = Sheet(name, of_macs=self._of_macs)
        reader = _SheetReader(sheet, self)
        self._package.walk(part, reader.start, reader.end)
        return sheet

    def _count(self, characters: int) -> None:
        self.characters_left -= characters
        if self.characters_left < 0:
            raise ImportRefusedError("ledger.large")

    def cell(self, kind: str, style: int, value: str, inside: str, *, formula: bool) -> Cell | None:
        """Return what a cell says; None of an empty one."""
        if kind == "s":
            at = _int(value)
            text = self._texts[at] if value and 0 <= at < len(self._texts) else ""
        elif kind == "inlineStr":
            text = plain(inside)
        elif kind in {"str", "e"}:
            text = plain(value)
        elif kind == "b":
            text = "是" if value == "1" else "否" if value else ""
        elif kind == "d":
            text = value[:10]
        else:
            return self._number(style, value.strip(), formula=formula)
        self._count(len(text))
        return Cell(text, formula=formula) if text or formula else None

    def _number(self, style: int, value: str, *, formula: bool) -> Cell | None:
        if not value:
            return Cell("", formula=True) if formula else None
        form = self._forms[style] if 0 <= style < len(self._forms) else Form.NUMBER
        day = None if form is Form.NUMBER else day_of(value, of_macs=self._of_macs)
        if day:
            return Cell(day.isoformat(), day, form is Form.MONTH, formula=formula)
        return Cell(plain_number(value), number=True, formula=formula)


class _SheetReader:
    """Takes the cells of one sheet as they come."""

    def __init__(self, sheet: Sheet, book: _Workbook) -> None:
        self._sheet = sheet
        self._book = book
        self._row = -1
        self._column = -1
        self._given: tuple[str, int] = ("", 0)
        self._value = ""
        self._inside: list[str] = []
        self._formula = False
        self._spoken = 0

    def start(self, local: str, given: Mapping[str, str]) -> None:
        """Begin an element."""
        if local == "row":
            self._row = _int(given["r"]) - 1 if "r" in given else self._row + 1
            self._column = -1
        elif local == "c":
            place = _place(given["r"]) if "r" in given else None
            self._row, self._column = place or (self._row, self._column + 1)
            self._given = (given.get("t", "n"), _int(given.get("s", "0")))
            self._value, self._formula = "", False
            self._inside.clear()
        elif local == "rPh":
            self._spoken += 1
        elif local == "mergeCell" and len(self._sheet.merged) < _MOST_MERGED:
            first, _, last = given.get("ref", "").partition(":")
            start, end = _place(first), _place(last)
            if start and end and start <= end and start[1] <= end[1]:
                self._sheet.merged.append(Merged(*start, *end))

    def end(self, local: str, text: str) -> None:
        """End an element."""
        if local == "v":
            self._value = text
        elif local == "f":
            self._formula = True
        elif local == "rPh":
            self._spoken -= 1
        elif local == "t" and not self._spoken:
            self._inside.append(text)
        elif local == "c" and 0 <= self._row < _ROWS and 0 <= self._column < _COLUMNS:
            self._put()

    def _put(self) -> None:
        kind, style = self._given
        inside = "".join(self._inside)
        cell = self._book.cell(kind, style, self._value, inside, formula=self._formula)
        if cell is None:
            return
        self._book.cells_left -= 1
        if self._book.cells_left < 0:
            raise ImportRefusedError("ledger.large")
        self._sheet.cells[(self._row, self._column)] = cell


def plain(text: str) -> str:
    """Return a cell's text: escapes read, line ends as LF, blanks around it left out."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: _sign(int(found[1], 16)), text)
    return _ENDS.sub("\n", text).strip()


def _sign(point: int) -> str:
    sign = chr(point)
    return sign if sign.isprintable() or sign in "\t\n\r " else ""


def _int(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def _place(text: str) -> tuple[int, int] | None:
    """Return row and column of ``B12``, from 0."""
    match = _PLACE.fullmatch(text.replace("$", ""))
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row - 1, column - 1) if row <= _ROWS and column <= _COLUMNS else None
