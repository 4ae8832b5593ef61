"""``export``: sealed versions for an archive, or for players of web archives."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.diagnostics import in_reading_order
from disclosure.errors import UsageError
from disclosure.handover.export import Form, export
from disclosure.messages import say
from disclosure.project.site_file import load_site_file
from disclosure.report.formats import render_report

_MOST_WORDS = 2  # a notice and the number of a version


def run_export(request: Request) -> int:
    """Write what was asked for, and print where it is."""
    language = request.settings.language
    handing = request.handing
    if len(handing.forms) != 1 or len(request.slugs) > _MOST_WORDS:
        raise UsageError("export.which")
    site, found = load_site_file(request.settings)
    if site is None:
        print_lines(render_report(in_reading_order(found), request.form, language))
        return FAILED
    form = Form(handing.forms[0])
    exported = export(request.settings, site, form, request.slugs, handing.folder)
    values = {"versions": str(exported.versions), "path": exported.path.as_posix()}
    print_lines([say("export.done", language, values)])
    return CLEAN
