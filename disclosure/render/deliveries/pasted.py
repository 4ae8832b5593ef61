"""What is pasted: into the editor of a CMS, with styles or without, and into 公众号."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from disclosure.errors import TemplateError
from disclosure.render import urls
from disclosure.render.composed import Composed
from disclosure.render.deliveries.appendix import appendix_blocks
from disclosure.render.deliveries.blocks import (
    Block,
    Role,
    facts_block,
    head_facts,
    head_line,
    office_facts,
    text_blocks,
    without_links,
)
from disclosure.render.inline import Inline, inline
from disclosure.render.pictures import Places, linked_places

# Tells a browser, and Notepad, how the file is encoded: a fragment has no head to say it.
_MARK = "\ufeff"


def render_fragment(composed: Composed) -> bytes:
    """Return the text to paste into the editor of a CMS as source.

    Title, source and date are missing in the fragments, since a CMS asks for them in fields of
    its own and prints them above the text; in 公众号 they stand at the top.

    Raises:
        TemplateError: a template is broken.

    """
    return (
        _MARK
        + _render(composed, "fragment.html", blocks=_fragment(composed), places=_places(composed))
    ).encode()


def render_plain_fragment(composed: Composed) -> bytes:
    """Return the same without styles.

    Raises:
        TemplateError: a template is broken.

    """
    return (
        _MARK
        + _render(
            composed, "fragment-plain.html", blocks=_fragment(composed), places=_places(composed)
        )
    ).encode()


def render_copy(composed: Composed) -> bytes:
    """Return the page that copies the fragment.

    Raises:
        TemplateError: a template is broken.

    """
    places = _places(composed)
    html = _render(composed, "fragment.html", blocks=_fragment(composed), places=places)
    folder = composed.renderer.templates.folder / "deliveries"
    style, script = (_inlined(folder / name) for name in ("copy.css", "copy.js"))
    return _render(
        composed,
        "copy.html",
        title=composed.document.title,
        fragment=Markup(html),  # noqa: S704 - rendered above
        style=style.text,
        script=script.text,
        script_hash=script.hash,
        pictured=bool(places),
    ).encode()


def render_wechat(composed: Composed) -> bytes:
    """Return the page to paste into 公众号 from.

    Raises:
        TemplateError: a template is broken.

    """
    document = composed.document
    head = facts_block(head_facts(document), Role.NOTE)
    blocks = without_links((*_below_title(composed), head, *_text(composed)))
    # Its editor takes pictures from its own library only: each place is named, README tells which.
    values = {"title": document.title, "blocks": blocks, "places": {}}
    return _render(composed, "wechat.html", **values).encode()


def _places(composed: Composed) -> Places:
    # As the delivery's folder has them; an editor that takes no pictures keeps the words.
    return linked_places(
        composed.document, composed.source.attachments, urls.NoticeUrls.attached_beside
    )


def _fragment(composed: Composed) -> tuple[Block, ...]:
    own = office_facts(composed.document)
    facts = (facts_block(own, Role.NOTE),) if own else ()
    return (*_below_title(composed), *facts, *_text(composed))


def _below_title(composed: Composed) -> Iterator[Block]:
    """Yield what stands below the title; the form of a CMS has no field for it."""
    return (head_line(line) for line in composed.document.below_title)


def _text(composed: Composed) -> tuple[Block, ...]:
    appendix = appendix_blocks(composed.view, composed.renderer.texts)
    return (*text_blocks(composed.document, composed.prose), *appendix)


def _render(composed: Composed, name: str, **values: object) -> str:
    return composed.renderer.templates.render(f"deliveries/{name}", **values).lstrip()


def _inlined(path: Path) -> Inline:
    try:
        return inline(path.name, path.read_text("utf-8"))
    except OSError as error:
        raise TemplateError("template.absent", name=path.name) from error
