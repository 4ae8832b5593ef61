"""The notice as PDF/UA-1, set as an official document (GB/T 9704-2012), by WeasyPrint."""

import io

from markupsafe import Markup

from disclosure.errors import ExtraError, TemplateError, UnprintableError
from disclosure.render.composed import Composed
from disclosure.render.deliveries.blocks import (
    facts_block,
    head_facts,
    head_line,
    text_blocks,
    without_links,
)
from disclosure.render.deliveries.legible import refuse_illegible, set_apart
from disclosure.render.environment import Templates
from disclosure.render.inline import inline
from disclosure.render.ledger import LedgerRow
from disclosure.render.matter import CourseStep
from disclosure.render.pictures import embedded_places
from disclosure.zh.phrases import title_lines

# 156 mm of 22 pt type, and a little air.
_TITLE_WIDTH = 19.5
_TEMPLATE = "deliveries/pdf.html"


def _courses(composed: Composed) -> tuple[tuple[LedgerRow, tuple[CourseStep, ...]], ...]:
    """Return the problems that earlier notices of the matter have told of, and what they said."""
    courses = composed.source.matter.courses if composed.source.matter else {}
    return tuple((row, courses[row.anchor]) for row in composed.rows if row.anchor in courses)


def render_pdf(composed: Composed) -> bytes:
    """Return the notice as a tagged PDF with its fonts in it.

    The same text gives the same bytes on the same machine; its fonts and packages leave their
    traces, so another machine may write others. Dates in it are the notice's.

    Raises:
        ExtraError: WeasyPrint, or the system's Pango, is not installed.
        UnprintableError: a character has no glyph here, or would be read as another one.
        TemplateError: the template is broken, or it would load something.

    """
    document, templates = composed.document, composed.renderer.templates
    places = embedded_places(document, composed.source.attachments)
    html = templates.render(
        _TEMPLATE,
        title=document.title,
        title_lines=title_lines(document.title, _TITLE_WIDTH),
        issuer=document.text("issuer"),
        description=composed.summary.description,
        keywords=document.text("keywords"),
        published=document.published.machine if document.published else "",
        style=_style(templates),
        below_title=[head_line(line) for line in document.below_title],
        head=without_links((facts_block(head_facts(document)),)),
        blocks=without_links(text_blocks(document, composed.prose)),
        courses=_courses(composed),
        places=places,
    )
    try:
        return _write(html, bool(places))
    except UnprintableError as error:
        if not all(read for _, read in error.lost):
            raise
        return _write(set_apart(html, (character for character, _ in error.lost)), bool(places))


def _style(templates: Templates) -> Markup:
    path = templates.folder / "deliveries" / "pdf.css"
    try:
        return inline(path.name, path.read_text("utf-8")).text
    except OSError as error:
        raise TemplateError("template.absent", name=path.name) from error


def _write(html: str, pictured: bool) -> bytes:
    try:
        # OSError: the package is there, the system's Pango is not.
        from weasyprint import HTML
        from weasyprint.urls import FatalURLFetchingError, URLFetcher
    except (ImportError, OSError) as error:
        raise ExtraError("pdf") from error
    out = io.BytesIO()
    # The template holds all it needs, pictures too; content has no say in what is loaded.
    allowed = ("data",) if pictured else ()
    nothing = URLFetcher(allowed_protocols=allowed, fail_on_errors=True)
    try:
        HTML(string=html, url_fetcher=nothing).write_pdf(
            out, finisher=refuse_illegible, pdf_variant="pdf/ua-1"
        )
    except FatalURLFetchingError as error:
        detail = str(error)
        raise TemplateError("template.broken", name=_TEMPLATE, line="?", detail=detail) from error
    return out.getvalue()
