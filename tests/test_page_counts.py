"""What an independent parser counts on the page of the real notice."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from tests.conftest import ROOT, Project
from tests.pages import by_class, elements, parse_page, visible_text

NOTICE = "notices/2022-02-23-jxzszx"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real content once."""
    root = tmp_path_factory.mktemp("real")
    output = root / "site"
    settings = Settings(root, ROOT / "content", ROOT / "templates", output, root / ".cache")
    assert build_site(settings).built
    return output


@pytest.mark.parametrize("page", ["index.html", "big/index.html"])
def test_counts(site: Path, page: str) -> None:
    """19 problems, 10 aspects, 3 categories, 44 enumerated outcomes, 4 headline figures with 同比."""
    root = parse_page(site / NOTICE / page)
    assert len(by_class(root, "dn-problem")) == 19
    counts = [visible_text(count).strip() for count in by_class(root, "dn-counts")]
    assert [count.split() for count in counts] == [["3个大类", "10个方面", "19个问题"]]
    marks = [visible_text(mark) for mark in by_class(root, "dn-mark")]
    assert sum(bool(re.fullmatch(r"（[一二三]）", mark)) for mark in marks) == 3
    assert [mark for mark in marks if re.fullmatch(r"\d+\.", mark)] == [
        f"{number}." for number in range(1, 11)
    ]
    words = [visible_text(word) for word in by_class(root, "dn-answer__word")]
    assert sum(word == "一是" for word in words) == 18
    assert len(words) == 44
    headings = [visible_text(each) for each in by_class(root, "dn-h2") + by_class(root, "dn-h3")]
    assert sum(heading.startswith("（") for heading in headings) == 3
    assert sum(bool(re.match(r"\d+\.", heading)) for heading in headings) == 10
    tiles = by_class(root, "dn-tile")
    assert [visible_text(tile).count("同比增长") for tile in tiles] == [1, 1, 1, 1]


def test_ways_to_reach_the_office(site: Path) -> None:
    """Telephone and mailbox are links, and each problem has its own prefilled mail."""
    links = [a.get("href", "") for a in elements(parse_page(site / NOTICE / "index.html"), "a")]
    assert "tel:+865632263070" in links
    assert "mailto:jxzshzzx@163.com" in links
    mails = [unquote(link) for link in links if link.startswith("mailto:jxzshzzx@163.com?")]
    numbers = [re.search(r"subject=意见建议：问题(\d+) ", mail) for mail in mails]
    assert [match[1] for match in numbers if match] == [str(n) for n in range(1, 20)]
    assert all("通报：中共泾县招商合作服务中心党组关于巡察整改进展情况的通报" in m for m in mails)
    assert all("\r\n" in mail for mail in mails)


def test_government_tags(site: Path) -> None:
    """The page tags of 国办发〔2017〕47号 stand once each, filled, and nothing is invented."""
    metas = elements(parse_page(site / NOTICE / "index.html"), "meta")
    tags = [(m.get("name"), m.get("content")) for m in metas if (m.get("name") or "a")[0].isupper()]
    assert dict(tags) == {
        "SiteName": "泾县人民政府",
        "SiteDomain": "www.ahjx.gov.cn",
        "ColumnName": "巡视巡察",
        "ColumnDescription": "公布巡察进驻、反馈和整改情况",
        "ColumnKeywords": "巡察,整改,通报",
        "ColumnType": "党务公开",
        "ArticleTitle": "中共泾县招商合作服务中心党组关于巡察整改进展情况的通报",
        "PubDate": "2022-02-23 00:00",
        "ContentSource": "泾县纪委",
        "Keywords": "巡察整改,招商引资,双招双引,党务公开",
        "Author": "中共泾县招商合作服务中心党组",
        "Description": "县委第四巡察组于2021年8月31日至9月13日，对泾县招商合作服务中心党组开展了巡察，"
        "现将巡察整改进展情况予以公布。",
        "Url": "https://www.ahjx.gov.cn/notices/2022-02-23-jxzszx/",
    }
    assert len(tags) == len(dict(tags))
    assert all(content and "null" not in content and "{" not in content for _, content in tags)
    lower = {(m.get("name") or "").lower() for m in metas} & {"keywords", "description", "author"}
    assert len([m for m in metas if (m.get("name") or "").lower() in lower]) == 3


def test_site_code_only_when_given(project: Project, site: Path) -> None:
    """Without a code there is no SiteIDCode tag; with one it is exact."""
    assert b"SiteIDCode" not in (site / "index.html").read_bytes()
    build_site(project.settings)
    page = project.output / "index.html"
    metas = elements(parse_page(page), "meta")
    assert {m.get("name"): m.get("content") for m in metas}["SiteIDCode"] == "3418230001"


def test_linked_data(site: Path) -> None:
    """The JSON-LD is one valid object that says what the page says."""
    root = parse_page(site / NOTICE / "index.html")
    (script,) = [s for s in elements(root, "script") if s.get("type") == "application/ld+json"]
    data = json.loads(script.text or "")
    assert data["headline"] == "中共泾县招商合作服务中心党组关于巡察整改进展情况的通报"
    assert (data["datePublished"], data["inLanguage"]) == ("2022-02-23", "zh-CN")


def test_links_within_the_page(site: Path) -> None:
    """Every id is unique and every link within a page leads somewhere."""
    for path in site.rglob("*.html"):
        root = parse_page(path)
        ids = [each.get("id", "") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids)), path
        targets = {
            a.get("href", "")[1:] for a in elements(root, "a") if a.get("href", "")[:1] == "#"
        }
        assert targets <= set(ids), path


def test_links_within_the_site(site: Path) -> None:
    """Every relative link on every page leads to a file of the site."""
    for path in site.rglob("*.html"):
        for tag, name in (("a", "href"), ("link", "href"), ("script", "src")):
            for each in elements(parse_page(path), tag):
                link = unquote(each.get(name) or "").partition("#")[0]
                if not link or re.match(r"[a-z]+:", link):
                    continue
                target = site / link[1:] if link[0] == "/" else path.parent / link
                target = target / "index.html" if link.endswith("/") else target
                assert target.is_file(), (path, link)


def test_page_is_small(site: Path) -> None:
    """The notice page with its styles and scripts is at most 45 KB gzipped."""
    files = [site / NOTICE / "index.html", *(site / "assets").iterdir()]
    total = sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in files)
    assert total <= 45 * 1024
