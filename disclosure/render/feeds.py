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
        newest: notices, in any order; what was published or changed last stands first.
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
    latest = sorted(
        newest, key=lambda each: (each.changed, each.published_time, each.slug), reverse=True
    )
    for summary in latest[:FEED_LENGTH]:
        address = urls.absolute(site.base_url, urls.NoticeUrls(summary.slug).page)
        feed.add_item(
            title=summary.title,
            link=address,
            description=_description(summary, texts),
            unique_id=address,
            author_name=summary.issuer,
            pubdate=datetime.fromisoformat(summary.moment),
            updateddate=datetime.fromisoformat(summary.changed),
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode() + b"\n"


def sitemap_xml(newest: Sequence[NoticeSummary], site: Site) -> bytes:
    """Return the addresses that search engines should know (sitemaps.org 0.9)."""
    last = max((summary.changed for summary in newest), default="")
    rows = [_sitemap_row(urls.root(site.base_url), last)]
    rows += [
        _sitemap_row(
            urls.absolute(site.base_url, urls.NoticeUrls(summary.slug).page), summary.changed
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


def _order(summary: NoticeSummary) -> tuple[str, str, str]:
    return summary.changed, summary.published_time, summary.slug


def _description(summary: NoticeSummary, texts: PageTexts) -> str:
    """Return what a feed says of a notice: of one that was changed, first how."""
    if not summary.updated:
        return summary.description
    change = texts.text(
        "version.change",
        version=texts.text("version.name", number=summary.version),
        reason=summary.reason,
        note=summary.note,
    )
    return texts.text("feed.changed", change=change, description=summary.description)


def _sitemap_row(address: str, moment: str) -> str:
    dated = f"<lastmod>{moment[:10]}</lastmod>" if moment else ""
    return f"<url><loc>{escape(address)}</loc>{dated}</url>\n"
