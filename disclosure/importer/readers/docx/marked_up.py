"""What is told of revisions: each once, with who and when, and both texts where there are two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from disclosure.importer.readers.docx.pieces import SEEN, Kind, Listing, Piece, Reason
from disclosure.importer.readers.docx.plain_text import plain_text
from disclosure.importer.readers.docx.revisions import Change, Revisions, is_read

# Stands for what is no text: a picture, a reference to a note.
_NO_TEXT: Final = "[…]"
_PAIR: Final = frozenset({"ins", "del"})
_WHOLE: Final = {
    "import.word.inserted": "import.word.inserted_paragraph",
    "import.word.deleted": "import.word.deleted_paragraph",
}


@dataclass(slots=True)
class _Group:
    """Pieces side by side with the same changes."""

    changes: tuple[Change, ...]
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(map(raw_text, self.pieces))

    @property
    def code(self) -> str:
        kinds = {change.kind for change in self.changes}
        if kinds >= _PAIR:
            return "import.word.undone"
        if "del" in kinds:
            return "import.word.deleted"
        if "from" in kinds or "ins" not in kinds:
            return "import.word.moved"
        return "import.word.inserted"


def raw_text(piece: Piece) -> str:
    """Return the characters that a piece stands for in the file."""
    if piece.kind in (Kind.TEXT, Kind.TAB, Kind.RETURN):
        return piece.text
    if piece.kind is Kind.BOX and piece.element is not None:
        return plain_text(piece.element)
    return ""


def settle_changes(
    pieces: Sequence[Piece],
    mark: tuple[Change, ...],
    revisions: Revisions,
    known: Change | None = None,
    *,
    lone_moves: bool = False,
) -> list[Listing]:
    """Leave out what the chosen text does not hold, and return what is to be told of the rest.

    Args:
        pieces: of a paragraph.
        mark: changes of its mark.
        revisions: which text is read.
        known: a change that was told of the whole row.
        lone_moves: whether the other ends of moves are not in the file.

    """
    for piece in pieces:
        if piece.changes and not is_read(piece.changes, revisions):
            piece.reason = Reason("import.word.deleted")
    groups = _grouped(pieces)
    told: list[Listing] = []
    is_whole = len(groups) == 1 and bool(mark) and _kinds(groups[0].changes) == _kinds(mark)
    for group, other in _paired(groups):
        told += _told(group, other, is_whole, revisions, lone_moves)
    if known is not None:
        told = [each for each in told if each.pieces[0].changes != (known,)]
        mark = tuple(change for change in mark if change != known)
    if mark and not is_whole:
        told += [_of_mark(mark)]
    return told


def settle_formats(found: Sequence[tuple[Change, tuple[Piece, ...]]]) -> list[Listing]:
    """Return what is to be told of changes of format: one for each author and day.

    Args:
        found: each with the pieces that it concerns; none for the whole paragraph.

    """
    together: dict[Change, list[Piece]] = {}
    for change, pieces in found:
        together.setdefault(change, []).extend(pieces)
    return [
        Listing(
            "import.word.reformatted",
            tuple(pieces),
            {"text": "".join(map(raw_text, pieces)), **change.params},
            always=True,
        )
        for change, pieces in together.items()
    ]


def _grouped(pieces: Sequence[Piece]) -> list[_Group]:
    groups: list[_Group] = []
    for piece in pieces:
        if piece.kind in SEEN or (piece.kind is Kind.MADE and piece.text):
            if not groups or groups[-1].changes != piece.changes:
                groups.append(_Group(piece.changes))
            groups[-1].pieces.append(piece)
    return groups


def _paired(groups: list[_Group]) -> Iterator[tuple[_Group, _Group | None]]:
    """Yield each changed group, with its neighbour where one takes the place of the other."""
    at = 0
    while at < len(groups):
        group = groups[at]
        other = groups[at + 1] if at + 1 < len(groups) else None
        at += 1
        if other is not None and _replaces(group, other):
            at += 1
            yield group, other
        elif group.changes:
            yield group, None


def _replaces(group: _Group, other: _Group) -> bool:
    if len(group.changes) != 1 or len(other.changes) != 1:
        return False
    one, two = group.changes[0], other.changes[0]
    return {one.kind, two.kind} == _PAIR and replace(one, kind="") == replace(two, kind="")


def _told(
    group: _Group,
    other: _Group | None,
    is_whole: bool,
    revisions: Revisions,
    lone_moves: bool,
) -> list[Listing]:
    author = group.changes[-1].params
    if other is not None:
        removed, added = (group, other) if group.changes[0].kind == "del" else (other, group)
        words = {"old": removed.text, "new": added.text, **author}
        code, dropped = "import.word.replaced", removed if revisions is Revisions.FINAL else added
    else:
        words = {"text": group.text or _NO_TEXT, **author}
        code = _WHOLE.get(group.code, group.code) if is_whole else group.code
        dropped = group
        if is_read(group.changes, revisions):
            # Of a sentence that was moved, the place that it left or went to tells.
            moved = code == "import.word.moved" and not lone_moves
            return [] if moved else [Listing(code, tuple(group.pieces), words, always=True)]
    reason = Reason(code, words)
    for piece in dropped.pieces:
        piece.reason = reason
    return []


def _of_mark(mark: tuple[Change, ...]) -> Listing:
    removed = [change for change in mark if change.kind in ("del", "from")]
    code = "import.word.deleted_mark" if removed else "import.word.inserted_mark"
    return Listing(code, (), (removed or list(mark))[-1].params, always=True)


def _kinds(changes: tuple[Change, ...]) -> set[str]:
    return {change.kind for change in changes}
