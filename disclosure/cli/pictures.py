"""``pictures``: the pictures in a notice's text made ready to be published."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_aside, print_lines
from disclosure.editorial.check import choose_notices
from disclosure.editorial.pictures import Step, prepare_pictures
from disclosure.errors import ExtraError, UsageError
from disclosure.messages import explain, say
from disclosure.project.notices import NoticeFile, find_notices


def run_pictures(request: Request) -> int:
    """Prepare the pictures of one notice, and say of each what was done."""
    language = request.settings.language
    done: list[Step] = []
    try:
        for step in prepare_pictures(_notice(request), request.settings):
            print_lines([say(step.code, language, step.params)])
            done.append(step)
    except ExtraError as error:
        print_aside(explain(error, language))
        return FAILED
    count = len({step.params["file"] for step in done})
    code = "pictures.done" if done else "pictures.none"
    print_lines([say(code, language, {"count": str(count)} if done else {})])
    return CLEAN


def _notice(request: Request) -> NoticeFile:
    if len(request.slugs) != 1:
        raise UsageError("pictures.which")
    files, _ = find_notices(request.settings)
    (file,) = choose_notices(files, request.slugs)
    return file
