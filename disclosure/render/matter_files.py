"""The matter's own files: one ledger over all its notices, as a page and for spreadsheets."""

from collections.abc import Iterator

from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.matter import MatterCell, MatterPage, MatterRow
from disclosure.render.renderer import Renderer
from disclosure.render.tables import csv_table
from disclosure.render.views.frame import build_frame
from disclosure.render.views.matter import view_matter_ledger

MATTER_TEMPLATES = ("matter.html",)


def matter_files(matter: MatterPage, renderer: Renderer) -> dict[str, bytes]:
    """Return the files of a matter by their places in the site.

    Args:
        matter: what is shown beside its first notice.
        renderer: tools of all pages.

    Raises:
        TemplateError: a template is broken.

    """
    page, texts, site = urls.matter_page(matter.first), renderer.texts, renderer.site
    name = texts.text("matter.ledger")
    frame = build_frame(
        site,
        renderer.assets,
        page,
        title=f"{name} - {matter.links[0].title}",
        current=name,
        canonical=urls.absolute(site.base_url, page),
    )
    html = renderer.templates.render(
        "matter.html", frame=frame, view=view_matter_ledger(matter, page, texts)
    )
    return {page: html.encode(), urls.matter_csv(matter.first): _table(matter, renderer)}


def _table(matter: MatterPage, renderer: Renderer) -> bytes:
    """Return the ledger as ``ledger.csv`` is written; a column of states for each notice."""
    texts, base_url = renderer.texts, renderer.site.base_url
    shown = [link for link in matter.links if link.machine]
    head = [texts.text("ledger.problem")]
    head += [link.machine for link in shown]
    head += [texts.text("matter.address", day=link.machine) for link in shown]
    return csv_table(head, (_cells(row, base_url, texts) for row in matter.rows))


def _cells(row: MatterRow, base_url: str, texts: PageTexts) -> tuple[str, ...]:
    states = [
        texts.text("mark.clauses").join(_said(cell, texts) for cell in cells) or why
        for cells, why in zip(row.cells, row.dropped, strict=True)
    ]
    places = ["\n".join(_addresses(cells, base_url)) for cells in row.cells]
    return row.title, *states, *places


def _said(cell: MatterCell, texts: PageTexts) -> str:
    own = cell.status.value if cell.status else ""
    return own + cell.offices or texts.text("history.listed")


def _addresses(cells: tuple[MatterCell, ...], base_url: str) -> Iterator[str]:
    for cell in cells:
        address = urls.absolute(base_url, urls.NoticeUrls(cell.slug).page)
        yield f"{address}#{cell.anchor}"
