"""Taking the characters of a paragraph's pieces: each goes into the text or out of it, once."""

from collections.abc import Iterable
from typing import Final
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

from disclosure.importer.readers.docx.beside import beside
from disclosure.importer.readers.docx.comments import tell_comment
from disclosure.importer.readers.docx.context import Context
from disclosure.importer.readers.docx.marked_up import raw_text
from disclosure.importer.readers.docx.pieces import Kind, Listing, Piece, Reason
from disclosure.importer.readers.docx.symbols import Sign, signs
from disclosure.importer.reading import SOFT_RETURN, Look, Span
from disclosure.importer.tracked import Tracked, joined

_MOST_ABOUT: Final = 200
_WIDE: Final = frozenset("WF")
_OWN_TEXT: Final = frozenset({"text"})
# Told even of blanks: somebody may have meant them.
_SILENT_OF_BLANKS: Final = frozenset(
    {"hidden", "white", "tiny", "contents", "field_code", "note_mark", "placeholder", "ruby"}
)


class Emitter:
    """Gathers the text of one paragraph.

    Attributes:
        boxes: that were met and kept.
        pictures: likewise, by id of their relationship.
        left_out_contents: whether a line of contents was left out.

    """

    def __init__(self, context: Context, place: str) -> None:
        self.boxes: list[Element] = []
        self.pictures: list[str] = []
        self.left_out_contents = False
        self._context = context
        self._place = place
        self._texts: list[Tracked] = []
        self._length = 0
        self._looks: list[Span] = []
        self._left_out: list[str] = []
        self._reason: Reason | None = None
        self._page = False
        self._comments: dict[str, int] = {}

    def take(self, piece: Piece) -> None:
        """Take a piece."""
        if piece.kind is Kind.COMMENT:
            self.finish()
            tell_comment(piece.text, self._about(piece.text), self._context, self._place)
        elif piece.kind is Kind.COMMENT_START:
            self._comments[piece.text] = self._length
        elif piece.reason is not None:
            self._leave_out(piece, piece.reason)
        else:
            self.finish()
            self._keep(piece)

    def finish(self) -> None:
        """Say of what was left out up to here why it was."""
        reason, text = self._reason, "".join(self._left_out)
        self._reason, self._left_out = None, []
        if reason is None:
            return
        collector = self._context.collector
        params = {"text": text} if reason.params.keys() == _OWN_TEXT else reason.params
        if not text.strip() and reason.code.rpartition(".")[2] in _SILENT_OF_BLANKS:
            collector.keep(text)
        elif text:
            collector.drop(text, reason.code, params, self._place)
        else:
            collector.remark(reason.code, params, self._place)

    def tell(self, listings: Iterable[Listing]) -> None:
        """Say what is to be told of pieces that were taken; of neighbours in one sentence."""
        told: list[tuple[Listing, list[Tracked], int]] = []
        for each in listings:
            texts = [piece.tracked for piece in each.pieces if piece.tracked.text]
            if not each.always and not any(text.text.strip() for text in texts):
                continue
            numbers = [n for text in texts for n in text.origins if n >= 0]
            last, before, end = told[-1] if told else (each, [], -1)
            if not each.params and last.code == each.code and numbers and numbers[0] == end:
                told[-1] = (last, before, numbers[-1] + 1)
                before += texts
            else:
                told.append((each, texts, numbers[-1] + 1 if numbers else -1))
        for listing, texts, _ in told:
            kept = joined(texts)
            params = {"text": kept.text, **listing.params}
            self._context.collector.remark(listing.code, params, self._place, kept)

    def text(self) -> Tracked:
        """Return all that was kept."""
        return joined(self._texts)

    def spans(self, look: Look) -> tuple[Span, ...]:
        """Return the stretches with their looks; none where all has the paragraph's look."""
        plain = all(each.look == look and not each.link for each in self._looks)
        return () if plain else tuple(self._looks)

    def _about(self, comment: str) -> str:
        """Return what a comment is put to, as far as it stands here; the end of it, if long."""
        left = min(self._length - self._comments.get(comment, 0), _MOST_ABOUT)
        parts: list[str] = []
        for each in reversed(self._texts):
            if left <= 0:
                break
            parts.append(each.text[-left:])
            left -= len(each)
        return "".join(reversed(parts))

    def _leave_out(self, piece: Piece, reason: Reason) -> None:
        text = raw_text(piece)
        if not text and piece.kind not in (Kind.NOTE, Kind.PICTURE):
            return
        if self._reason is not None and not _is_same(self._reason, reason):
            self.finish()
        self.left_out_contents |= reason.code == "import.word.contents"
        self._reason = reason
        self._left_out.append(text)

    def _keep(self, piece: Piece) -> None:
        if piece.kind is Kind.BOX and piece.element is not None:
            self.boxes.append(piece.element)
        elif piece.kind is Kind.PICTURE:
            self.pictures.append(piece.text)
        elif piece.kind is Kind.PAGE:
            self._page = self._length > 0
        else:
            found = self._kept(piece)
            if not found.text:
                return
            if self._page:
                # What stood on two pages stood on two lines.
                self._page = False
                self._append(Tracked.made(SOFT_RETURN), piece)
            piece.tracked = found
            self._append(found, piece)

    def _append(self, text: Tracked, piece: Piece) -> None:
        start = self._length
        self._texts.append(text)
        self._length += len(text)
        last = self._looks[-1] if self._looks else None
        if last is not None and (last.look, last.link) == (piece.face.look, piece.link):
            start = self._looks.pop().start
        self._looks.append(Span(start, self._length, piece.face.look, piece.link))

    def _kept(self, piece: Piece) -> Tracked:
        collector = self._context.collector
        if piece.kind is Kind.TEXT and piece.becomes:
            becomes, code = piece.becomes
            words = {"text": piece.text, "becomes": becomes}
            return collector.normalise(piece.text, becomes, code, words, self._place)
        if piece.kind is Kind.TEXT:
            return joined([self._sign(each) for each in signs(piece.text, piece.font)])
        if piece.kind is Kind.TAB:
            return collector.keep("\u3000" if self._is_behind_wide() else " ")
        if piece.kind is Kind.RETURN:
            return collector.keep(SOFT_RETURN)
        if piece.kind is Kind.MADE:
            return Tracked.made(piece.text)
        return self._note(piece) if piece.kind is Kind.NOTE else Tracked()

    def _sign(self, sign: Sign) -> Tracked:
        collector = self._context.collector
        if not sign.code:
            return collector.keep(sign.raw)
        words = {"text": sign.raw, "becomes": sign.becomes, "points": points(sign.raw)}
        if sign.raw == sign.becomes:
            kept = collector.keep(sign.raw)
            collector.remark(sign.code, words, self._place, kept)
            return kept
        if not sign.becomes:
            collector.drop(sign.raw, sign.code, words, self._place)
            return Tracked()
        return collector.normalise(sign.raw, sign.becomes, sign.code, words, self._place)

    def _is_behind_wide(self) -> bool:
        last = self._texts[-1].text[-1:] if self._texts else ""
        return not last or east_asian_width(last) in _WIDE

    def _note(self, piece: Piece) -> Tracked:
        kind = (
            "endnotes" if piece.element is not None and "end" in piece.element.tag else "footnotes"
        )
        collector = self._context.collector
        if piece.text not in beside(self._context, kind):
            collector.remark("import.word.note_absent", {}, self._place)
            return Tracked()
        mark = self._context.progress.mark(kind, piece.text)
        if not mark:
            collector.remark("import.word.notes_many", {}, self._place)
            return Tracked()
        return Tracked.made(f"{{{mark}}}")


def points(text: str) -> str:
    """Return the numbers of characters, for those that nobody sees: ``U+200B U+FEFF``."""
    return " ".join(f"U+{ord(character):04X}" for character in text)


def _is_same(one: Reason, other: Reason) -> bool:
    """Say whether both are told in one sentence."""
    if one is other:
        return True
    keys = {*one.params, *other.params}
    return one.code == other.code and keys <= _OWN_TEXT
