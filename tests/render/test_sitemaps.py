"""Sitemaps as search engines read them, also where one file cannot hold everything."""

from pathlib import PurePosixPath
from xml.etree import ElementTree

from disclosure.model.site import Site
from disclosure.render.sitemaps import SitemapPage, sitemaps
from disclosure.source.load import load_site
from tests.conftest import SITE

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
BASE = "https://www.example.gov.cn/gk/"


def site() -> Site:
    """Return the site of the tests."""
    found = load_site(SITE.encode(), PurePosixPath("site.yaml")).model
    assert found is not None
    return found


def pages(count: int) -> list[SitemapPage]:
    """Return as many pages, the newest first."""
    return [
        SitemapPage(f"notices/n-{number}/index.html", f"20{number:02}-01-01")
        for number in range(count, 0, -1)
    ]


def addresses(data: bytes) -> list[str]:
    """Return every address that a file names."""
    root = ElementTree.fromstring(data)  # noqa: S314 - our own file
    return [each.text or "" for each in root.iterfind(".//s:loc", SPACE)]


def test_one_file_while_it_holds_them() -> None:
    """As many addresses as allowed stand in sitemap.xml alone."""
    files = sitemaps(pages(6), site(), limit=6)
    assert list(files) == ["sitemap.xml"]
    assert addresses(files["sitemap.xml"])[0] == BASE + "notices/n-6/"


def test_one_more_makes_several() -> None:
    """Then sitemap.xml names files that hold every page once, none too many, with its day."""
    files = sitemaps(pages(7), site(), limit=3)
    parts = [BASE + name for name in sorted(files) if name != "sitemap.xml"]
    assert addresses(files["sitemap.xml"]) == parts
    assert b"<sitemapindex" in files["sitemap.xml"]
    assert b"<lastmod>2007-01-01</lastmod>" in files["sitemap.xml"]
    held = [addresses(files[name.removeprefix(BASE)]) for name in parts]
    assert [len(each) for each in held] == [3, 3, 1]
    assert sorted(each for part in held for each in part) == sorted(
        f"{BASE}notices/n-{number}/" for number in range(1, 8)
    )


def test_what_is_new_changes_the_last_alone() -> None:
    """Older sitemaps keep their bytes when a notice is added."""
    before, after = sitemaps(pages(7), site(), limit=3), sitemaps(pages(8), site(), limit=3)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"sitemap.xml", "sitemap-3.xml"}
