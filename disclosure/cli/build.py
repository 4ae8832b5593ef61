"""``build``: build the site and say what was found and done."""

import sys

from disclosure.cli.arguments import Request
from disclosure.cli.status import CLEAN, FAILED
from disclosure.diagnostics import Level
from disclosure.messages import say
from disclosure.pipeline.build import Outcome, build_site
from disclosure.report.formats import render_report


def run_build(request: Request) -> int:
    """Build, print the report on stdout and the result as its last line."""
    outcome = build_site(request.settings, strict=request.strict)
    language = request.settings.language
    out = sys.stdout
    for line in render_report(outcome.diagnostics, request.form, language):
        print(line, file=out)
    last = out if request.form == "text" else sys.stderr
    if outcome.recovered:
        print(say("cli.recovered", language), file=sys.stderr)
    print(_conclusion(outcome, request), file=last)
    return CLEAN if outcome.built else FAILED


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
