"""Lists for programs: Atom feeds (RFC 4287) and robots.txt."""

from collections.abc import Sequence
from datetime import datetime
from io import StringIO
from typing import NamedTuple

from feedgenerator import Atom1Feed

from disclosure.clock import CHINA
from disclosure.model.site import Site
from disclosure.page_texts import PageTexts
from disclosure.render import urls
from disclosure.render.views.summary import NoticeSummary

FEED_LENGTH = 50


class Channel(NamedTuple):
    """What a feed is of.

    Attributes:
        title: of the feed.
        page: place of the page that lists the same notices.
        feed: place of the feed.

    """

    title: str
    page: str
    feed: str


def channel_of(site: Site) -> Channel:
    """Return the feed of all notices."""
    return Channel(f"{site.name} {site.column.name}", urls.INDEX, urls.FEED)


def atom_feed(
    newest: Sequence[NoticeSummary], site: Site, channel: Channel, head: str, texts: PageTexts
) -> bytes:
    """Return the newest notices as an Atom feed.

    Args:
        newest: notices, in any order; what was published or changed last stands first.
        site: whose feed it is.
        channel: what it is of.
        head: digest of the archive's last line, so that whoever keeps the feed can tell later
            whether the record was cut off; empty where nothing was sealed.
        texts: the words of pages.

    Its dates come from the notices, so that the same content gives the same bytes.
    """
    description, base = site.column.description, site.feed.id_base or site.base_url
    if head:
        description = texts.text("feed.head", description=description, head=head)
    home = urls.absolute(site.base_url, channel.page)
    feed = _StableFeed(
        title=channel.title,
        link=home,
        description=description,
        language=texts.text("page.language"),
        author_name=site.organizer or site.name,
        feed_url=urls.absolute(site.base_url, channel.feed),
        feed_guid=urls.absolute(base, channel.page),
    )
    for summary in sorted(newest, key=_order, reverse=True)[:FEED_LENGTH]:
        address = urls.absolute(site.base_url, urls.NoticeUrls(summary.slug).page)
        known = urls.NoticeUrls(summary.known_as or summary.slug).page
        feed.add_item(
            title=_title(summary, texts),
            link=address,
            description=_description(summary, texts),
            unique_id=urls.absolute(base, known),
            author_name=summary.issuer,
            pubdate=datetime.fromisoformat(summary.moment),
            updateddate=datetime.fromisoformat(summary.changed),
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode() + b"\n"


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


def _title(summary: NoticeSummary, texts: PageTexts) -> str:
    if not summary.withdrawn:
        return summary.title
    return texts.text("former.window", current=texts.text("withdrawn.title"), title=summary.title)


def _description(summary: NoticeSummary, texts: PageTexts) -> str:
    """Return what a feed says of a notice: of one that was changed, first how."""
    if not summary.version or summary.withdrawn:
        return summary.description
    change = texts.text(
        "version.change",
        version=texts.text("version.name", number=summary.version),
        reason=summary.reason,
        note=summary.note,
    )
    return texts.text("feed.changed", change=change, description=summary.description)
