"""Lists for programs: Atom feed (RFC 4287), sitemap, robots.txt."""

from collections.abc import Sequence
from datetime import datetime
from io import StringIO
from xml.sax.saxutils import escape

from feedgenerator import Atom1Feed

from disclosure.clock import CHINA
from disclosure.model.site import Site
from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.views.summary import NoticeSummary

FEED_LENGTH = 50


def atom_feed(newest: Sequence[NoticeSummary], site: Site, head: str, texts: PageTexts) -> bytes:
    """Return the newest notices as an Atom feed.

    Args:
        newest: notices, newest first.
        site: whose feed it is.
        head: digest of the archive's last line, so that whoever keeps the feed can tell later
            whether the record was cut off; empty where nothing was sealed.
        texts: the words of pages.

    Its dates come from the notices, so that the same content gives the same bytes.
    """
    description = site.column.description
    if head:
        description = texts.text("feed.head", description=description, head=head)
    feed = _StableFeed(
        title=f"{site.name} {site.column.name}",
        link=urls.root(site.base_url),
        description=description,
        language=texts.text("page.language"),
        author_name=site.organizer or site.name,
        feed_url=urls.absolute(site.base_url, urls.FEED),
        feed_guid=urls.root(site.base_url),
    )
    for summary in newest[:FEED_LENGTH]:
        address = urls.absolute(site.base_url, urls.NoticeUrls(summary.slug).page)
        moment = _moment(summary)
        feed.add_item(
            title=summary.title,
            link=address,
            description=summary.description,
            unique_id=address,
            author_name=summary.issuer,
            pubdate=moment,
            updateddate=moment,
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode() + b"\n"


def sitemap_xml(newest: Sequence[NoticeSummary], site: Site) -> bytes:
    """Return the addresses that search engines should know (sitemaps.org 0.9)."""
    rows = [_sitemap_row(urls.root(site.base_url), newest[0].published if newest else "")]
    rows += [
        _sitemap_row(
            urls.absolute(site.base_url, urls.NoticeUrls(summary.slug).page), summary.published
        )
        for summary in newest
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{head}<urlset xmlns="{space}">\n{"".join(rows)}</urlset>\n'.encode()


def robots_txt(site: Site) -> bytes:
    """Let everybody read everything, and say where the sitemap is."""
    sitemap = urls.absolute(site.base_url, urls.SITEMAP)
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n".encode()


class _StableFeed(Atom1Feed):  # type: ignore[misc]
    """An empty feed would be dated now; ours is dated by its newest entry or not at all."""

    def latest_post_date(self) -> datetime:
        dates: list[datetime] = [item["updateddate"] for item in self.items]
        return max(dates, default=datetime(1970, 1, 1, tzinfo=CHINA))


def _moment(summary: NoticeSummary) -> datetime:
    clock = summary.published_time or "00:00"
    return datetime.fromisoformat(f"{summary.published}T{clock}:00").replace(tzinfo=CHINA)


def _sitemap_row(address: str, day: str) -> str:
    dated = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address)}</loc>{dated}</url>\n"
