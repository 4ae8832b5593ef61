"""Mend what is certain, in the file itself: its comments and layout stay as they are.

An edit is made only where the file holds, character for character, what the rule saw; what
stands behind an escape or is printed by a figure is left to a person. So is what stands beside
lost characters: nobody knows what was there.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure.checks.context import NoticeContext
from disclosure.checks.rule import Edit, Fix, Rule
from disclosure.checks.typography.damaged import lost_characters
from disclosure.checks.waivers import find_waivers
from disclosure.document.printed import PrintedText
from disclosure.document.values import Role
from disclosure.source.places import Places


class Repair(NamedTuple):
    """One replacement in the file.

    Attributes:
        line: from 0.
        column: from 0, in code points.
        old: what stands there.
        new: what is to stand there.
    """

    line: int
    column: int
    old: str
    new: str


def find_repairs(
    context: NoticeContext, places: Places, rules: Sequence[Rule]
) -> tuple[Repair, ...]:
    """Return the certain repairs of a notice, in order, none over another.

    A rule that raises repairs nothing; ``check_notice`` names it.
    """
    waivers = list(find_waivers(places))
    found: dict[tuple[int, int], Repair] = {}
    for rule in rules:
        if rule.fix is None or not context.applies(rule.id):
            continue
        for piece in context.pieces:
            # A certain repair of a sentence may be a wrong one of an address.
            if piece.role in {Role.CONTACT, Role.LABEL} and not rule.fits_all:
                continue
            for edit in _certain(rule.fix, piece.text):
                repair = _repair(piece, edit, places)
                waived = repair and any(w.covers(rule.id, repair.line) for w in waivers)
                if repair and not waived:
                    found.setdefault((repair.line, repair.column), repair)
    return tuple(_apart(found[place] for place in sorted(found)))


def mended_text(lines: Sequence[str], repairs: Sequence[Repair]) -> str:
    """Return the file with its repairs made.

    Args:
        lines: of the file, without line ends.
        repairs: from ``find_repairs`` of the same file.

    """
    mended = list(lines)
    for repair in reversed(repairs):
        line = mended[repair.line]
        end = repair.column + len(repair.old)
        mended[repair.line] = line[: repair.column] + repair.new + line[end:]
    return "\n".join(mended)


def _certain(fix: Fix, text: str) -> Iterator[Edit]:
    try:
        edits = list(fix(text))
    except Exception:  # a fault of ours; the check, which asks the same, says so
        return
    lost = [match.span() for match in lost_characters(text)] if edits else []
    for edit in edits:
        if not any(start <= edit.end and edit.start <= end for start, end in lost):
            yield edit


def _repair(piece: PrintedText, edit: Edit, places: Places) -> Repair | None:
    old = piece.text[edit.start : edit.end]
    start, end = piece.origin(edit.start, edit.end)
    if piece.raw[start:end] != old or piece.figure_at(edit.start):
        return None
    span = places.part(piece.path, piece.before, piece.raw, start, end)
    stands = places.excerpt(span.line)[span.column : span.end_column]
    return Repair(span.line, span.column, old, edit.new) if stands == old else None


def _apart(repairs: Iterator[Repair]) -> Iterator[Repair]:
    line, column = -1, 0
    for repair in repairs:
        if repair.line != line or repair.column >= column:
            yield repair
            line, column = repair.line, repair.column + len(repair.old)
