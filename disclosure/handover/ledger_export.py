"""The table of problems (整改台账) of notices, for offices to fill in and send back."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.diagnostics import Diagnostic
from disclosure.editorial.check import choose_notices
from disclosure.errors import OutputError
from disclosure.files import write_file, written_aside
from disclosure.importer.ledger.names import BASE, PROBLEM, SLUG
from disclosure.importer.ledger.problems import Problem, base_text, problems_of
from disclosure.model.ledger_columns import LedgerColumn, LedgerField, columns_of
from disclosure.model.site import Site
from disclosure.model.status import Status, without_endings
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import find_notices
from disclosure.project.settings import Settings
from disclosure.render.composed import Composed, compose
from disclosure.render.deliveries.sheet.workbook import Cell, Column, Sheet, workbook
from disclosure.render.ledger import LedgerRow
from disclosure.render.renderer import open_renderer

SUFFIX: Final = ".xlsx"
_TAB: Final = "整改台账"
_WIDTHS: Final = {
    LedgerField.NUMBER: 6,
    LedgerField.NOTICE: 24,
    LedgerField.MARKS: 12,
    LedgerField.PART: 24,
    LedgerField.TITLE: 36,
    LedgerField.MEASURES: 48,
    LedgerField.ANSWERS: 48,
    LedgerField.BLANK: 16,
}
_WIDTH: Final = 14
_FLUSH_LEFT: Final = frozenset(
    {LedgerField.NOTICE, LedgerField.PART, LedgerField.TITLE, LedgerField.MEASURES}
    | {LedgerField.ANSWERS, LedgerField.BLANK}
)


class LedgerFile(NamedTuple):
    """The table that was written, or why none was."""

    path: Path | None
    problems: int = 0
    wrong: tuple[Diagnostic, ...] = ()


class _Row(NamedTuple):
    number: int
    composed: Composed
    row: LedgerRow
    problem: Problem


def export_ledger(settings: Settings, site: Site, wanted: Sequence[str], to: Path) -> LedgerFile:
    """Write the table of the notices' problems: by notice, and in each as its ledger has them.

    Somebody may have filled in what stands there already, so it is never replaced.

    Args:
        settings: the project.
        site: the site that carries the notices; names the columns.
        wanted: names of notices; none means every notice.
        to: a folder, or the file itself, which then ends in .xlsx.

    Raises:
        OutputError: the file cannot be written or stands there already, or there is no problem.
        TemplateError: a template is broken.
        UsageError: there is no such notice.

    """
    found, wrong = find_notices(settings)
    files = choose_notices(found, wanted) if found or not wrong else ()
    unreadable, rows = list(wrong), list[_Row]()
    renderer = open_renderer(site, settings.templates, settings.compiled)
    titles: list[str] = []
    for file in files:
        reading = read_notice(file, settings)
        if reading.loaded is None:
            unreadable += reading.found
            continue
        composed = compose(reading.source(reading.loaded), renderer)
        problems = {each.node.anchor: each for each in problems_of(file.slug, reading.loaded)}
        titles.append(composed.document.title)
        rows += [
            _Row(len(rows) + number, composed, row, problems[row.anchor])
            for number, row in enumerate(composed.rows, 1)
        ]
    if unreadable:
        return LedgerFile(None, wrong=tuple(unreadable))
    if not rows:
        raise OutputError("ledger.nothing")
    several = len({row.problem.slug for row in rows}) > 1
    path = _path(to, [file.slug for file in files])
    if os.path.lexists(path):
        raise OutputError("output.exists", path=path.as_posix())
    columns = columns_of(site.ledger_columns, several=several)
    sheet = Sheet(
        _TAB,
        _TAB if several else titles[0],
        (
            *map(_column, columns),
            *(Column(name, 12, hidden=True) for name in (SLUG, PROBLEM, BASE)),
        ),
        tuple((*_cells(row, columns), *_kept(row.problem)) for row in rows),
    )
    with written_aside(path) as draft:
        write_file(draft, workbook(sheet))
    return LedgerFile(path, len(rows))


def _path(to: Path, slugs: Sequence[str]) -> Path:
    if to.suffix.lower() == SUFFIX:
        return to
    return to / f"{f'{slugs[0]}-' if len(slugs) == 1 else ''}ledger{SUFFIX}"


def _column(column: LedgerColumn) -> Column:
    choices = without_endings(Status) if column.field is LedgerField.STATUS else ()
    middle = column.field not in _FLUSH_LEFT
    width = _WIDTHS.get(column.field, _WIDTH)
    return Column(column.name, width, middle=middle, choices=choices)


def _kept(problem: Problem) -> tuple[str, ...]:
    return problem.slug, problem.node.anchor, base_text(problem)


def _cells(row: _Row, columns: Sequence[LedgerColumn]) -> Iterator[Cell]:
    for column in columns:
        yield _cell(row, column.field)


def _cell(row: _Row, kind: LedgerField) -> Cell:
    section, ledger = row.problem.node.section, row.row
    texts: dict[LedgerField, Cell] = {
        LedgerField.NUMBER: row.number,
        LedgerField.NOTICE: row.composed.document.title,
        LedgerField.MARKS: ledger.marks,
        LedgerField.PART: " / ".join(ledger.above),
        LedgerField.TITLE: ledger.title,
        LedgerField.BLANK: "",
    }
    if kind in texts:
        return texts[kind]
    if kind in {LedgerField.MEASURES, LedgerField.ANSWERS}:
        return _answers(row, measures=kind is LedgerField.MEASURES)
    if kind is LedgerField.MEASURE_COUNT:
        return "" if section.measure_count is None else section.measure_count
    if kind is LedgerField.DEADLINE:
        # A day is a date; a month and words are what they are printed as.
        given = section.deadline
        return ledger.deadline if given is None or isinstance(given, str) else given
    return row.problem.data[kind]


def _answers(row: _Row, *, measures: bool) -> str:
    """Return what was done; what goes under another label than that of measures has it in front."""
    wanted = row.composed.renderer.texts.document.labels.measures
    label, parts = "", list[str]()
    for own, text in row.row.answers:
        label = own or label
        if not measures:
            parts.append(f"{own}：{text}" if own else text)
        elif label == wanted:
            parts.append(text)
    if measures and not parts:
        return _answers(row, measures=False)
    return "\n".join(parts)
