"""The sealed page of a version: complete in one file, never to be touched again.

Whether it is the latest version, it cannot know; it points to the history page, which does.
"""

import base64
import hashlib
import re
from typing import NamedTuple

from markupsafe import Markup

from disclosure.errors import TemplateError
from disclosure.render import urls
from disclosure.render.notice_pages import Composed, NoticeSource, compose
from disclosure.render.studio import Studio
from disclosure.render.views.beside import AttachmentLink, attachment_links
from disclosure.render.views.frame import Tag, notice_tags, site_tags

SEALED_TEMPLATE = "sealed.html"
# What stands beside the page on the site, too.
FILES = (
    *("notice.txt", "notice.json", "ledger.csv", "metrics.csv"),
    *("record.json", "sha256sum.txt"),
)
_NOTHING_LOADED = re.compile(r"url\(|@import|</", re.IGNORECASE)


class SealedAs(NamedTuple):
    """What a sealed page says of itself.

    Attributes:
        number: of the version.
        sealed: ISO 8601 in China's time.
        reason: why there is a new version.
        note: what is new.
    """

    number: int
    sealed: str
    reason: str
    note: str


class _SealView(NamedTuple):
    number: int
    sealed: str
    sealed_machine: str
    reason: str
    note: str
    history: str
    previous: str
    tags: tuple[Tag, ...]
    files: tuple[str, ...]
    style: Markup
    style_hash: str


def render_sealed(
    source: NoticeSource, studio: Studio, sealed: SealedAs
) -> tuple[dict[str, bytes], Composed]:
    """Return page, data and attachments of a version by name, and the notice as composed.

    Raises:
        TemplateError: a template is broken, or a style would load something.

    """
    composed = compose(source, studio)
    style = studio.assets.style.content.decode()
    if found := _NOTHING_LOADED.search(style):
        raise TemplateError("template.broken", name="styles", line="?", detail=found[0])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    view = _SealView(
        number=sealed.number,
        sealed=sealed.sealed[:16].replace("T", " "),
        sealed_machine=sealed.sealed,
        reason=sealed.reason,
        note=sealed.note,
        # Beside the versions: the same on the site and in a copy of the archive.
        history="../",
        previous=f"../{sealed.number - 1}/" if sealed.number > 1 else "",
        tags=(
            *site_tags(studio.site),
            *notice_tags(source.notice, composed.summary, composed.address),
        ),
        files=FILES,
        style=Markup(style),  # noqa: S704 - the project's own; holds no closing tag
        style_hash=f"sha256-{digest}",
    )
    html = studio.templates.render(
        SEALED_TEMPLATE,
        view=composed.view,
        parts=composed.parts,
        address=composed.address,
        attachments=_attachments(source),
        seal=view,
    )
    files = {"index.html": html.encode(), **composed.data}
    files |= {f"files/{name}": data for name, data in source.attachments.items()}
    return files, composed


def _attachments(source: NoticeSource) -> tuple[AttachmentLink, ...]:
    sizes = {name: len(data) for name, data in source.attachments.items()}
    page = urls.NoticeUrls(source.slug).page
    return attachment_links(source.notice, source.slug, page, sizes)
