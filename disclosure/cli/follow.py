"""``follow``: begin the next notice of a matter from the last one."""

from pathlib import Path

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, print_lines
from disclosure.cli.program_place import as_called
from disclosure.editorial.check import choose_notices
from disclosure.editorial.follow_up import start_follow_up
from disclosure.errors import UsageError
from disclosure.messages import say
from disclosure.project.notices import find_notices


def run_follow(request: Request) -> int:
    """Write the follow-up and say where it is and what comes next."""
    settings, language = request.settings, request.settings.language
    if len(request.slugs) != 1:
        raise UsageError("follow_up.usage")
    files, _ = find_notices(settings)
    (last,) = choose_notices(files, request.slugs)
    named = request.handing.folder
    name = "" if named == Path.cwd() else named.name
    followed = start_follow_up(last.slug, name, settings)
    values = {
        "path": settings.display_path(followed.path).as_posix(),
        "slug": followed.path.stem,
        "last": followed.last,
        "problems": str(followed.problems),
    }
    print_lines([as_called(say("follow_up.written", language, values))])
    return CLEAN
