"""Everything that is handed over of a notice, by file name."""

from disclosure.render.deliveries.cms_fields import render_form
from disclosure.render.deliveries.pasted import render_pasted
from disclosure.render.deliveries.pdf import PDF, render_pdf
from disclosure.render.deliveries.readme import GUIDE, STANDALONE, render_guide
from disclosure.render.notice_pages import NoticeSource, compose
from disclosure.render.renderer import Renderer
from disclosure.render.single_file import render_single


def render_delivery(source: NoticeSource, renderer: Renderer, *, pdf: bool) -> dict[str, bytes]:
    """Return every file of a delivery by name, all of them ASCII; attachments under ``files/``.

    Args:
        source: the notice.
        renderer: tools and settings.
        pdf: make the PDF, too.

    Raises:
        ExtraError: the packages for PDF are not installed.
        TemplateError: a template is broken.

    """
    composed = compose(source, renderer)
    view, notice, templates = composed.view, source.notice, renderer.templates
    files = {
        **composed.data,
        **render_pasted(view, notice, templates),
        **render_form(notice, composed.summary, renderer.site, renderer.texts),
        STANDALONE: render_single("deliveries/standalone.html", source, composed, renderer),
    }
    if pdf:
        files[PDF] = render_pdf(view, notice, composed.summary.description, templates)
    files |= {f"files/{name}": data for name, data in source.attachments.items()}
    files[GUIDE] = render_guide(notice.title, files, renderer.texts)
    return files
