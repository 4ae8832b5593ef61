"""The sealed page of a version: complete in one file, never to be touched again.

Whether it is the latest version, it cannot know; it points to the history page, which does.
"""

from typing import NamedTuple

from disclosure.render.notice_pages import Composed, NoticeSource, compose
from disclosure.render.renderer import Renderer
from disclosure.render.single_file import render_single
from disclosure.render.views.history import version_name

SEALED_TEMPLATE = "sealed.html"
# What stands beside the page on the site, too.
FILES = (
    *("notice.txt", "notice.json", "ledger.csv", "metrics.csv"),
    *("record.json", "sha256sum.txt"),
)


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
    name: str
    sealed: str
    sealed_machine: str
    reason: str
    note: str
    history: str
    previous: str
    files: tuple[str, ...]


def render_sealed(
    source: NoticeSource, renderer: Renderer, sealed: SealedAs
) -> tuple[dict[str, bytes], Composed]:
    """Return page, data and attachments of a version by name, and the notice as composed.

    Raises:
        TemplateError: a template is broken, or a style would load something.

    """
    composed = compose(source, renderer)
    view = _SealView(
        name=version_name(sealed.number, renderer.texts),
        sealed=sealed.sealed[:16].replace("T", " "),
        sealed_machine=sealed.sealed,
        reason=sealed.reason,
        note=sealed.note,
        # Beside the versions: the same on the site and in a copy of the archive.
        history="../",
        previous=f"../{sealed.number - 1}/" if sealed.number > 1 else "",
        files=FILES,
    )
    page = render_single(SEALED_TEMPLATE, source, composed, renderer, seal=view)
    files = {"index.html": page, **composed.data}
    files |= {f"files/{name}": data for name, data in source.attachments.items()}
    return files, composed
