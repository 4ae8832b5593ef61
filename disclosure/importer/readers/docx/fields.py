"""Fields: what Word works out, as it stood when the file was saved; contents are left out."""

import re
from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.eq_fields import equation_field
from disclosure.importer.readers.docx.lookups import bookmarked
from disclosure.importer.readers.docx.pieces import SEEN, Kind, Listing, Piece, Reason
from disclosure.importer.readers.docx.progress import OpenField
from disclosure.importer.readers.docx.run_properties import address
from disclosure.importer.readers.docx.symbol_fonts import shown
from disclosure.importer.readers.docx.xml_tree import child, children, is_on, value

_CONTENTS: Final = frozenset({"TOC", "INDEX", "TOA"})
_REFERENCES: Final = frozenset({"REF", "PAGEREF", "NOTEREF"})
_DATES: Final = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"})
# Their result is what somebody typed, or the text of a link.
_QUIET: Final = frozenset({"HYPERLINK", "FORMTEXT", "ADDIN", "CONTROL", "EQ", "SEQ"})
# They show nothing, ever.
_UNSEEN: Final = frozenset({"XE", "TC", "RD", "TA", "SET", "ASK", "PRIVATE", "ADVANCE", "ADDIN"})
_ADDRESS: Final = re.compile(r'HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_SYMBOL: Final = re.compile(
    r'SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b.*?\\f\s*"?([^"\\]*)', re.IGNORECASE | re.DOTALL
)
_BUTTON: Final = re.compile(r"\S+\s+\S+\s*(.*)", re.DOTALL)
_ENTRY_STYLES: Final = ("toc", "目录", "table of figures", "索引", "index")
_PAGE_BEHIND: Final = re.compile(r"[\t….·\s][\t….·\s]*(?:\d{1,4}|[ivxlc]{1,8})\s*\Z", re.IGNORECASE)
# Word itself nests about twenty.
_DEEPEST: Final = 30
_CODE: Final = Reason("import.word.field_code")
_LEFT_OUT: Final = Reason("import.word.contents")


def resolve_fields(
    pieces: list[Piece], context: Context, style: str
) -> tuple[list[Piece], list[Listing]]:
    """Return the pieces with those of fields settled, and what is to be told of them.

    Args:
        pieces: of a paragraph.
        context: of the file; fields that go on stay open in its progress.
        style: name of the paragraph's style, in lower case.

    """
    progress = context.progress
    if progress.fields and not _goes_on(pieces, style):
        for each in progress.fields:
            each.contents = False
    resolver = _Resolver(context)
    for piece in pieces:
        resolver.take(piece)
    # A code that has no end on its line has none: it must not swallow what follows.
    progress.fields[:] = [each for each in progress.fields if each.in_result]
    for each in progress.fields:
        each.link = ""
    if style.startswith("toc "):
        _leave_out(resolver.pieces)
    return resolver.pieces, resolver.listings


