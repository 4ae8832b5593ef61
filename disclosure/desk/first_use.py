"""What is slow when it is done first is done before anybody waits for it."""

from disclosure.desk.context import DeskContext
from disclosure.editorial.check import check_file
from disclosure.editorial.one_finding import findings_of
from disclosure.pipeline.one_page import make_page
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import find_notices


def prepare(desk: DeskContext) -> None:
    """Make the page of one notice and check it, so that rules, words and templates are loaded.

    Args:
        desk: whose tools are kept for the requests that come.

    Raises:
        DisclosureError: the project cannot be read.

    """
    settings = desk.settings
    context = desk.checks.look()
    for file in find_notices(settings)[0][:1]:
        reading = read_notice(file, settings)
        make_page(reading, settings, desk.renderers, desk.links.of, large=False)
        if context is not None:
            findings_of(check_file(file, context), context)
