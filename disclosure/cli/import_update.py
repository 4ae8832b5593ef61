"""``import --update``: a corrected file into a notice, shown first, written with ``--write``."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure.bounded_reading import read_file
from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.program_place import as_called
from disclosure.errors import ImportRefusedError, OutputError
from disclosure.importer.importing import Imported
from disclosure.importer.update.revised import is_revised
from disclosure.importer.update.updating import Left, Updated, update_of
from disclosure.messages import say
from disclosure.project.genres import genres_of
from disclosure.project.notice_writer import as_before, rewrite_notice
from disclosure.project.notices import standing_file
from disclosure.project.settings import Settings
from disclosure.report.formats import render_report
from disclosure.source.load import load_notice
from disclosure.visible import visible

__all__ = ["is_revised", "update_notice"]


def update_notice(imported: Imported, request: Request, original: Imported | None = None) -> int:
    """Show what a corrected file changes in a notice and, if so wished, write it.

    Args:
        imported: the file.
        request: of the command.
        original: the same file as it was before its revisions; None where it has none.

    """
    settings, language = request.settings, request.settings.language
    path = _path_of(request.importing.update or "", settings)
    shown = settings.display_path(path)
    try:
        data = read_file(path, settings.content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ImportRefusedError("import.unreadable", path=str(shown), reason=reason) from error
    loaded, found = load_notice(data, shown, genres_of(settings))
    if loaded is None:
        print_lines(render_report(found, request.form, language))
        raise OutputError("import.update.errors", path=shown.as_posix())
    updated = update_of(loaded, imported, shown, genres_of(settings)(), original)
    print_lines(map(visible, _revisions(updated, language)))
    print_lines(map(visible, updated.difference))
    print_lines(map(visible, _taken(updated, language)))
    print_lines(map(visible, _left_over("import.update.foreign", updated.foreign, language)))
    print_lines(map(visible, _left_over("import.update.left", updated.left, language)))
    print_lines(map(visible, _apart(updated, language)))
    values = {"path": shown.as_posix(), "count": str(updated.changes)}
    if not updated.changes:
        print_lines([say("import.update.nothing", language, values)])
    elif request.importing.write:
        copy = rewrite_notice(path, data, as_before(updated.text, data))
        values["copy"] = settings.display_path(copy).as_posix()
        print_lines([say("import.update.written", language, values)])
    else:
        print_lines([as_called(say("import.update.shown", language, values))])
    return FAILED if updated.left or updated.apart else CLEAN


def _path_of(what: str, settings: Settings) -> Path:
    standing = standing_file(Path(what).stem, settings)
    given = Path.cwd() / what
    if given.suffix in {".yaml", ".yml"} and given.is_file():
        return given
    if standing is None:
        raise ImportRefusedError("import.update.absent", what=what)
    return standing


def _revisions(updated: Updated, language: str) -> Iterator[str]:
    if updated.revisions:
        yield say("import.update.revisions", language, {"count": str(len(updated.revisions))})
    for each in updated.revisions:
        values = {"old": each.old, "new": each.new}
        change = say(each.code, language, values)
        who = {"place": each.place, "author": each.author, "day": each.day, "change": change}
        yield "  " + say("import.update.revision", language, who)


def _taken(updated: Updated, language: str) -> Iterator[str]:
    if updated.taken:
        yield say("import.update.taken", language, {"count": str(len(updated.taken))})
    for each in updated.taken:
        yield "  " + say("import.line", language, {"line": str(each.line), "word": each.text})


def _apart(updated: Updated, language: str) -> Iterator[str]:
    for each in updated.apart:
        values = {"line": str(each.line), "key": each.key}
        texts = {"label": each.label, "text": each.text, "data": each.data}
        yield say("import.update.apart", language, values | texts)


def _left_over(code: str, left: Sequence[Left], language: str) -> Iterator[str]:
    if left:
        yield say(code, language, {"count": str(len(left))})
    for each in left:
        values = {"before": each.before, "old": each.old, "new": each.new, "figure": each.figure}
        why = say(each.code, language, values)
        change = say("import.update.change", language, values)
        line = {"line": str(each.line), "change": change, "why": why}
        yield "  " + say("import.update.at" if each.line else "import.update.new", language, line)
