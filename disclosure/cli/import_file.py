"""``import``: from an office's file to a draft, with an account of every character."""

import sys
from dataclasses import replace
from pathlib import Path

from disclosure.bounded_reading import UnfitFileError, read_file
from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.program_place import as_called
from disclosure.diagnostics import Level
from disclosure.errors import ImportRefusedError, UsageError
from disclosure.files import explain_os_error, replace_file
from disclosure.importer.account_html import account_page
from disclosure.importer.account_text import account_lines
from disclosure.importer.account_view import account_view, sentence_of
from disclosure.importer.fields.figures import Chosen
from disclosure.importer.importing import Imported, ImportOptions, import_file
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.options import LARGEST, ReadOptions
from disclosure.importer.storing import place_of, store
from disclosure.importer.unseen import private_in_dropped
from disclosure.messages import say
from disclosure.project.genres import genres_of
from disclosure.report.formats import render_report
from disclosure.report.text import level_name

_STANDARD_INPUT = "-"
_PAGES = (".html", ".htm")


def run_import(request: Request) -> int:
    """Read the file, tell what became of it, and write the draft.

    Nothing is written where the file is refused, or waits for a confirmation.
    """
    if request.importing.ledger is not None:
        from disclosure.cli.import_ledger import take_ledger_back  # a table is no draft

        return take_ledger_back(request)
    if len(request.slugs) != 1:
        raise UsageError("import.usage")
    if request.importing.write and not request.importing.update:
        raise UsageError("import.write_alone")
    settings, language, asked = request.settings, request.settings.language, request.importing
    if asked.report:
        _fit_for_report(asked.report, request.slugs[0])
    name, data = _given(request.slugs[0])
    options = ImportOptions(
        ReadOptions(revisions=Revisions(asked.revisions)),
        not asked.keep_punctuation,
        language,
        Chosen(asked.metrics),
    )
    imported = import_file(name, data, options, genres_of(settings))
    path = None if asked.update else place_of(imported, asked.to, settings)
    view = account_view(
        imported.reading,
        imported.account,
        imported.fields,
        imported.differences,
        imported.lines,
        language,
        loaded=imported.loaded is not None,
    )
    print_lines(account_lines(view, language))
    _tell_private(imported, request)
    if asked.report:
        _write_report(asked.report, account_page(view, name, settings.templates))
    if imported.stops and not asked.confirmed:
        said = [sentence_of(each, imported.account, language) for each in imported.stops]
        print_lines([as_called(say("import.stopped", language, {"why": "\n  ".join(said)}))])
        return FAILED
    if path is None:
        # Most imports are new drafts.
        from disclosure.cli.import_update import is_revised, update_notice

        original = None
        if is_revised(imported) and options.read.revisions is Revisions.FINAL:
            before = replace(options, read=replace(options.read, revisions=Revisions.ORIGINAL))
            original = import_file(name, data, before, genres_of(settings))
        return update_notice(imported, request, original)
    return _store(imported, path, request)


def _store(imported: Imported, path: Path, request: Request) -> int:
    settings, language = request.settings, request.settings.language
    store(imported, path)
    shown = settings.display_path(path)
    print_lines(
        render_report(
            # What else the loader says, check does.
            [each._replace(path=shown) for each in imported.found if each.level is Level.ERROR],
            request.form,
            language,
        )
    )
    values = {
        "path": shown.as_posix(),
        "slug": path.stem,
        "pictures": str(len(imported.pictures)),
    }
    code = "import.written" if imported.loaded else "import.written_faulty"
    print_lines([as_called(say(code, language, values))])
    return CLEAN if imported.loaded else FAILED


def _given(what: str) -> tuple[str, bytes]:
    """Return name and bytes of the file, or of what stands on standard input."""
    if what == _STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large()
        return what, data
    path = Path.cwd() / what
    try:
        # The link is the clerk's own: where it leads, the file is.
        return path.name, read_file(path.resolve(), limit=LARGEST)
    except UnfitFileError as error:
        if error.fault == "large":
            raise _too_large() from error
        raise ImportRefusedError("import.no_file", path=what) from error
    except FileNotFoundError as error:
        raise ImportRefusedError("import.absent", path=what) from error
    except (OSError, ValueError) as error:
        raise ImportRefusedError("import.unreadable", path=what, reason=str(error)) from error


def _too_large() -> ImportRefusedError:
    return ImportRefusedError("import.large", limit=str(LARGEST // 1024 // 1024))


def _tell_private(imported: Imported, request: Request) -> None:
    """Tell what the rules of privacy find in what the draft does not show."""
    language = request.settings.language
    shown = request.settings.display_path(request.settings.content)
    found = private_in_dropped(imported.account, shown)
    if found:
        print_lines([say("import.private", language)])
    for each in dict.fromkeys((each.level, each.code, each.params) for each in found):
        level, code, params = each
        sentence = say(code, language, dict(params))
        print_lines([f"  {level_name(level, language)}：{sentence}"])


def _fit_for_report(path: Path, source: str) -> None:
    """Refuse a name that is no page's, or the file that is imported: a report replaces a file.

    Raises:
        UsageError: the report is not to be written there.

    """
    if path.suffix.lower() not in _PAGES:
        raise UsageError("import.report_name", path=str(path))
    if source != _STANDARD_INPUT and path.resolve() == (Path.cwd() / source).resolve():
        raise UsageError("import.report_over", path=str(path))


def _write_report(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise explain_os_error(error, path) from error
