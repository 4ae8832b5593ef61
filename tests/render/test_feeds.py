"""Feed, sitemap and robots.txt as programs read them."""

from pathlib import Path
from xml.etree import ElementTree

from disclosure.pipeline.build import build_site
from tests.conftest import NOTICE, Project

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def parse(path: Path) -> ElementTree.Element:
    """Parse an XML file."""
    return ElementTree.fromstring(path.read_bytes())  # noqa: S314 - our own file


def test_feed_is_newest_first(project: Project) -> None:
    """Entries stand newest first, dated in Chinese time, with permanent ids."""
    project.write("second", NOTICE.replace("2022-02-23", "2023-02-23"))
    build_site(project.settings)
    feed = parse(project.output / "feed.xml")
    entries = feed.findall("a:entry", ATOM)
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
    assert ids == [
        "https://www.example.gov.cn/gk/notices/second/",
        "https://www.example.gov.cn/gk/notices/first/",
    ]
    assert feed.findtext("a:updated", namespaces=ATOM) == "2023-02-23T09:30:00+08:00"


def test_sitemap_lists_every_page(project: Project) -> None:
    """The sitemap names the list and every notice with its day."""
    build_site(project.settings)
    rows = parse(project.output / "sitemap.xml").findall("s:url", SITEMAP)
    found = {
        row.findtext("s:loc", namespaces=SITEMAP): row.findtext("s:lastmod", namespaces=SITEMAP)
        for row in rows
    }
    assert found == {
        "https://www.example.gov.cn/gk/": "2022-02-23",
        "https://www.example.gov.cn/gk/notices/first/": "2022-02-23",
    }


def test_robots_names_the_sitemap(project: Project) -> None:
    """robots.txt lets everybody in and names the sitemap."""
    build_site(project.settings)
    text = (project.output / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap: https://www.example.gov.cn/gk/sitemap.xml\n" in text
    assert "Disallow" not in text


def test_hostile_title_is_escaped(project: Project) -> None:
    """Markup in a title cannot break the XML."""
    project.write("first", NOTICE.replace("关于巡察", "]]><x>&amp;\u3000<!--关于巡察", 1))
    build_site(project.settings)
    title = parse(project.output / "feed.xml").findtext("a:entry/a:title", namespaces=ATOM)
    assert title == "中共某县某局党组]]><x>&amp;\u3000<!--整改进展情况的通报".replace(
        "<!--", "<!--关于巡察"
    )
