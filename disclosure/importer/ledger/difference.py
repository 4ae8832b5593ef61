"""What a table says that a notice does not, seen from what the table was written from.

Where the table keeps what the notice said when it was written, it is known which side changed;
where it does not, as in a table of an office's own, the table is taken to be newer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from disclosure.importer.ledger.matching import How, Match, plain_title
from disclosure.importer.ledger.names import TAKEN
from disclosure.importer.ledger.problems import Problem, read_base
from disclosure.importer.ledger.sheets import Cell
from disclosure.importer.ledger.words import holds_phone, is_nothing, read_value
from disclosure.model.ledger_columns import LedgerField


class Fate(Enum):
    """What is done with what a table says; all but the first two leave the notice as it is.

    Each is the code of its sentence.
    """

    CHANGED = "ledger.changed"
    ADDED = "ledger.added"
    MEANWHILE = "ledger.meanwhile"
    CONFLICT = "ledger.conflict"
    PRINTED = "ledger.printed"
    CLEARED = "ledger.cleared"
    UNREAD = "ledger.unread"
    PHONE = "ledger.phone"
    VALUES = "ledger.values"
    TITLE = "ledger.title"
    FORMULA = "ledger.formula"
    UNSETTABLE = "ledger.unsettable"
    GUESS = "ledger.guess"
    SEVERAL = "ledger.several"
    NONE = "ledger.none"
    TWICE = "ledger.twice"
    MIXED = "ledger.mixed"


TAKEN_OVER = frozenset({Fate.CHANGED, Fate.ADDED})
# These are told and ask nobody to do anything.
TOLD_ONLY = frozenset({Fate.MEANWHILE, Fate.FORMULA})
_ROWS = {
    How.GUESS: Fate.GUESS,
    How.SEVERAL: Fate.SEVERAL,
    How.NONE: Fate.NONE,
    How.TWICE: Fate.TWICE,
    How.MIXED: Fate.MIXED,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference.

    Attributes:
        fate: what is done with it.
        match: the row, and the problem that it is about.
        kind: of data; None where the whole row is meant.
        old: what the notice says.
        new: what the table says.
        base: what the notice said when the table was written; "" where that is not known.

    """

    fate: Fate
    match: Match
    kind: LedgerField | None = None
    old: str = ""
    new: str = ""
    base: str = ""


def findings_of(match: Match, *, of_macs: bool, text: bool) -> Iterator[Finding]:
    """Yield the differences of a row.

    Args:
        match: the row.
        of_macs: whether its file counts days from 1904.
        text: whether the printed text may change.

    """
    problem = match.problem
    if match.how in _ROWS or problem is None:
        yield Finding(_ROWS.get(match.how, Fate.NONE), match, new=match.record.title)
        return
    base = read_base(match.record.base) if match.record.slug == problem.slug else None
    title = match.record.title
    written = (base or {}).get("title", problem.title)
    if plain_title(title) not in {plain_title(written), plain_title(problem.title)}:
        yield Finding(Fate.TITLE, match, old=problem.title, new=title, base=written)
    for kind in TAKEN:
        if kind in match.record.cells:
            yield from _compared(match, problem, kind, base, of_macs=of_macs, text=text)


def _compared(
    match: Match,
    problem: Problem,
    kind: LedgerField,
    base: Mapping[str, str] | None,
    *,
    of_macs: bool,
    text: bool,
) -> Iterator[Finding]:
    cells = match.record.cells[kind]
    old, before = problem.data[kind], (base or {}).get(kind.value, "")
    for cell in cells:
        if cell.formula:
            yield Finding(Fate.FORMULA, match, kind, old, cell.text)
    if base is not None and before and [cell.text for cell in cells] == [before]:
        # Unchanged, whatever its words would be read as.
        if old != before:
            yield Finding(Fate.MEANWHILE, match, kind, old, before, before)
        return
    said = [cell for cell in cells if not is_nothing(cell)]
    shown = "；".join(dict.fromkeys(cell.text for cell in said))
    new, fate = _read(kind, said, of_macs=of_macs)
    if fate is None and new != old:
        fate = _fate(problem, kind, old, new, before if base is not None else None, text=text)
        yield Finding(fate, match, kind, old, new, before)
    elif fate is not None and (fate is not Fate.CLEARED or (before and old)):
        yield Finding(fate, match, kind, old, shown, before)


def _read(kind: LedgerField, said: Sequence[Cell], *, of_macs: bool) -> tuple[str, Fate | None]:
    """Return the one value of a problem's cells, or why they have none."""
    if not said:
        return "", Fate.CLEARED
    if kind is not LedgerField.DEADLINE and any(holds_phone(cell) for cell in said):
        return "", Fate.PHONE
    values = {read_value(kind, cell, of_macs=of_macs) for cell in said}
    if len(values) > 1:
        return "", Fate.VALUES
    new = values.pop()
    return ("", Fate.UNREAD) if new is None else (new, None)


def _fate(
    problem: Problem, kind: LedgerField, old: str, new: str, before: str | None, *, text: bool
) -> Fate:
    if before is not None and new == before:
        return Fate.MEANWHILE
    if before is not None and old != before:
        return Fate.CONFLICT
    if not old:
        return Fate.ADDED
    return Fate.PRINTED if problem.prints(kind) and not text else Fate.CHANGED
