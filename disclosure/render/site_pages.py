"""Pages and lists of the site as a whole, from summaries alone."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.feeds import atom_feed, robots_txt, sitemap_xml
from disclosure.render.renderer import Renderer
from disclosure.render.views.frame import build_frame, column_tags, site_tags
from disclosure.render.views.summary import NoticeSummary

SITE_TEMPLATES = ("index.html", "404.html")


class IndexEntry(NamedTuple):
    """One notice in the list."""

    href: str
    title: str
    issuer: str
    published: str
    description: str
    counts: tuple[str, ...]
    statuses: tuple[str, ...]
    withdrawn: str = ""


class IndexYear(NamedTuple):
    """The notices of one year, newest first."""

    year: str
    entries: tuple[IndexEntry, ...]


def render_site(
    summaries: Sequence[NoticeSummary], renderer: Renderer, head: str = ""
) -> dict[str, bytes]:
    """Return index, feed, sitemap, robots.txt, 404 page and assets.

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
    files[urls.INDEX] = _index(newest, renderer)
    files[urls.NOT_FOUND] = _not_found(renderer)
    files[urls.FEED] = atom_feed(newest, renderer.site, head, renderer.texts)
    files[urls.SITEMAP] = sitemap_xml(newest, renderer.site)
    files[urls.ROBOTS] = robots_txt(renderer.site)
    return files


def _index(newest: Sequence[NoticeSummary], renderer: Renderer) -> bytes:
    site = renderer.site
    years = tuple(
        IndexYear(year, tuple(_entry(summary, renderer.texts) for summary in group))
        for year, group in groupby(newest, key=lambda summary: summary.published[:4])
    )
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
        "index.html", frame=frame, column=site.column, years=years, total=len(newest)
    )
    return html.encode()


def _entry(summary: NoticeSummary, texts: PageTexts) -> IndexEntry:
    counts = (
        (summary.categories, texts.text("count.categories")),
        (summary.aspects, texts.text("count.aspects")),
        (summary.problems, texts.text("count.problems")),
    )
    return IndexEntry(
        href=urls.as_link(urls.NoticeUrls(summary.slug).page, urls.INDEX),
        title=summary.title,
        issuer=summary.issuer,
        published=summary.published,
        description=summary.description,
        counts=tuple(
            texts.text("count.line", number=number, label=label)
            for number, label in counts
            if number
        ),
        statuses=tuple(
            texts.text("count.status", status=status, number=number)
            for status, number in summary.statuses
        ),
        withdrawn=texts.text("withdrawn.title") if summary.withdrawn else "",
    )


def _not_found(renderer: Renderer) -> bytes:
    site, title = renderer.site, renderer.texts.text("not_found.title")
    frame = build_frame(
        site,
        renderer.assets,
        urls.NOT_FOUND,
        title=f"{title} - {site.name}",
        description="",
        tags=site_tags(site),
        current=title,
        absolute_links=True,
    )
    return renderer.templates.render("404.html", frame=frame).encode()
