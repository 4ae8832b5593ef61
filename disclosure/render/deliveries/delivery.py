"""Everything that is handed over of a notice, by file name."""

from typing import Final

from disclosure.render.composed import NoticeSource, compose
from disclosure.render.deliveries.readme import Attached, render_readme
from disclosure.render.outputs import delivered, make
from disclosure.render.renderer import Renderer

README: Final = "README.txt"


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
    outputs = delivered(optional=pdf)
    composed = compose(source, renderer)
    files = make(outputs, composed)
    purposes = ((output.name, output.purpose) for output in outputs)
    document = composed.document
    attached = Attached(
        any(each.is_file for each in document.attachments) and bool(source.attachments),
        tuple(document.pictures) if source.attachments else (),
    )
    readme = render_readme(document.title, purposes, composed.renderer.texts, attached)
    return {**files, README: readme}
