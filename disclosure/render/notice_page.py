"""The page of a notice on the site, in normal and in large print."""

from disclosure.render import urls
from disclosure.render.composed import PART_TEMPLATES, Composed
from disclosure.render.pictures import linked_places
from disclosure.render.views.frame import Frame, Link, column_tags, notice_tags
from disclosure.render.views.matter import view_matter_links
from disclosure.render.views.page_links import attachment_links, version_note

NOTICE_TEMPLATES = ("notice.html", *PART_TEMPLATES)


def render_page(composed: Composed, links: tuple[tuple[str, str], ...], *, large: bool) -> bytes:
    """Return the page.

    Args:
        composed: the notice.
        links: names of the texts that say what its other files are, and the files' names.
        large: 大字版.

    Raises:
        TemplateError: a template is broken.

    """
    source, renderer, own = (
        composed.source,
        composed.renderer,
        urls.NoticeUrls(composed.source.slug),
    )
    page, other = (own.large_print, own.page) if large else (own.page, own.large_print)
    beside = urls.upward(urls.LARGE_PRINT) if large else ""
    sizes = {name: len(data) for name, data in source.attachments.items()}
    parts = composed.parts
    if large:
        parts = composed.parts_with(
            linked_places(
                composed.document,
                source.attachments,
                lambda name: urls.as_link(own.attachment(name), page),
            )
        )
    return renderer.templates.render_encoded(
        "notice.html",
        view=composed.view,
        parts=parts,
        address=composed.address,
        linked_data=composed.linked_data.script,
        linked_data_hash=composed.linked_data.digest,
        large=large,
        frame=_frame(composed, page),
        other_size=urls.as_link(other, page),
        attachments=attachment_links(composed.document, source.slug, page, sizes, renderer.texts),
        files=tuple([Link(renderer.texts.text(said), beside + name) for said, name in links]),
        matter=view_matter_links(source.slug, source.matter, page, renderer.texts),
        version=version_note(composed.summary, source.last_version, page, renderer.texts),
    )


def _frame(composed: Composed, page: str) -> Frame:
    document, renderer = composed.document, composed.renderer
    frame = renderer.frames(urls.upward(page))
    return frame._replace(
        title=f"{document.title} - {renderer.site.name}",
        description=composed.summary.description,
        tags=(
            *frame.tags,
            *column_tags(renderer.site),
            *notice_tags(document, composed.summary, composed.address),
        ),
        current=renderer.texts.text("page.notice"),
        canonical=composed.address,
    )
