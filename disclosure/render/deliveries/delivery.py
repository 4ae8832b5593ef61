"""Everything that is handed over of a notice, by file name."""

from typing import Final

from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.deliveries.outputs import delivered
from disclosure.render.deliveries.readme import Attached, render_readme
from disclosure.render.outputs import make
from disclosure.render.renderer import Renderer

README: Final = "README.txt"


def render_delivery(source: NoticeSource, renderer: Renderer, *, pdf: bool) -> dict[str, bytes]:
    """Return every file of the delivery of a notice, as ``delivery_files`` does."""
    return delivery_files(compose(source, renderer), pdf=pdf)


def delivery_files(composed: Composed, *, pdf: bool) -> dict[str, bytes]:
    """Return every file of a delivery by name, all of them ASCII; attachments under ``files/``.

    Args:
        composed: the notice.
        pdf: make the PDF, too.

    Raises:
        ExtraError: the packages for PDF are not installed.
        TemplateError: a template is broken.

    """
    outputs = delivered(optional=pdf)
    files = make(outputs, composed)
    purposes = ((output.name, output.purpose) for output in outputs)
    document = composed.document
    attached = Attached(
        any(each.is_file for each in document.attachments) and bool(composed.source.attachments),
        tuple(document.pictures) if composed.source.attachments else (),
    )
    readme = render_readme(document.title, purposes, composed.renderer.texts, attached)
    return {**files, README: readme}
