"""``import``, of a file that was read: what became of it is told, and the draft is written."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.program_place import as_called
from disclosure.diagnostics import Level
from disclosure.files import explain_os_error, replace_file
from disclosure.importer.account_html import account_page
from disclosure.importer.account_text import account_lines
from disclosure.importer.account_view import sentence_of, view_of
from disclosure.importer.fields.figures import Chosen
from disclosure.importer.importing import Imported, ImportOptions, draft_of, import_file
from disclosure.importer.readers.docx.revisions import Revisions
from disclosure.importer.readers.options import ReadOptions
from disclosure.importer.reading import Reading
from disclosure.importer.storing import place_of, store
from disclosure.importer.unseen import private_in_dropped
from disclosure.messages import say
from disclosure.project.genres import genres_of
from disclosure.report.formats import render_report
from disclosure.report.text import level_name


class Source(NamedTuple):
    """A file that was read.

    Attributes:
        name: for its suffix; ``-`` for standard input.
        data: its bytes.
        options: with which it was read.
        reading: what it says.

    """

    name: str
    data: bytes
    options: ReadOptions
    reading: Reading


def take_draft(source: Source, request: Request) -> int:
    """Tell what became of the file, and write the draft; the command's exit status."""
    settings, language, asked = request.settings, request.settings.language, request.importing
    options = ImportOptions(
        source.options, not asked.keep_punctuation, language, Chosen(asked.metrics)
    )
    name, data = source.name, source.data
    imported = draft_of(name, source.reading, options, genres_of(settings))
    path = None if asked.update else place_of(imported, asked.to, settings)
    view = view_of(imported, language)
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


def _write_report(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise explain_os_error(error, path) from error
