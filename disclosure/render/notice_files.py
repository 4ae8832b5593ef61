"""All files of one notice on the site."""

from typing import NamedTuple

from disclosure.render import urls
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.outputs import OUTPUTS, make
from disclosure.render.renderer import Renderer
from disclosure.render.views.summary import NoticeSummary


class NoticeFiles(NamedTuple):
    """What became of one notice: its files by place in the site, and its line for the lists."""

    files: dict[str, bytes]
    summary: NoticeSummary


def render_notice(source: NoticeSource, renderer: Renderer) -> NoticeFiles:
    """Return every file of a notice.

    Raises:
        TemplateError: a template is broken.

    """
    composed, own = compose(source, renderer), urls.NoticeUrls(source.slug)
    files = {own.beside(name): data for name, data in make(OUTPUTS, composed).items()}
    if source.matter and source.matter.first == source.slug:
        # Imported here: most notices belong to no matter.
        from disclosure.render.matter_files import matter_files

        files |= matter_files(source.matter, composed.renderer)
    return NoticeFiles(files, composed.summary)
