"""``build``: build the site and say what was found and done."""

from collections.abc import Iterator

from disclosure.cli.arguments import Request
from disclosure.cli.printing import print_aside, print_lines
from disclosure.cli.progress import ProgressLine
from disclosure.cli.status import CLEAN, FAILED
from disclosure.diagnostics import Level
from disclosure.messages import say
from disclosure.pipeline.build import build_site
from disclosure.pipeline.result import Outcome
from disclosure.visible import visible

_PATHS_SHOWN = 3


def run_build(request: Request) -> int:
    """Build, print the report on stdout and the result as its last line."""
    language = request.settings.language
    progress = ProgressLine(language)
    try:
        outcome = build_site(
            request.settings, strict=request.strict, verify=request.verify, watch=progress
        )
    finally:
        progress.clear()
    if outcome.diagnostics or request.form != "text":
        # Imported here: a build that finds nothing need not know how findings are shown.
        from disclosure.report.formats import render_report

        print_lines(render_report(outcome.diagnostics, request.form, language))
    for line in _asides(outcome, request):
        print_aside(line)
    last = _conclusion(outcome, request)
    print_lines([last]) if request.form == "text" else print_aside(last)
    return CLEAN if outcome.built else FAILED


def _asides(outcome: Outcome, request: Request) -> Iterator[str]:
    """Yield what is worth knowing of the way it was done."""
    language = request.settings.language
    if request.timings:
        for phase, seconds in outcome.seconds:
            yield f"{seconds:9.3f} s  {say(phase, language)}"
    if outcome.recovered:
        yield say("cli.recovered", language)
    if outcome.discarded:
        yield say("cli.discarded", language)
    if outcome.deceived:
        paths = "、".join(outcome.deceived[:_PATHS_SHOWN])
        count = str(len(outcome.deceived))
        yield say("cli.deceived", language, {"count": count, "paths": paths})
    if outcome.left:
        paths = visible("、".join(outcome.left[:_PATHS_SHOWN]))
        count = str(len(outcome.left))
        yield say("cli.left", language, {"count": count, "paths": paths})


def _conclusion(outcome: Outcome, request: Request) -> str:
    language = request.settings.language
    levels = [diagnostic.level for diagnostic in outcome.diagnostics]
    errors, warnings = levels.count(Level.ERROR), levels.count(Level.WARNING)
    counts = {"errors": str(errors), "warnings": str(warnings)}
    if not outcome.built:
        return say("cli.failed" if errors else "cli.strict_failed", language, counts)
    done = "cli.done" if outcome.written or outcome.deleted else "cli.unchanged"
    values = {
        "notices": str(outcome.notices),
        "written": str(outcome.written),
        "deleted": str(outcome.deleted),
        "total": str(outcome.total),
        "output": request.settings.shown(request.settings.output).as_posix() + "/",
    }
    return say(done, language, values)
