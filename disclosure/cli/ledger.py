"""``ledger --xlsx``: the table of problems (整改台账) of one or many notices, for offices."""

from pathlib import Path

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.program_place import as_called
from disclosure.diagnostics import in_reading_order
from disclosure.errors import UsageError
from disclosure.handover.ledger_export import export_ledger
from disclosure.messages import say
from disclosure.project.site_file import load_site_file
from disclosure.report.formats import render_report


def run_ledger(request: Request) -> int:
    """Write the table and say where it is."""
    language = request.settings.language
    if not request.importing.xlsx:
        raise UsageError("ledger.usage")
    site, found = load_site_file(request.settings)
    if site is None:
        print_lines(render_report(in_reading_order(found), request.form, language))
        return FAILED
    to = request.importing.to or Path.cwd()
    written = export_ledger(request.settings, site, request.slugs, to)
    if written.path is None:
        print_lines(render_report(in_reading_order(written.wrong), request.form, language))
        print_lines([say("ledger.unreadable", language)])
        return FAILED
    values = {"path": written.path.as_posix(), "count": str(written.problems)}
    print_lines([as_called(say("ledger.done", language, values))])
    return CLEAN
