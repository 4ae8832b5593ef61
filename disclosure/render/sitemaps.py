"""Sitemaps (sitemaps.org 0.9): every page that search engines should know, with its day."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from disclosure.model.site import Site
from disclosure.render import urls

# What the protocol allows in one file.
SITEMAP_LENGTH: Final = 50_000
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SitemapPage(NamedTuple):
    """A page: its place in the site, and when it was changed last, or nothing."""

    place: str
    changed: str


def sitemaps(
    pages: Sequence[SitemapPage], site: Site, limit: int = SITEMAP_LENGTH
) -> dict[str, bytes]:
    """Return the sitemap; where it grows too long, several, and one that names them.

    Args:
        pages: of the site; the newest notices first.
        site: whose pages they are.
        limit: addresses in one file.

    Several are cut from the end, so that what is new changes the last of them alone.
    """
    if len(pages) <= limit:
        return {urls.SITEMAP: _file("urlset", (_row("url", page, site) for page in pages))}
    oldest = pages[::-1]
    parts = [oldest[at : at + limit] for at in range(0, len(oldest), limit)]
    files, named = {}, []
    for number, part in enumerate(parts, 1):
        place = urls.sitemap_part(number)
        files[place] = _file("urlset", (_row("url", page, site) for page in part))
        named.append(SitemapPage(place, max(page.changed for page in part)))
    files[urls.SITEMAP] = _file("sitemapindex", (_row("sitemap", each, site) for each in named))
    return files


def _file(kind: str, rows: Iterable[str]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{kind} xmlns="{_SPACE}">\n{"".join(rows)}</{kind}>\n'.encode()


def _row(kind: str, page: SitemapPage, site: Site) -> str:
    address = escape(urls.absolute(site.base_url, page.place))
    dated = f"<lastmod>{page.changed[:10]}</lastmod>" if page.changed else ""
    return f"<{kind}><loc>{address}</loc>{dated}</{kind}>\n"
