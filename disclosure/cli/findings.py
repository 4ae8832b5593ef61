"""What was found in a notice, before something is done with it: errors whole, the rest counted.

Apart: sign and seal both print it before they do what they are asked.
"""

from disclosure.cli.arguments import Request
from disclosure.cli.console import print_aside, print_lines
from disclosure.diagnostics import Level
from disclosure.editorial.check import CheckContext, Checked
from disclosure.messages import say
from disclosure.report.formats import render_report


def print_findings(checked: Checked, context: CheckContext, request: Request) -> None:
    """Print the errors of a notice and its site, and how many warnings ``check`` would show."""
    language = request.settings.language
    every = (*context.found, *checked.diagnostics)
    errors = [each for each in every if each.level is Level.ERROR]
    print_lines(render_report(errors, request.form, language))
    if len(every) > len(errors):
        values = {"count": str(len(every) - len(errors)), "slug": checked.file.slug}
        line = say("cli.warned", language, values)
        print_lines([line]) if request.form == "text" else print_aside(line)
