"""A table compared with the notices: which columns were read, what each row changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from disclosure.errors import ImportRefusedError
from disclosure.importer.ledger.difference import Finding, findings_of
from disclosure.importer.ledger.head import Grid, Head, head_of
from disclosure.importer.ledger.matching import Matcher
from disclosure.importer.ledger.names import BASE, TAKEN, Names
from disclosure.importer.ledger.problems import Problem
from disclosure.importer.ledger.records import Record, records_of
from disclosure.importer.ledger.sheets import Sheet, read_sheets
from disclosure.model.ledger_columns import LedgerColumn, LedgerField


@dataclass(frozen=True, slots=True)
class Told:
    """A sheet that was read.

    Attributes:
        name: of the sheet.
        rows: of its head, from 1.
        problems: how many rows tell of a problem.
        columns: what each column that counts is called there, by what it was taken for.
        unused: columns that look like one that was taken already.

    """

    name: str
    rows: tuple[int, ...]
    problems: int
    columns: tuple[tuple[LedgerField, str], ...]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A table compared with notices.

    Attributes:
        sheets: those that were read.
        passed: names of the others, which have no head that is known.
        findings: in the order of the rows.
        agreed: how many rows are about a known problem.
        absent: problems that no row is about.
        based: whether the table keeps what it was written from.

    """

    sheets: tuple[Told, ...]
    passed: tuple[str, ...]
    findings: tuple[Finding, ...]
    agreed: int
    absent: tuple[Problem, ...]
    based: bool


def compare(
    data: bytes, columns: Sequence[LedgerColumn], problems: Sequence[Problem], *, text: bool
) -> Compared:
    """Compare a table with notices.

    Args:
        data: an .xlsx.
        columns: those that the site names.
        problems: of the notices.
        text: whether the printed text may change.

    Raises:
        ImportRefusedError: the file is no workbook, too large, or no sheet has a head with a
            column of problems.

    """
    names, matcher = Names(columns), Matcher(problems)
    told: list[Told] = []
    passed: list[str] = []
    rows: list[Record] = []
    of_macs = based = False
    for sheet in read_sheets(data):
        grid = Grid(sheet)
        head = head_of(grid, names)
        if head is None:
            passed += [sheet.name] if sheet.cells else []
            continue
        of_macs = sheet.of_macs
        based = based or BASE in head.hidden
        found, title = _best(grid, head, matcher)
        rows += found
        told.append(_told(sheet, head, title, found))
    if not told:
        raise ImportRefusedError("ledger.no_head")
    matches = matcher.matches(rows)
    findings = [
        each for match in matches for each in findings_of(match, of_macs=of_macs, text=text)
    ]
    about = {(m.problem.slug, m.problem.node.anchor) for m in matches if m.problem}
    absent = tuple(each for each in problems if (each.slug, each.node.anchor) not in about)
    agreed = len(about)
    return Compared(tuple(told), tuple(passed), tuple(findings), agreed, absent, based)


def _best(grid: Grid, head: Head, matcher: Matcher) -> tuple[list[Record], int]:
    """Return the rows by the column whose texts are most often titles of problems."""
    best: tuple[int, list[Record], int] | None = None
    for column in head.columns.get(LedgerField.TITLE, (0,)):
        records = list(records_of(grid, head, column))
        worth = matcher.known_titles(each.title for each in records)
        if best is None or worth > best[0]:
            best = (worth, records, column)
    return (best[1], best[2]) if best else ([], 0)


def _told(sheet: Sheet, head: Head, title: int, found: Sequence[Record]) -> Told:
    used = {LedgerField.TITLE: title}
    used |= {kind: head.columns[kind][0] for kind in TAKEN if kind in head.columns}
    unused = [
        head.names[column]
        for kind in TAKEN
        for column in head.columns.get(kind, ())[1:]
        if column in head.names
    ]
    return Told(
        sheet.name,
        tuple(row + 1 for row in head.rows),
        len(found),
        tuple((kind, head.names.get(column, "")) for kind, column in used.items()),
        tuple(unused),
    )
