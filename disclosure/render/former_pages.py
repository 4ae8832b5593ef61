"""What stands at the addresses of a notice that was withdrawn or moved: a page, and data."""

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from disclosure.model.versions import minute_of
from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.matter import MatterPage
from disclosure.render.matter_files import matter_files
from disclosure.render.outputs import OUTPUTS
from disclosure.render.renderer import Renderer
from disclosure.render.tables import one_cell_csv
from disclosure.render.views.frame import Frame, build_frame
from disclosure.render.views.history import view_history
from disclosure.render.views.matter import view_matter_links
from disclosure.render.views.sealed_versions import SealedVersion, version_name
from disclosure.render.views.summary import NoticeSummary

FORMER_TEMPLATES: Final = ("withdrawn.html", "moved.html", "withheld.html")


class Moved(NamedTuple):
    """A notice whose address is another now.

    Attributes:
        slug: what it was called.
        target: the notice that it is now.
        sealed: whether versions were sealed under the old name.
        first: whether it carries the ledger of its matter.
    """

    slug: str
    target: NoticeSummary
    sealed: bool
    first: bool = False


class Withdrawn(NamedTuple):
    """A notice that was withdrawn.

    Attributes:
        summary: of it.
        versions: what was sealed of it, oldest first: number, time, reason.
        withheld: whether these are not shown either.
        matter: what its page shows of its matter; None where it has none.
    """

    summary: NoticeSummary
    versions: tuple[tuple[int, str, str], ...]
    withheld: bool
    matter: MatterPage | None = None


class _VersionLine(NamedTuple):
    name: str
    href: str
    reason: str
    sealed: str
    machine: str


def moved_notice(slug: str, target: str, base_url: str) -> bytes:
    """Return ``notice.json`` of a notice that moved; where to is all that it says."""
    address = urls.absolute(base_url, urls.NoticeUrls(target).canonical)
    return _json({"moved_to": target, "address": address, "slug": slug})


def withdrawn_notice(slug: str, number: int, sealed: str, note: str) -> bytes:
    """Return ``notice.json`` of a notice that was withdrawn: when, by which version, and why."""
    values = {"slug": slug, "withdrawn": sealed, "version": number, "note": note}
    return _json(values)


def render_moved(moved: Moved, renderer: Renderer) -> dict[str, bytes]:
    """Return every file at the old address, which all lead to the new one.

    Raises:
        TemplateError: a template is broken.

    """
    site, texts, old = renderer.site, renderer.texts, urls.NoticeUrls(moved.slug)
    new = urls.NoticeUrls(moved.target.slug)
    address = urls.absolute(site.base_url, new.page)
    said = texts.text("moved.said", title=moved.target.title, address=address)
    files = _data(said, moved_notice(moved.slug, moved.target.slug, site.base_url), renderer)
    files = {old.beside(name): data for name, data in files.items()}
    leads = [(old.beside(name), new.beside(name)) for name in (urls.INDEX, urls.LARGE_PRINT)]
    if moved.first:
        leads.append((urls.matter_page(moved.slug), urls.matter_page(moved.target.slug)))
        files[urls.matter_csv(moved.slug)] = one_cell_csv(said)
    for page, target in leads:
        html = renderer.templates.render(
            "moved.html",
            frame=_frame(renderer, page, texts.text("moved.title"), address),
            large=page == old.beside(urls.LARGE_PRINT),
            title=moved.target.title,
            target=urls.as_link(target, page),
            address=address,
            history=urls.as_link(urls.history_page(moved.slug), page) if moved.sealed else "",
        )
        files[page] = html.encode()
    return files


