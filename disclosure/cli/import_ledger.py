"""``import --ledger``: a table of problems comes back; shown first, written with ``--write``."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from disclosure.bounded_reading import UnfitFileError, read_file
from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.program_place import as_called
from disclosure.diagnostics import has_errors, in_reading_order
from disclosure.editorial.check import choose_notices
from disclosure.errors import ImportRefusedError, OutputError
from disclosure.files import explain_os_error
from disclosure.importer.ledger.comparing import Compared, compare
from disclosure.importer.ledger.difference import TAKEN_OVER, TOLD_ONLY, Fate, Finding
from disclosure.importer.ledger.package import LARGEST_FILE
from disclosure.importer.ledger.problems import Source, problems_of
from disclosure.importer.ledger.taking import Taken, take_over
from disclosure.messages import say
from disclosure.model.ledger_columns import LedgerField
from disclosure.project.genres import genres_of
from disclosure.project.notice_writer import as_before, rewrite_notice
from disclosure.project.notices import find_notices
from disclosure.project.settings import Settings
from disclosure.project.site_file import load_site_file
from disclosure.report.formats import render_report
from disclosure.source.load import load_notice
from disclosure.visible import visible

_SHOWN: Final = 40
_MOST_ROWS: Final = 200
_KINDS: Final = {
    LedgerField.TITLE: "ledger.kind.title",
    LedgerField.STATUS: "ledger.kind.status",
    LedgerField.LEADER: "ledger.kind.leader",
    LedgerField.DEPARTMENT: "ledger.kind.department",
    LedgerField.LEAD_UNIT: "ledger.kind.lead_unit",
    LedgerField.DEADLINE: "ledger.kind.deadline",
    LedgerField.MEASURE_COUNT: "ledger.kind.measure_count",
}


def take_ledger_back(request: Request) -> int:
    """Show what a table changes in the notices and, if so wished, write it."""
    settings, language, asked = request.settings, request.settings.language, request.importing
    data = _given(asked.ledger or "")
    site, found = load_site_file(settings)
    if site is None:
        print_lines(render_report(in_reading_order(found), request.form, language))
        return FAILED
    sources = _sources(request)
    problems = [each for one in sources for each in problems_of(one.slug, one.loaded)]
    compared = compare(data, site.ledger_columns, problems, text=asked.text)
    taken = [
        take_over(
            source,
            [
                each
                for each in compared.findings
                if each.fate in TAKEN_OVER and _slug(each) == source.slug
            ],
            settings.display_path(source.path),
            genres_of(settings)(),
            text=asked.text,
        )
        for source in sources
    ]
    made = [each for one in taken for each in one.made]
    left = [each for each in compared.findings if each.fate not in TAKEN_OVER]
    left += [_unsettable(each) for one in taken for each in one.left]
    print_lines(_read_lines(compared, language))
    print_lines(_finding_lines(made, language))
    print_lines(_finding_lines(left, language))
    changed = [one for one in taken if one.made]
    if not changed:
        print_lines([say("ledger.no_change", language)])
    elif not asked.write:
        values = {"count": str(len(made)), "notices": str(len(changed))}
        print_lines([as_called(say("ledger.shown", language, values))])
    else:
        print_lines(_write_all(changed, settings))
    return FAILED if any(each.fate not in TOLD_ONLY for each in left) else CLEAN


def _slug(finding: Finding) -> str:
    return finding.match.problem.slug if finding.match.problem else ""


def _unsettable(finding: Finding) -> Finding:
    return Finding(
        Fate.UNSETTABLE, finding.match, finding.kind, finding.old, finding.new, finding.base
    )


def _given(what: str) -> bytes:
    path = Path.cwd() / what
    try:
        # The link is the clerk's own: where it leads, the file is.
        return read_file(path.resolve(), limit=LARGEST_FILE)
    except UnfitFileError as error:
        code = "ledger.large" if error.fault == "large" else "import.no_file"
        params = {} if error.fault == "large" else {"path": what}
        raise ImportRefusedError(code, **params) from error
    except FileNotFoundError as error:
        raise ImportRefusedError("import.absent", path=what) from error
    except (OSError, ValueError) as error:
        raise ImportRefusedError("import.unreadable", path=what, reason=str(error)) from error


def _sources(request: Request) -> list[Source]:
    settings = request.settings
    files, wrong = find_notices(settings)
    if not files:
        print_lines(render_report(wrong, request.form, settings.language))
        raise ImportRefusedError("ledger.no_notice")
    sources: list[Source] = []
    for file in choose_notices(files, request.slugs):
        shown = settings.display_path(file.path)
        try:
            data = read_file(file.path, settings.content)
        except OSError as error:
            raise explain_os_error(error, file.path) from error
        loaded, found = load_notice(data, shown, genres_of(settings))
        if loaded is None:
            print_lines(render_report(found, request.form, settings.language))
            if request.slugs or not has_errors(found):
                raise OutputError("import.update.errors", path=shown.as_posix())
            continue
        sources.append(Source(file.slug, file.path, data, loaded))
    return sources


def _read_lines(compared: Compared, language: str) -> Iterator[str]:
    for sheet in compared.sheets:
        columns = "、".join(
            say("ledger.column", language, {"name": name, "kind": _kind(kind, language)})
            for kind, name in sheet.columns
        )
        values = {
            "sheet": sheet.name,
            "rows": "—".join(map(str, sheet.rows)),
            "count": str(sheet.problems),
            "columns": columns,
        }
        yield visible(say("ledger.read", language, values))
        if sheet.unused:
            unused = {"columns": "、".join(sheet.unused)}
            yield visible(say("ledger.unused", language, unused))
    for name in compared.passed:
        yield visible(say("ledger.passed", language, {"sheet": name}))
    if not compared.based:
        yield say("ledger.no_base", language)
    if compared.absent and compared.agreed:
        yield say("ledger.absent", language, {"count": str(len(compared.absent))})


def _kind(kind: LedgerField, language: str) -> str:
    return say(_KINDS[kind], language)


def _finding_lines(findings: Sequence[Finding], language: str) -> Iterator[str]:
    for each in findings[:_MOST_ROWS]:
        yield "  " + visible(_sentence(each, language))
    if len(findings) > _MOST_ROWS:
        yield "  " + say("ledger.more", language, {"count": str(len(findings) - _MOST_ROWS)})


def _sentence(finding: Finding, language: str) -> str:
    record, problem = finding.match.record, finding.match.problem
    at = {"sheet": record.sheet, "row": str(record.row)}
    if problem is None:
        place = say("ledger.row", language, at)
    else:
        named = {"slug": problem.slug, "number": str(problem.node.problem)}
        place = say("ledger.at", language, {**at, **named, "title": _short(problem.title)})
    values = {
        "at": place,
        "kind": _kind(finding.kind, language) if finding.kind else "",
        "old": _short(finding.old),
        "new": _short(finding.new),
        "base": _short(finding.base),
    }
    return say(finding.fate.value, language, values)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _write_all(changed: Iterable[Taken], settings: Settings) -> Iterator[str]:
    for one in changed:
        before = one.source.data
        copy = rewrite_notice(one.source.path, before, as_before(one.text, before))
        values = {
            "path": settings.display_path(one.source.path).as_posix(),
            "count": str(len(one.made)),
            "copy": settings.display_path(copy).as_posix(),
        }
        yield say("ledger.written", settings.language, values)
