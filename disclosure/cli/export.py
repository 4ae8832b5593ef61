"""``export``: sealed versions for an archive or for players of web archives, Word files."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.cli.options.handing import DOCX
from disclosure.diagnostics import in_reading_order
from disclosure.errors import UsageError
from disclosure.handover.export import Form, export
from disclosure.handover.word_export import FontFamily, export_docx
from disclosure.messages import say
from disclosure.model.site import Site
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
    if handing.forms[0] == DOCX:
        return _word_files(request, site)
    form = Form(handing.forms[0])
    exported = export(request.settings, site, form, request.slugs, handing.folder)
    values = {"versions": str(exported.versions), "path": exported.path.as_posix()}
    print_lines([say("export.done", language, values)])
    return CLEAN


def _word_files(request: Request, site: Site) -> int:
    language, handing = request.settings.language, request.handing
    family = FontFamily(handing.fonts)
    exported = export_docx(request.settings, site, request.slugs, handing.folder, family)
    if exported.wrong:
        print_lines(render_report(in_reading_order(exported.wrong), request.form, language))
        print_lines([say("docx.unreadable", language)])
        return FAILED
    for path in exported.paths:
        print_lines([say("docx.done", language, {"path": path.as_posix()})])
    return CLEAN
