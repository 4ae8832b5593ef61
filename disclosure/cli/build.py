"""``build``: build the site and say what was found and done."""

from collections.abc import Iterator

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, ProgressLine, print_aside, print_lines
from disclosure.diagnostics import Level
from disclosure.messages import say
from disclosure.pipeline.build import build_site
from disclosure.pipeline.result import BuildResult
from disclosure.visible import visible

_PATHS_SHOWN = 3


def run_build(request: Request) -> int:
    """Build, print the report on stdout and the result as its last line."""
    language = request.settings.language
    progress = ProgressLine(language)
    try:
        result = build_site(
            request.settings, strict=request.strict, verify=request.verify, progress=progress
        )
    finally:
        progress.clear()
    if result.diagnostics or request.form != "text":
        # Imported here: a build that finds nothing need not know how findings are shown.
        from disclosure.report.formats import render_report

        print_lines(render_report(result.diagnostics, request.form, language))
    for line in _asides(result, request):
        print_aside(line)
    last = _conclusion(result, request)
    print_lines([last]) if request.form == "text" else print_aside(last)
    return CLEAN if result.built else FAILED


def _asides(result: BuildResult, request: Request) -> Iterator[str]:
    """Yield what is worth knowing of the way it was done."""
    language = request.settings.language
    if request.timings:
        for phase, seconds in result.seconds:
            yield f"{seconds:9.3f} s  {say(phase, language)}"
    if result.recovered:
        yield say("cli.recovered", language)
    if result.discarded:
        yield say("cli.discarded", language)
    if result.stale_stats:
        paths = "、".join(result.stale_stats[:_PATHS_SHOWN])
        count = str(len(result.stale_stats))
        yield say("cli.deceived", language, {"count": count, "paths": paths})
    if result.left:
        paths = visible("、".join(result.left[:_PATHS_SHOWN]))
        count = str(len(result.left))
        yield say("cli.left", language, {"count": count, "paths": paths})


def _conclusion(result: BuildResult, request: Request) -> str:
    language = request.settings.language
    levels = [diagnostic.level for diagnostic in result.diagnostics]
    errors, warnings = levels.count(Level.ERROR), levels.count(Level.WARNING)
    counts = {"errors": str(errors), "warnings": str(warnings)}
    if not result.built:
        return say("cli.failed" if errors else "cli.strict_failed", language, counts)
    done = "cli.done" if result.written or result.deleted else "cli.unchanged"
    values = {
        "notices": str(result.notices),
        "written": str(result.written),
        "deleted": str(result.deleted),
        "total": str(result.total),
        "output": request.settings.display_path(request.settings.output).as_posix() + "/",
    }
    return say(done, language, values)
