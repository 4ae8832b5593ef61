"""``bundle``: everything that a machine without a network needs, in one zip."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, print_aside, print_lines
from disclosure.cli.program_place import is_installed
from disclosure.errors import UsageError
from disclosure.handover.bundle import bundle
from disclosure.handover.wheels import Target
from disclosure.messages import say
from disclosure.visible import visible


def run_bundle(request: Request) -> int:
    """Write the zip, and print where it is and what was left out of it.

    Raises:
        UsageError: the program is installed as a package, whose lock files stay behind.

    """
    if is_installed():
        raise UsageError("bundle.installed")
    language = request.settings.language
    handing = request.handing
    print_aside(say("bundle.downloading", language))
    target = Target(handing.platforms, handing.pythons)
    made = bundle(request.settings, target, handing.extras, handing.folder)
    print_lines(say("bundle.left_out", language, {"path": visible(name)}) for name in made.left_out)
    print_lines([say("bundle.done", language, {"path": made.path.as_posix()})])
    return CLEAN
