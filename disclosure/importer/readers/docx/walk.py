"""Walking through a paragraph: its pieces in their order, from whatever they are wrapped in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.drawings import DRAWINGS, drawn, holds_elsewhere
from disclosure.importer.readers.docx.equations import linear
from disclosure.importer.readers.docx.hidden import why_hidden
from disclosure.importer.readers.docx.pieces import Kind, Listing, Piece, Reason
from disclosure.importer.readers.docx.plain_text import (
    PROPERTIES,
    plain_text,
    sign_of,
    text_of_leaf,
)
from disclosure.importer.readers.docx.revisions import (
    Change,
    change_of,
    format_changes,
    is_change,
)
from disclosure.importer.readers.docx.run_properties import (
    address,
    is_set_mark,
    properties_of,
    symbol_font,
    told_of_setting,
)
from disclosure.importer.readers.docx.styles import Face
from disclosure.importer.readers.docx.symbols import symbol
from disclosure.importer.readers.docx.xml_tree import child, chosen, is_on, value
from disclosure.importer.reading import Look

_TEXTS: Final = frozenset({"w:t", "w:delText", "m:t"})
_CODES: Final = frozenset({"w:instrText", "w:delInstrText"})
_FIELD_SIGNS: Final = {"begin": Kind.BEGIN, "separate": Kind.SEPARATE, "end": Kind.END}
_NOTES: Final = frozenset({"w:footnoteReference", "w:endnoteReference"})
_COMMENTS: Final = {"w:commentReference": Kind.COMMENT, "w:commentRangeStart": Kind.COMMENT_START}


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for all that stands inside an element."""

    face: Face
    changes: tuple[Change, ...] = ()
    link: str = ""
    reason: Reason | None = None
    font: str = ""


@dataclass(slots=True)
class Walk:
    """A paragraph as walked through.

    Attributes:
        pieces: in their order.
        listings: what is to be told of some of them.
        formats: changes of format, each with the pieces of its run.

    """

    pieces: list[Piece] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    formats: list[tuple[Change, tuple[Piece, ...]]] = field(default_factory=list)


def walk(paragraph: Element, context: Context, look: Look) -> Walk:
    """Return the pieces of a ``w:p``.

    Args:
        paragraph: the element.
        context: of the file.
        look: of the paragraph.

    """
    return _Walker(paragraph, context, look).walk(paragraph)


# What waits to be gone through: an element, a finished piece, or something to do behind others.
_Waiting = tuple[Element, _State] | Piece | Callable[[], None]


