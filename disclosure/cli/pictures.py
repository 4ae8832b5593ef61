"""``pictures``: the pictures in a notice's text made ready to be published."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_aside, print_lines
from disclosure.editorial.check import choose_notices
from disclosure.editorial.pictures import CHANGING, Step, prepare_pictures
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
    print_lines([say(_outcome({step.code for step in done}), language, {"count": str(count)})])
    return CLEAN


def _outcome(codes: set[str]) -> str:
    """Return the code of what came of it all: whether originals have to be kept elsewhere."""
    if not codes:
        return "pictures.none"
    if codes & CHANGING:
        return "pictures.done"
    return "pictures.copied" if "pictures.copies" in codes else "pictures.ready"


def _notice(request: Request) -> NoticeFile:
    if len(request.slugs) != 1:
        raise UsageError("pictures.which")
    files, _ = find_notices(request.settings)
    (file,) = choose_notices(files, request.slugs)
    return file
