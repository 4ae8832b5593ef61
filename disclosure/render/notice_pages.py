"""All files of one notice."""

from typing import NamedTuple

from markupsafe import Markup

from disclosure.files import sha256_hex
from disclosure.model.canonical import canonical_bytes, content_digest, signed_bytes
from disclosure.model.figures import Figure
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline
from disclosure.model.review import SignOff
from disclosure.model.section import Status
from disclosure.render import urls
from disclosure.render.ledger import count_statuses, ledger_rows
from disclosure.render.linked_data import as_script, describe_article
from disclosure.render.plaintext import notice_text
from disclosure.render.prose import ProseSetter
from disclosure.render.qr import draw_qr
from disclosure.render.renderer import Renderer
from disclosure.render.tables import ledger_csv, metrics_csv
from disclosure.render.views.chart import draw_growth_chart
from disclosure.render.views.contacts import contacts_of, feedback_links, view_contact
from disclosure.render.views.figures import anchors_of, view_figures
from disclosure.render.views.frame import (
    Frame,
    build_frame,
    column_tags,
    notice_tags,
    site_tags,
)
from disclosure.render.views.notice import NoticeView, view_notice
from disclosure.render.views.page_links import attachment_links, file_links, version_note
from disclosure.render.views.signoff import view_stamp
from disclosure.render.views.summary import NoticeSummary, describe

# Their links are within the page or absolute, so both pages can hold the same bytes.
_SHARED_PARTS = ("opening", "contents", "chapters", "closing", "appendix")
NOTICE_TEMPLATES = ("notice.html", *(f"parts/{name}.html" for name in _SHARED_PARTS))


class NoticeSource(NamedTuple):
    """One loaded notice, with what stands beside it.

    Attributes:
        slug: name of its file.
        figures: by metric id.
        attachments: content of each attached file by its name.
        signed: who has signed off this very text, in order; empty unless all have.
        last_version: number and time of its last sealed version; empty where there is none.
        text_only: sealed before attachments belonged to the canonical form, and unchanged since.

    """

    slug: str
    notice: Notice
    figures: dict[str, Figure]
    outline: Outline
    attachments: dict[str, bytes]
    signed: tuple[SignOff, ...] = ()
    last_version: str = ""
    text_only: bool = False

    @property
    def canonical(self) -> bytes:
        """The bytes that are signed, sealed and published as ``notice.json``."""
        if self.text_only:
            return canonical_bytes(self.notice)
        digests = {name: sha256_hex(data) for name, data in self.attachments.items()}
        return signed_bytes(self.notice, digests)


class NoticeFiles(NamedTuple):
    """What became of one notice: its files by place in the site, and its line for the lists."""

    files: dict[str, bytes]
    summary: NoticeSummary


class Composed(NamedTuple):
    """A notice made ready for any kind of page.

    Attributes:
        view: the article.
        parts: those of its parts that every page shows alike.
        summary: its line for lists.
        address: of its page.
        data: its other forms (canonical JSON, CSV, text), by name.
    """

    view: NoticeView
    parts: dict[str, Markup]
    summary: NoticeSummary
    address: str
    data: dict[str, bytes]


def render_notice(source: NoticeSource, renderer: Renderer) -> NoticeFiles:
    """Return every file of a notice.

    Raises:
        TemplateError: a template is broken.

    """
    composed, own = compose(source, renderer), urls.NoticeUrls(source.slug)
    files = {
        **_pages(source, renderer, composed),
        **{own.folder + name: data for name, data in composed.data.items()},
    }
    files |= {own.attachment(name): data for name, data in source.attachments.items()}
    return NoticeFiles(files, composed.summary)


def compose(source: NoticeSource, renderer: Renderer) -> Composed:
    """Put a notice together.

    Raises:
        TemplateError: a template is broken.

    """
    notice = source.notice
    address = urls.absolute(renderer.site.base_url, urls.NoticeUrls(source.slug).page)
    prose = ProseSetter(source.figures, anchors_of(source.figures), renderer.markdown)
    canonical = source.canonical
    figures = view_figures(source.figures, renderer.texts)
    rows = ledger_rows(notice, source.outline, prose)
    contacts = contacts_of(notice, renderer.site)
    links = feedback_links(notice, renderer.site, address, renderer.texts)
    view = view_notice(
        notice,
        source.outline,
        prose,
        figures=figures,
        chart=draw_growth_chart(source.figures, renderer.texts),
        rows=rows,
        contacts=tuple(shown for contact in contacts if any(shown := view_contact(contact))),
        links=links,
        code=draw_qr(links.url or address),
        digest=content_digest(canonical),
        stamp=view_stamp(source.signed, renderer.site),
        texts=renderer.texts,
    )
    parts = {
        name: Markup(renderer.templates.render(f"parts/{name}.html", view=view))  # noqa: S704
        for name in _SHARED_PARTS
    }
    data = {
        "notice.json": canonical,
        "ledger.csv": ledger_csv(rows, address, renderer.texts),
        "metrics.csv": metrics_csv(figures, source.figures, renderer.texts),
        "notice.txt": notice_text(notice, source.outline, contacts, prose),
    }
    summary = _summary(source, view, count_statuses(rows), prose)
    return Composed(view, parts, summary, address, data)


def _summary(
    source: NoticeSource,
    view: NoticeView,
    statuses: tuple[tuple[Status, int], ...],
    prose: ProseSetter,
) -> NoticeSummary:
    notice, outline = source.notice, source.outline
    return NoticeSummary(
        slug=source.slug,
        title=notice.title,
        issuer=notice.issuer,
        source=view.source,
        published=notice.published.isoformat(),
        published_time=notice.published_time or "",
        description=describe(notice, tuple(prose.plain(text) for text in notice.lead)),
        categories=outline.categories,
        aspects=outline.aspects,
        problems=outline.problems,
        statuses=tuple((status.value, number) for status, number in statuses),
        digest=view.digest,
    )


def _pages(source: NoticeSource, renderer: Renderer, composed: Composed) -> dict[str, bytes]:
    """Return the notice in normal and in large print; what they share is rendered once."""
    own = urls.NoticeUrls(source.slug)
    view, parts, summary, address, _ = composed
    article = describe_article(
        source.notice, renderer.site, address, summary.description, renderer.texts
    )
    script, script_hash = as_script(article)
    shared = {
        "view": view,
        "parts": parts,
        "address": address,
        "linked_data": script,
        "linked_data_hash": script_hash,
    }
    sizes = {name: len(data) for name, data in source.attachments.items()}
    pages = {}
    for page, large in ((own.page, False), (own.large_print, True)):
        html = renderer.templates.render(
            "notice.html",
            **shared,
            large=large,
            frame=_frame(source.notice, renderer, page, summary, address),
            other_size=urls.as_link(own.page if large else own.large_print, page),
            attachments=attachment_links(source.notice, source.slug, page, sizes, renderer.texts),
            files=file_links(source.slug, page, renderer.texts),
            version=version_note(source.slug, source.last_version, page, renderer.texts),
        )
        pages[page] = html.encode()
    return pages


def _frame(
    notice: Notice, renderer: Renderer, page: str, summary: NoticeSummary, address: str
) -> Frame:
    tags = (
        *site_tags(renderer.site),
        *column_tags(renderer.site),
        *notice_tags(notice, summary, address),
    )
    return build_frame(
        renderer.site,
        renderer.assets,
        page,
        title=f"{notice.title} - {renderer.site.name}",
        description=summary.description,
        tags=tags,
        current=renderer.texts.text("page.notice"),
        canonical=address,
    )
