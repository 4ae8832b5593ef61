"""Pages and lists of the site as a whole, from summaries alone."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from disclosure.render import urls
from disclosure.render.catalogue import PAGE_LENGTH, catalogue
from disclosure.render.feeds import atom_feed, channel_of, robots_txt
from disclosure.render.front_page import front_page
from disclosure.render.list_pages import LIST_TEMPLATES, ListFile, list_files, list_places
from disclosure.render.renderer import Renderer
from disclosure.render.sitemaps import SitemapPage, sitemaps
from disclosure.render.views.entries import by_year, view_entry
from disclosure.render.views.frame import build_frame, column_tags, site_tags
from disclosure.render.views.lists import Catalogue, view_kind
from disclosure.render.views.summary import NoticeSummary

SITE_TEMPLATES = ("index.html", "404.html", *LIST_TEMPLATES)


class SiteFiles(NamedTuple):
    """The site's own files: those that are always made, and those that may be as they were."""

    files: dict[str, bytes]
    lists: Iterator[ListFile]


def render_site(
    summaries: Sequence[NoticeSummary], renderer: Renderer, head: str = ""
) -> SiteFiles:
    """Return index, lists, feeds, sitemap, robots.txt, 404 page and assets.

    Args:
        summaries: of all notices, in any order; drafts without a date stand in no list.
        renderer: tools of all pages.
        head: digest of the archive's last line; empty where nothing was sealed.

    Raises:
        TemplateError: a template is broken.

    """
    dated = (summary for summary in summaries if summary.published)
    newest = sorted(dated, key=lambda summary: summary.order, reverse=True)
    files = {asset.url: asset.content for asset in renderer.assets.all()}
    lists = catalogue(newest)
    if lists:
        files |= {asset.url: asset.content for asset in renderer.assets.of_lists()}
    if len(newest) > PAGE_LENGTH:
        files[urls.INDEX] = front_page(newest, lists, bool(head), renderer)
    else:
        files[urls.INDEX] = _index(newest, lists, bool(head), renderer)
    files[urls.NOT_FOUND] = _not_found(renderer)
    feed = channel_of(renderer.site)
    files[urls.FEED] = atom_feed(newest, renderer.site, feed, head, renderer.texts)
    files |= sitemaps(_pages(newest, lists), renderer.site)
    files[urls.ROBOTS] = robots_txt(renderer.site)
    return SiteFiles(files, list_files(newest, lists, renderer))


def _pages(newest: Sequence[NoticeSummary], lists: Catalogue) -> tuple[SitemapPage, ...]:
    return (
        SitemapPage(urls.INDEX, max((each.changed for each in newest), default="")),
        *(SitemapPage(*each) for each in list_places(lists)),
        *(SitemapPage(urls.NoticeUrls(each.slug).page, each.changed) for each in newest),
    )


def _index(
    newest: Sequence[NoticeSummary], lists: Catalogue, archived: bool, renderer: Renderer
) -> bytes:
    site = renderer.site
    entry = partial(view_entry, page=urls.INDEX, texts=renderer.texts, described=True)
    frame = build_frame(
        site,
        renderer.assets,
        urls.INDEX,
        title=f"{site.column.name} - {site.name}",
        description=site.column.description,
        tags=(*site_tags(site), *column_tags(site)),
        current=site.column.name,
        canonical=urls.root(site.base_url),
    )
    html = renderer.templates.render(
        "index.html",
        frame=frame,
        column=site.column,
        years=by_year(newest, entry),
        total=len(newest),
        kinds=[view_kind(kind, of_kind, urls.INDEX, renderer) for kind, of_kind in lists.items()],
        as_of=urls.as_link(urls.AS_OF, urls.INDEX) if archived else "",
    )
    return html.encode()


def _not_found(renderer: Renderer) -> bytes:
    site, title = renderer.site, renderer.texts.text("not_found.title")
    frame = build_frame(
        site,
        renderer.assets,
        urls.NOT_FOUND,
        title=f"{title} - {site.name}",
        current=title,
        absolute_links=True,
    )
    return renderer.templates.render("404.html", frame=frame).encode()
