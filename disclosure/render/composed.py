"""A notice put together once, for whatever is made of it."""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from disclosure.document.document import Document, read_document
from disclosure.files import sha256_hex
from disclosure.model.canonical import canonical_bytes, content_digest, signed_bytes
from disclosure.model.figures import Figure
from disclosure.model.notice import Notice
from disclosure.model.outline import Outline
from disclosure.model.review import SignOff
from disclosure.model.status import Status
from disclosure.model.versions import LastVersion
from disclosure.render import urls
from disclosure.render.ledger import LedgerRow, count_statuses, ledger_rows
from disclosure.render.linked_data import LinkedData, describe_article
from disclosure.render.matter import MatterPage
from disclosure.render.pictures import Places, linked_places
from disclosure.render.prose import ProseSetter
from disclosure.render.renderer import Renderer
from disclosure.render.template_runtime import SharedPart
from disclosure.render.views.chart import draw_growth_chart
from disclosure.render.views.contacts import feedback_links
from disclosure.render.views.figures import view_figures
from disclosure.render.views.notice import NoticeView, view_notice
from disclosure.render.views.signoff import view_signoffs
from disclosure.render.views.summary import NoticeSummary, concerned, describe, published_moment


class SharedParts(NamedTuple):
    """What every page of a notice shows alike: its links are within the page or absolute."""

    opening: SharedPart
    contents: SharedPart
    chapters: SharedPart
    closing: SharedPart
    appendix: SharedPart


PART_TEMPLATES = tuple(f"parts/{name}.html" for name in SharedParts._fields)


class NoticeSource(NamedTuple):
    """One loaded notice, with what stands beside it.

    Attributes:
        slug: name of its file.
        figures: by metric id.
        attachments: content of each attached file by its name.
        signed: who has signed off this very text, in order; empty unless all have.
        last_version: its last sealed version; None where there is none.
        text_only: sealed before attachments belonged to the canonical form, and unchanged since.
        index_in_text: whether the index number stands in ``notice.txt``; it did not always.
        matter: what its page shows of other notices of its matter; None where that is nothing.

    """

    slug: str
    notice: Notice
    figures: dict[str, Figure]
    outline: Outline
    attachments: dict[str, bytes]
    signed: tuple[SignOff, ...] = ()
    last_version: LastVersion | None = None
    text_only: bool = False
    index_in_text: bool = True
    matter: MatterPage | None = None

    @property
    def canonical(self) -> bytes:
        """The bytes that are signed, sealed and published as ``notice.json``."""
        if self.text_only:
            return canonical_bytes(self.notice)
        digests = {name: sha256_hex(data) for name, data in self.attachments.items()}
        return signed_bytes(self.notice, digests)


class Composed(NamedTuple):
    """A notice made ready for any kind of file.

    Attributes:
        source: the notice.
        renderer: tools and settings.
        document: what the notice says.
        canonical: the bytes that are signed.
        prose: sets its texts.
        view: the article.
        shared: returns ``parts``, made when they are first asked for.
        rows: of its ledger.
        summary: its line for lists.
        address: of its page.
        linked_data: what its pages tell programs.
    """

    source: NoticeSource
    renderer: Renderer
    document: Document
    canonical: bytes
    prose: ProseSetter
    view: NoticeView
    shared: Callable[[], SharedParts]
    rows: tuple[LedgerRow, ...]
    summary: NoticeSummary
    address: str
    linked_data: LinkedData

    @property
    def parts(self) -> SharedParts:
        """Those parts that every page shows alike; text, data and Word files need none.

        Raises:
            TemplateError: a template is broken.

        """
        return self.shared()

    def parts_with(self, places: Places) -> SharedParts:
        """Return the parts for a page that finds the pictures elsewhere than the notice's own."""
        if not places:
            return self.parts
        chapters = _part("chapters", self.renderer, self.view, places)
        return self.parts._replace(chapters=chapters)


def compose(source: NoticeSource, renderer: Renderer) -> Composed:
    """Put a notice together."""
    document = read_document(
        source.notice, source.outline, renderer.site.contact, renderer.texts.document
    )
    renderer = renderer.naming(document.names)
    address = urls.absolute(renderer.site.base_url, urls.NoticeUrls(source.slug).page)
    figures = view_figures(source.figures, renderer.texts)
    prose = ProseSetter(
        source.figures,
        {name: row.anchor for name, row in figures.rows.items()},
        renderer.markdown,
        lambda: (value.raw for value in document.values if value.marked),
    )
    canonical = source.canonical
    rows = ledger_rows(document, prose, renderer.texts.document.labels)
    statuses = count_statuses(rows)
    links = feedback_links(document, address, renderer.texts)
    view = view_notice(
        document,
        source.outline,
        prose,
        figures=figures,
        chart=draw_growth_chart(source.figures, figures.rows, renderer.texts),
        rows=rows,
        statuses=statuses,
        links=links,
        code=renderer.codes.draw(links.url or address),
        digest=content_digest(canonical),
        signoffs=view_signoffs(source.signed, renderer.site),
        courses=source.matter.courses if source.matter else {},
        texts=renderer.texts,
    )
    places = linked_places(document, source.attachments, urls.NoticeUrls.attached_beside)
    summary = _summary(source, document, rows, statuses, prose)
    return Composed(
        source,
        renderer,
        document,
        canonical,
        prose,
        view,
        cache(partial(_parts, renderer, view, places)),
        rows,
        summary,
        address,
        describe_article(document, renderer.site, address, summary, renderer.texts),
    )


def _parts(renderer: Renderer, view: NoticeView, places: Places) -> SharedParts:
    return SharedParts(*(_part(name, renderer, view, places) for name in SharedParts._fields))


def _part(name: str, renderer: Renderer, view: NoticeView, places: Places) -> SharedPart:
    return renderer.templates.render_part(f"parts/{name}.html", view, places)


def _summary(
    source: NoticeSource,
    document: Document,
    rows: tuple[LedgerRow, ...],
    statuses: tuple[tuple[Status, int], ...],
    prose: ProseSetter,
) -> NoticeSummary:
    outline, last = source.outline, source.last_version
    change = last if last and last.changed else None
    return NoticeSummary(
        slug=source.slug,
        title=document.title,
        issuer=document.text("issuer"),
        source=document.source,
        published=document.text("day"),
        published_time=document.text("clock"),
        description=describe(document, prose),
        categories=outline.categories,
        aspects=outline.aspects,
        # The index counts what a notice is about, not what part of it is listed.
        problems=0 if outline.partial else outline.problems,
        statuses=tuple((status.value, number) for status, number in statuses),
        genre=document.text("genre"),
        units=concerned(document),
        searched="\n".join([f"{row.anchor} {row.title}" for row in rows]),
        updated=change.since(published_moment(document)) if change else "",
        version=change.number if change else 0,
        reason=change.reason if change else "",
        note=change.note if change else "",
    )