class _Walker:
    def __init__(self, paragraph: Element, context: Context, look: Look) -> None:
        self._context = context
        self._look = look
        self._paragraph = paragraph
        self._style = value(paragraph, "w:pPr/w:pStyle")
        self._waiting: list[_Waiting] = []
        # By identity: the styles give the same face each time; it is held so that it lives on.
        self._faces: dict[int, tuple[Face, Face]] = {}
        self._found = Walk()

    def walk(self, paragraph: Element) -> Walk:
        state = _State(self._face(None))
        self._follow(paragraph, state)
        while self._waiting:
            each = self._waiting.pop()
            if isinstance(each, Piece):
                self._found.pieces.append(each)
            elif isinstance(each, tuple):
                self._go(*each)
            else:
                each()
        return self._found

    def _go(self, element: Element, state: _State) -> None:
        tag = element.tag
        if tag in PROPERTIES:
            return
        if tag in _TEXTS:
            self._text(element, state)
        elif sign := sign_of(tag):
            self._sign(element, sign, state)
        elif tag in ("w:r", "m:r"):
            self._run(element, state)
        elif is_change(tag):
            self._follow(element, replace(state, changes=(*state.changes, change_of(element))))
        elif tag in DRAWINGS:
            self._drawing(element, state)
        else:
            self._other(element, state)

    def _other(self, element: Element, state: _State) -> None:
        tag = element.tag
        if tag in _CODES:
            self._add(Kind.CODE, element.text or "", state)
        elif tag in _NOTES:
            self._add(Kind.NOTE, element.get("w:id", ""), state, element)
        elif tag in _COMMENTS:
            self._add(_COMMENTS[tag], element.get("w:id", ""), state)
        elif tag == "mc:AlternateContent":
            self._queue(chosen(element), state)
        elif parts := linear(element):
            self._queue(parts, state)
        else:
            known = {
                "w:fldChar": self._field_sign,
                "w:fldSimple": self._simple_field,
                "w:hyperlink": self._hyperlink,
                "w:ruby": self._ruby,
                "w:sdt": self._control,
                "w:sym": self._symbol,
                "m:oMath": self._equation,
            }
            known.get(tag, self._follow)(element, state)

    def _follow(self, element: Element, state: _State) -> None:
        self._queue(element, state)

    def _queue(self, parts: Iterable[Element | str], state: _State) -> None:
        self._waiting.extend(
            Piece(Kind.MADE, each, state.face, state.changes, state.link, reason=state.reason)
            if isinstance(each, str)
            else (each, state)
            for each in reversed(list(parts))
        )

    def _add(self, kind: Kind, text: str, state: _State, element: Element | None = None) -> Piece:
        piece = Piece(
            kind,
            text,
            state.face,
            state.changes,
            state.link,
            element,
            None,
            state.reason,
            state.font,
        )
        self._found.pieces.append(piece)
        return piece

    def _face(self, properties: Element | None) -> Face:
        face = self._context.styles.look_of(self._style, properties)
        if id(face) not in self._faces:
            look, own = face.look, self._look
            look = replace(look, style=own.style, level=own.level, aligned=own.aligned)
            self._faces[id(face)] = (face, replace(face, look=look))
        return self._faces[id(face)][1]

    def _text(self, element: Element, state: _State) -> None:
        text = text_of_leaf(element)
        if element.tag == "w:delText" and not any(c.kind in ("del", "from") for c in state.changes):
            state = replace(state, changes=(*state.changes, Change("del")))
        if text:
            self._add(Kind.TEXT, text, state)

    def _sign(self, element: Element, sign: str, state: _State) -> None:
        if sign == "\t":
            self._add(Kind.TAB, sign, state)
        elif sign == "\n":
            page = element.get("w:type", "") in ("page", "column")
            self._add(Kind.PAGE if page else Kind.RETURN, sign, state)
        else:
            self._add(Kind.TEXT, sign, state)

    def _run(self, run: Element, state: _State) -> None:
        found = list(format_changes(child(run, "w:rPr")))
        properties = properties_of(run, self._context.revisions)
        face = self._face(properties) if properties is not None else state.face
        hidden = why_hidden(face, properties, self._paragraph, self._context)
        reason = state.reason or (Reason(hidden, {"text": plain_text(run)}) if hidden else None)
        start = len(self._found.pieces)
        listed = told_of_setting(properties)

        def close() -> None:
            pieces = tuple(self._found.pieces[start:])
            self._found.formats.extend((change, pieces) for change in found)
            if listed:
                text = tuple(each for each in pieces if each.kind is Kind.TEXT)
                self._found.listings.append(Listing(listed, text))

        if found or listed:
            self._waiting.append(close)
        inner = replace(state, face=face, reason=reason, font=symbol_font(properties))
        note = next((each for each in run if each.tag in _NOTES and is_set_mark(each)), None)
        if note is not None:
            # What stands in the same run is the mark that the author made.
            self._go(note, inner)
            own = Reason("import.word.note_mark", {"text": plain_text(run)})
            self._queue((each for each in run if each is not note), replace(inner, reason=own))
        else:
            self._follow(run, inner)

    def _drawing(self, drawing: Element, state: _State) -> None:
        found = []
        for piece in drawn(drawing):
            piece.changes, piece.face = state.changes, state.face
            piece.reason = piece.reason or state.reason
            found.append(piece)
        self._found.pieces.extend(found)
        if holds_elsewhere(drawing):
            self._found.listings.append(Listing("import.word.object", tuple(found), always=True))

    def _field_sign(self, element: Element, state: _State) -> None:
        kind = _FIELD_SIGNS.get(element.get("w:fldCharType", ""))
        if kind:
            self._add(kind, "", state, element)

    def _simple_field(self, element: Element, state: _State) -> None:
        self._add(Kind.BEGIN, "", state, element)
        self._add(Kind.CODE, element.get("w:instr", ""), state)
        self._add(Kind.SEPARATE, "", state)
        self._waiting.append(Piece(Kind.END, changes=state.changes, reason=state.reason))
        self._follow(element, state)

    def _hyperlink(self, element: Element, state: _State) -> None:
        part = self._context.part or self._context.parts.main
        relation = self._context.parts.relations(part).get(element.get("r:id", ""))
        found = relation.target if relation is not None and relation.external else ""
        link = address(found) or state.link
        self._follow(element, replace(state, link=link))

    def _ruby(self, element: Element, state: _State) -> None:
        above, base = child(element, "w:rt"), child(element, "w:rubyBase")
        words = {
            "text": "" if base is None else plain_text(base),
            "ruby": "" if above is None else plain_text(above),
        }
        reading = replace(state, reason=state.reason or Reason("import.word.ruby", words))
        self._waiting.extend(
            (each, reading if each is above else state) for each in reversed(element)
        )

    def _control(self, element: Element, state: _State) -> None:
        """Go into a content control; what it says while nobody has filled it in is no text."""
        if is_on(child(element, "w:sdtPr"), "w:showingPlcHdr"):
            words = {"text": plain_text(element)}
            state = replace(state, reason=state.reason or Reason("import.word.placeholder", words))
        self._follow(element, state)

    def _symbol(self, element: Element, state: _State) -> None:
        raw, sign = symbol(element)
        if raw:
            piece = self._add(Kind.TEXT, raw, replace(state, font=""))
            if sign and sign != raw:
                piece.becomes = (sign, "import.word.symbol")
        else:
            piece = self._add(Kind.MADE, "", state)
            code = {"code": element.get("w:char", "")}
            self._found.listings.append(
                Listing("import.word.no_symbol", (piece,), code, always=True)
            )

    def _equation(self, element: Element, state: _State) -> None:
        start = len(self._found.pieces)
        self._waiting.append(
            lambda: self._found.listings.append(
                Listing("import.word.equation", tuple(self._found.pieces[start:]))
            )
        )
        self._follow(element, state)
