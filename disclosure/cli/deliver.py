"""``deliver``: a notice as files for an office that publishes by pasting."""

from disclosure.cli.arguments import Request
from disclosure.cli.console import CLEAN, FAILED, print_lines
from disclosure.editorial.check import check_project
from disclosure.errors import UsageError
from disclosure.handover.deliver import delivery_name, make_delivery
from disclosure.handover.delivery_writer import write_delivery
from disclosure.messages import explain, say
from disclosure.report.formats import render_report


def run_deliver(request: Request) -> int:
    """Write the files of one notice, and print what speaks against handing them over."""
    language = request.settings.language
    if len(request.slugs) != 1:
        raise UsageError("deliver.which")
    checking = check_project(request.settings, request.slugs)
    if checking.context is None:
        print_lines(render_report(checking.found, request.form, language))
        return FAILED
    (checked,) = checking.notices
    if checked.loaded is None:
        print_lines(render_report(checked.diagnostics, request.form, language))
    delivery = make_delivery(checked, checking.context)
    handing = request.handing
    path = handing.folder / delivery_name(checked.file.slug, packed=handing.zip)
    write_delivery(path, delivery.files)
    print_lines(say(each.code, language, each.params) for each in delivery.concerns)
    if delivery.missing is not None:
        missing = delivery.missing
        print_lines(render_report(delivery.unprinted, request.form, language))
        print_lines([say("deliver.no_pdf", language), explain(missing, language)])
    values = {"count": str(len(delivery.files)), "path": path.as_posix()}
    print_lines([say("deliver.done", language, values)])
    return CLEAN
