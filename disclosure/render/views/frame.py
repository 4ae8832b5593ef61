"""The frame that every page shares: head tags, masthead, breadcrumb, foot."""

from typing import NamedTuple

from disclosure.document.document import Document
from disclosure.model.site import Site
from disclosure.render import urls
from disclosure.render.assets import Assets
from disclosure.render.views.summary import NoticeSummary

# 国办发〔2017〕47号 wants these exact names; empty ones are worse than none (standards §1.1).
_DEFAULT_CLOCK = "00:00"


class Tag(NamedTuple):
    """One ``<meta name= content=>``."""

    name: str
    content: str


class Link(NamedTuple):
    """A link with its words."""

    text: str
    href: str


class Foot(NamedTuple):
    """The foot of the page; what is not configured is empty and not shown."""

    organizer: str
    site_code: str
    icp: str
    police_record: str
    police_href: str
    report_error: str
    feed: str
    all_notices: str


class Frame(NamedTuple):
    """What a page needs around its content.

    Attributes:
        title: of the window.
        description: of the page, for search engines; may be empty.
        canonical: public address; empty on pages that have none.
        tags: government page tags in official order.
        crumbs: from the site down to this page's parent; the page itself is not a link.
        current: the page's own name in the breadcrumb.

    """

    title: str
    site_name: str
    description: str
    canonical: str
    tags: tuple[Tag, ...]
    crumbs: tuple[Link, ...]
    current: str
    home: str
    style: str
    script: str
    icon: str
    feed: str
    foot: Foot


def site_tags(site: Site) -> tuple[Tag, ...]:
    """Return 网站标签: on every page."""
    tags = (
        Tag("SiteName", site.name),
        Tag("SiteDomain", urls.host(site.base_url)),
        Tag("SiteIDCode", site.site_code or ""),
    )
    return tuple(tag for tag in tags if tag.content)


def column_tags(site: Site) -> tuple[Tag, ...]:
    """Return 栏目标签: on lists and on notices."""
    column = site.column
    return (
        Tag("ColumnName", column.name),
        Tag("ColumnDescription", column.description),
        Tag("ColumnKeywords", ",".join(column.keywords)),
        Tag("ColumnType", column.type),
    )


def article_tags(
    title: str, published: str, clock: str, source: str, extra: tuple[Tag, ...]
) -> tuple[Tag, ...]:
    """Return 内容标签: on notices. ``PubDate`` is ``YYYY-MM-DD HH:MM`` and nothing else.

    A draft without a date has no ``PubDate``; it is not published.
    """
    dated = (Tag("PubDate", f"{published} {clock or _DEFAULT_CLOCK}"),) if published else ()
    required = (Tag("ArticleTitle", title), *dated, Tag("ContentSource", source))
    return (*required, *(tag for tag in extra if tag.content))


def notice_tags(document: Document, summary: NoticeSummary, address: str) -> tuple[Tag, ...]:
    """Return the 内容标签 of a notice, the optional ones among them."""
    extra = (
        Tag("Keywords", document.text("keywords")),
        Tag("Author", document.text("issuer")),
        Tag("Description", summary.description),
        Tag("Url", address),
    )
    day, clock = summary.published, summary.published_time
    return article_tags(document.title, day, clock, summary.source, extra)


def site_frame(site: Site, assets: Assets, root: str) -> Frame:
    """Return what the frames of all pages have that are as far from the site's root.

    Args:
        site: whose pages they are.
        assets: what they load.
        root: the link from them to the site's root, with its final slash; empty for pages there.

    """
    home, feed = root or "./", root + urls.FEED
    digits = "".join(c for c in site.police_record or "" if c.isdigit())
    return Frame(
        title="",
        site_name=site.name,
        description="",
        canonical="",
        tags=site_tags(site),
        crumbs=(
            *(Link(crumb.name, crumb.url) for crumb in site.parents),
            Link(site.column.name, home),
        ),
        current="",
        home=home,
        style=root + assets.style.url,
        script=root + assets.script.url,
        icon=root + assets.icon.url,
        feed=feed,
        foot=Foot(
            organizer=site.organizer or "",
            site_code=site.site_code or "",
            icp=site.icp or "",
            police_record=site.police_record or "",
            police_href=f"https://beian.mps.gov.cn/#/query/webSearch?code={digits}",
            report_error=site.report_error or "",
            feed=feed,
            all_notices=home,
        ),
    )


def build_frame(
    site: Site,
    assets: Assets,
    page: str,
    *,
    title: str,
    current: str,
    description: str = "",
    tags: tuple[Tag, ...] | None = None,
    canonical: str = "",
    absolute_links: bool = False,
) -> Frame:
    """Return the frame of ``page``.

    Args:
        page: place of the page in the site.
        tags: those of the site where nothing is given.
        absolute_links: link from the root of the host instead of relatively; for the 404
            page, which is served in place of any address.

    """
    root = urls.root_path(site.base_url) if absolute_links else urls.upward(page)
    frame = site_frame(site, assets, root)
    return frame._replace(
        title=title,
        description=description,
        canonical=canonical,
        tags=frame.tags if tags is None else tags,
        crumbs=frame.crumbs[:-1] if page == urls.INDEX else frame.crumbs,
        current=current,
    )
