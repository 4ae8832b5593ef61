"""The sealed page of a version: complete in one file, never to be touched again.

Whether it is the latest version, it cannot know; it points to the history page, which does.
"""

from collections.abc import Container
from typing import Final, NamedTuple

from disclosure.model.versions import minute_of
from disclosure.render import urls
from disclosure.render.composed import Composed, NoticeSource, compose
from disclosure.render.outputs import make
from disclosure.render.outputs import sealed as outputs_of
from disclosure.render.renderer import Renderer
from disclosure.render.single_file import render_single
from disclosure.render.views.sealed_versions import version_name

SEALED_TEMPLATE: Final = "sealed.html"
# What the page also leads to; a version has more, for the office.
_RECORD: Final = ("record.json", urls.LISTING)


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
    source: NoticeSource,
    renderer: Renderer,
    sealed: SealedAs,
    held: Container[str] | None = None,
) -> tuple[dict[str, bytes], Composed]:
    """Return page, data and attachments of a version by name, and the notice as composed.

    Args:
        source: the notice.
        renderer: tools and settings.
        sealed: what the page says of itself.
        held: names of the files that the version is known to have; None for a new one.

    Raises:
        TemplateError: a template is broken, or a style would load something.

    """
    composed, outputs = compose(source, renderer), outputs_of(held)
    view = _SealView(
        name=version_name(sealed.number, renderer.texts),
        sealed=minute_of(sealed.sealed),
        sealed_machine=sealed.sealed,
        reason=sealed.reason,
        note=sealed.note,
        # Beside the versions: the same on the site and in a copy of the archive.
        history="../",
        previous=f"../{sealed.number - 1}/" if sealed.number > 1 else "",
        files=(*(output.name for output in outputs), *_RECORD),
    )
    page = render_single(SEALED_TEMPLATE, composed, seal=view)
    return {urls.INDEX: page, **make(outputs, composed)}, composed