class _Resolver:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._open = context.progress.fields
        self._starts: dict[int, int] = {}
        self._ignored = 0
        self.pieces: list[Piece] = []
        self.listings: list[Listing] = []

    def take(self, piece: Piece) -> None:
        if piece.kind is Kind.BEGIN and len(self._open) >= _DEEPEST:
            self._ignored += 1
        elif piece.kind is Kind.END and self._ignored:
            self._ignored -= 1
        elif piece.kind is Kind.BEGIN:
            self._open.append(OpenField(start=piece.element))
        elif piece.kind is Kind.CODE:
            if self._open and not self._open[-1].in_result:
                self._open[-1].code += piece.text
        elif piece.kind is Kind.SEPARATE:
            self._separate()
        elif piece.kind is Kind.END:
            if self._open:
                self._close(self._open.pop(), piece)
        else:
            self._settle(piece)
            self.pieces.append(piece)

    def _separate(self) -> None:
        if not self._open or self._open[-1].in_result:
            return
        field = self._open[-1]
        field.in_result = True
        field.contents = field.name in _CONTENTS
        found = _ADDRESS.match(field.code.strip())
        field.link = address(found[1]) if found else ""
        self._starts[id(field)] = len(self.pieces)

    def _settle(self, piece: Piece) -> None:
        if any(not each.in_result for each in self._open):
            piece.reason = piece.reason or _CODE
        elif any(each.contents for each in self._open):
            piece.reason = piece.reason or _LEFT_OUT
        piece.link = next((each.link for each in reversed(self._open) if each.link), piece.link)

    def _close(self, field: OpenField, end: Piece) -> None:
        start = self._starts.pop(id(field), None)
        if start is None and field.in_result:
            # It began paragraphs ago, and so did its result.
            return
        result = tuple(self.pieces[start:]) if field.in_result else ()
        if any(piece.kind in SEEN or piece.text for piece in result):
            self._tell(field, result)
        else:
            self._without_result(field, end)

    def _tell(self, field: OpenField, result: tuple[Piece, ...]) -> None:
        name, words = field.name, {"field": field.code.strip()}
        if field.contents or name in _QUIET or any(each.contents for each in self._open):
            return
        if name in _REFERENCES:
            parts = field.code.split()
            words["to"] = parts[1] if len(parts) > 1 else ""
            names = bookmarked(words["to"], self._context)
            code = "import.word.reference_lost" if names is None else "import.word.reference"
            words |= {} if names is None else {"names": names}
        else:
            code = "import.word.date_field" if name in _DATES else "import.word.field"
        self.listings.append(Listing(code, result, words))

    def _without_result(self, field: OpenField, end: Piece) -> None:
        if field.name in _UNSEEN:
            return
        pieces = _made(field)
        for piece in pieces:
            piece.face, piece.changes = end.face, end.changes
            piece.reason = piece.reason or end.reason
            self._settle(piece)
        self.pieces.extend(pieces)
        told = any(piece.becomes or piece.reason for piece in pieces)
        if told or any(each.contents for each in self._open):
            return
        code = "import.word.shown_field" if pieces else "import.word.empty_field"
        words = {"field": field.code.strip()}
        self.listings.append(Listing(code, tuple(pieces), words, always=not pieces))


def _made(field: OpenField) -> list[Piece]:
    """Return what a field shows that has its words in its code, or in the data of a form."""
    code = field.code.strip()
    if field.name == "EQ":
        return equation_field(code)
    if field.name == "SYMBOL" and (match := _SYMBOL.match(code)):
        number = int(match[1], 0) if match[1].lower().startswith("0x") else int(match[1])
        sign = shown(match[2].strip(), number)
        return [Piece(Kind.MADE, sign)] if sign else []
    if field.name == "MACROBUTTON" and (match := _BUTTON.match(code)) and match[1].strip():
        return [Piece(Kind.TEXT, match[1].strip())]
    form = child(field.start, "w:ffData")
    if field.name == "FORMCHECKBOX":
        return [Piece(Kind.MADE, "☑" if _is_ticked(form) else "☐")]
    if field.name == "FORMDROPDOWN":
        return [Piece(Kind.MADE, each) for each in _picked(form)]
    return []


def _is_ticked(form: Element | None) -> bool:
    box = child(form, "w:checkBox")
    ticked = is_on(box, "w:checked")
    return bool(is_on(box, "w:default")) if ticked is None else ticked


def _picked(form: Element | None) -> list[str]:
    listed = child(form, "w:ddList")
    entries = [each.get("w:val", "") for each in children(listed, "w:listEntry")]
    number = value(listed, "w:result") or value(listed, "w:default") or "0"
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
    return entries[at : at + 1]


def _goes_on(pieces: list[Piece], style: str) -> bool:
    """Say whether a paragraph may belong to contents that are open: its line looks like one.

    Contents without an end would take the rest of the file with them.
    """
    if style.startswith(_ENTRY_STYLES) or any(piece.kind is Kind.END for piece in pieces):
        return True
    if any(piece.kind is Kind.CODE and "PAGEREF" in piece.text for piece in pieces):
        return True
    text = "".join(piece.text for piece in pieces if piece.kind in (Kind.TEXT, Kind.TAB))
    return not text.strip() or _PAGE_BEHIND.search(text[-20:]) is not None


def _leave_out(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if piece.kind in SEEN:
            piece.reason = piece.reason or _LEFT_OUT
