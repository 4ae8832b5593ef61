"""The front of a site with many notices: what they are found by, and the newest of them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from disclosure.render import urls
from disclosure.render.catalogue import PAGE_LENGTH, ListKind
from disclosure.render.renderer import Renderer
from disclosure.render.search_index import search_parts
from disclosure.render.views.entries import ListLink, by_year
from disclosure.render.views.frame import build_frame, column_tags, site_tags
from disclosure.render.views.lists import (
    Catalogue,
    list_item,
    list_links,
    loaded_by,
    view_kind,
)
from disclosure.render.views.summary import NoticeSummary

# More names than this are a page of their own; the front then says how many there are.
_UNITS_ON_FRONT: Final = 100


class _Search(NamedTuple):
    """Where the search finds what it reads."""

    parts: str
    units: str
    home: str


def front_page(
    newest: Sequence[NoticeSummary], lists: Catalogue, archived: bool, renderer: Renderer
) -> bytes:
    """Return the index of a site whose notices do not fit one page.

    Args:
        newest: all notices, newest first.
        lists: what they are found by.
        archived: whether versions were sealed.
        renderer: tools of all pages.

    Raises:
        TemplateError: a template is broken.

    """
    site, texts, page = renderer.site, renderer.texts, urls.INDEX
    frame = build_frame(
        site,
        renderer.assets,
        page,
        title=f"{site.column.name} - {site.name}",
        description=site.column.description,
        tags=(*site_tags(site), *column_tags(site)),
        current=site.column.name,
        canonical=urls.root(site.base_url),
    )
    kinds = {kind: view_kind(kind, of_kind, page, renderer) for kind, of_kind in lists.items()}
    units = kinds.get(ListKind.UNIT)
    if units and len(units.links) > _UNITS_ON_FRONT:
        every = texts.text("lists.all_units", count=len(units.links))
        kinds[ListKind.UNIT] = units._replace(links=(ListLink(every, "", units.href),))
        units = None
    elif units:
        del kinds[ListKind.UNIT]
    left = {summary.published[:4] for summary in newest[PAGE_LENGTH:]}
    earlier = [year for year in lists[ListKind.YEAR] if year.name in left]
    parts = (urls.as_link(part.place, page) for part in search_parts(newest))
    html = renderer.templates.render(
        "front.html",
        frame=frame,
        assets=loaded_by(page, renderer),
        column=site.column,
        total=len(newest),
        shown=PAGE_LENGTH,
        search=_Search(
            " ".join(parts),
            urls.as_link(urls.SEARCHED_UNITS, page) if ListKind.UNIT in lists else "",
            urls.as_link(urls.LISTS, page),
        ),
        units=units,
        kinds=[*kinds.values()],
        as_of=urls.as_link(urls.AS_OF, page) if archived else "",
        years=by_year(
            newest[:PAGE_LENGTH],
            lambda summary: list_item(summary, page, renderer),
        ),
        earlier=[*list_links(earlier, page, renderer)],
    )
    return html.encode()
