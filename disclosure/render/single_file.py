"""A notice as one HTML file that needs nothing beside it but its attachments."""

from typing import NamedTuple

from disclosure.render import urls
from disclosure.render.composed import Composed
from disclosure.render.inline import Inline, inline
from disclosure.render.pictures import embedded_places
from disclosure.render.views.frame import Tag, notice_tags, site_tags
from disclosure.render.views.page_links import AttachmentLink, attachment_links


class SinglePage(NamedTuple):
    """What the page of a single file needs besides the notice; whether it holds pictures."""

    tags: tuple[Tag, ...]
    style: Inline
    attachments: tuple[AttachmentLink, ...]
    pictured: bool


def render_standalone(composed: Composed) -> bytes:
    """Return the whole page in one file, to be handed over.

    Raises:
        TemplateError: a template is broken, or a style would load something.

    """
    return render_single("deliveries/standalone.html", composed)


def render_single(template: str, composed: Composed, **values: object) -> bytes:
    """Return a page that extends ``layouts/single.html``.

    Args:
        template: its name.
        composed: the notice.
        values: what its own blocks ask for.

    Raises:
        TemplateError: a template is broken, or a style would load something.

    """
    source, renderer = composed.source, composed.renderer
    tags = notice_tags(composed.document, composed.summary, composed.address)
    sizes = {name: len(data) for name, data in source.attachments.items()}
    # Attachments stand beside this page as they do beside the notice's own.
    page = urls.NoticeUrls(source.slug).page
    places = embedded_places(composed.document, source.attachments)
    single = SinglePage(
        tags=(*site_tags(renderer.site), *tags),
        style=inline("styles", renderer.assets.style.content.decode()),
        attachments=attachment_links(composed.document, source.slug, page, sizes, renderer.texts),
        pictured=bool(places),
    )
    html = renderer.templates.render(
        template,
        view=composed.view,
        parts=composed.parts_with(places),
        address=composed.address,
        single=single,
        **values,
    )
    return html.encode()
