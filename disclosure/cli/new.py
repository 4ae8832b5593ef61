"""``new``: begin a notice of a genre, or list the genres there are."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.program_place import as_called
from disclosure.editorial.starter import start_notice
from disclosure.errors import UsageError
from disclosure.messages import say
from disclosure.model.genre import Genres
from disclosure.project.genres import read_genres
from disclosure.report.formats import render_report

_WANTED = 2


def run_new(request: Request) -> int:
    """Write the new notice and say where it is."""
    settings, language = request.settings, request.settings.language
    genres, found = read_genres(settings)
    print_lines(render_report(found, request.form, language))
    if request.listing and not request.slugs:
        print_lines(_listed(genres, language))
        return FAILED if found else CLEAN
    if found:
        print_lines([say("new.genre_files", language)])
        return FAILED
    if len(request.slugs) != _WANTED:
        raise UsageError("new.usage")
    genre, slug = request.slugs
    started = start_notice(genre, slug, genres, settings)
    print_lines(render_report(started.found, request.form, language))
    if started.found:
        print_lines([say("new.starter", language, {"genre": started.genre.name})])
        return FAILED
    shown = settings.display_path(started.path).as_posix()
    values = {"path": shown, "genre": started.genre.name, "slug": started.path.stem}
    print_lines([as_called(say("new.written", language, values))])
    return CLEAN


def _listed(genres: Genres, language: str) -> list[str]:
    return [
        say(
            "new.listed",
            language,
            {"name": each.genre.name, "key": each.key, "about": each.genre.about},
        )
        for each in genres.files
    ]