def render_withdrawn(withdrawn: Withdrawn, renderer: Renderer) -> dict[str, bytes]:
    """Return every file at the address of a notice that was withdrawn.

    Raises:
        TemplateError: a template is broken.

    """
    summary, texts = withdrawn.summary, renderer.texts
    own = urls.NoticeUrls(summary.slug)
    number, sealed, _ = withdrawn.versions[-1]
    said = texts.text("withdrawn.line", title=summary.title, said=withdrawal(summary.note, texts))
    files = _data(said, withdrawn_notice(summary.slug, number, sealed, summary.note), renderer)
    for name in (urls.INDEX, urls.LARGE_PRINT):
        page = own.beside(name)
        address = urls.absolute(renderer.site.base_url, own.page)
        html = renderer.templates.render(
            "withdrawn.html",
            frame=_frame(renderer, page, texts.text("withdrawn.title"), address, summary.title),
            large=name == urls.LARGE_PRINT,
            notice=summary,
            published=minute_of(summary.moment if summary.published_time else summary.published),
            withdrawn=minute_of(sealed),
            machine=sealed,
            versions=_lines(withdrawn, page, texts),
            withheld=withdrawn.withheld,
            history=urls.as_link(urls.history_page(summary.slug), page),
            matter=view_matter_links(summary.slug, withdrawn.matter, page, texts),
        )
        files[name] = html.encode()
    files = {own.beside(name): data for name, data in files.items()}
    if withdrawn.matter and withdrawn.matter.first == summary.slug:
        files |= matter_files(withdrawn.matter, renderer)
    return files


def withdrawal(note: str, texts: PageTexts) -> str:
    """Return the sentence that says that a notice was withdrawn, and why."""
    return texts.text("history.withdrawn", note=note)


def render_withheld(page: str, slug: str, title: str, renderer: Renderer) -> bytes:
    """Return what stands in place of a sealed version, or a comparison, that is not shown.

    Args:
        page: its place.
        slug: of the notice.
        title: of the notice.
        renderer: tools of all pages.

    Raises:
        TemplateError: a template is broken.

    """
    address = urls.absolute(renderer.site.base_url, page)
    html = renderer.templates.render(
        "withheld.html",
        frame=_frame(renderer, page, renderer.texts.text("withheld.title"), address, title),
        title=title,
        notice=urls.as_link(urls.NoticeUrls(slug).page, page),
    )
    return html.encode()


def render_bare_history(versions: Sequence[SealedVersion], renderer: Renderer) -> bytes:
    """Return the history of versions that are not shown: when and why each was sealed.

    Raises:
        TemplateError: a template is broken.

    """
    page, last = urls.history_page(versions[-1].slug), versions[-1]
    view = view_history(versions, page, last.note, renderer.texts)
    lines = tuple(line._replace(compared=()) for line in view.versions)
    view = view._replace(versions=lines, tracked=False)
    name = renderer.texts.text("version.all")
    frame = _frame(renderer, page, name, urls.absolute(renderer.site.base_url, page), last.title)
    return renderer.templates.render("history.html", frame=frame, view=view).encode()


def _lines(withdrawn: Withdrawn, page: str, texts: PageTexts) -> tuple[_VersionLine, ...]:
    return tuple(
        _VersionLine(
            version_name(number, texts),
            urls.as_link(urls.sealed_page(withdrawn.summary.slug, number), page),
            reason,
            minute_of(sealed),
            sealed,
        )
        for number, sealed, reason in reversed(withdrawn.versions)
    )


def _data(said: str, notice: bytes, renderer: Renderer) -> dict[str, bytes]:
    """Return what every file says that is no page: one sentence in its own form."""
    files = {}
    for name in (output.name for output in OUTPUTS):
        if name.endswith(".csv"):
            files[name] = one_cell_csv(said)
        elif name.endswith(".txt"):
            files[name] = f"\ufeff{said}\r\n".encode()
    return files | {urls.CANONICAL: notice}


def _json(values: dict[str, object]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=2).encode() + b"\n"


def _frame(renderer: Renderer, page: str, current: str, canonical: str, title: str = "") -> Frame:
    site = renderer.site
    window = (
        renderer.texts.text("former.window", current=current, title=title) if title else current
    )
    return build_frame(
        site,
        renderer.assets,
        page,
        title=f"{window} - {site.name}",
        current=current,
        canonical=canonical,
    )
