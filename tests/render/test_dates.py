"""Dates that follow changes: a sealed version is told by page, feed, sitemap and lists, once."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.pipeline.build import build_site
from tests.conftest import NOTICE, Project
from tests.render.test_feeds import ATOM, SITEMAP, parse
from tests.versioning.sealer import sign_and_seal

Tree = Callable[[Path], dict[str, bytes]]
FIRST, SECOND = 1_710_000_000, 1_720_000_000
UPDATED = "2024-07-03T17:46:40+08:00"


@pytest.fixture
def once(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a project whose notice was sealed once, beside another one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FIRST))
    project.write("second", NOTICE.replace("2022-02-23", "2023-02-23"))
    sign_and_seal(project.settings, "first", "首次公布")
    assert build_site(project.settings).built
    return project


def correct(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Correct the notice and seal it again, later."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(SECOND))
    project.write("first", NOTICE.replace("value: 38", "value: 41"))
    sign_and_seal(project.settings, "first", "更正<新建项目>", "更正")
    assert build_site(project.settings).built


def entries(project: Project) -> dict[str, tuple[str, str, str]]:
    """Return the feed's entries by id, in order: published, updated, summary."""
    found = {}
    for entry in parse(project.output / "feed.xml").findall("a:entry", ATOM):
        texts = [
            entry.findtext(f"a:{name}", "", ATOM)
            for name in ("id", "published", "updated", "summary")
        ]
        found[texts[0].removeprefix("https://www.example.gov.cn/gk/notices/")] = (
            texts[1],
            texts[2],
            texts[3],
        )
    return found


def test_a_first_version_changes_no_date(once: Project) -> None:
    """A notice that was sealed once is dated by its publication and has no line of changes."""
    assert list(entries(once)) == ["second/", "first/"]
    published, updated, summary = entries(once)["first/"]
    assert published == updated == "2022-02-23T09:30:00+08:00"
    assert summary.startswith("现将")
    page = (once.output / "notices/first/index.html").read_text("utf-8")
    assert "更新时间" not in page
    assert "dateModified" not in page


def test_feed_tells_a_change_once(once: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two readings of the feed the second has one entry with another date, and it says why."""
    before = entries(once)
    correct(once, monkeypatch)
    after = entries(once)
    assert list(after) == ["first/", "second/"]  # what changed last stands first
    assert after["second/"] == before["second/"]
    published, updated, summary = after["first/"]
    assert published == before["first/"][0]
    assert updated == UPDATED
    assert summary == f"【第2版，更正：更正<新建项目>】{before['first/'][2]}"
    feed = parse(once.output / "feed.xml")
    assert feed.findtext("a:updated", namespaces=ATOM) == UPDATED


def test_page_tells_when_and_why(once: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page and large print name date, version, reason and note, with comparison and history."""
    correct(once, monkeypatch)
    for place, up in (("index.html", "../../"), ("big/index.html", "../../../")):
        text = (once.output / "notices/first" / place).read_text("utf-8")
        assert f'更新时间：<time datetime="{UPDATED}">2024-07-03 17:46</time>' in text
        assert "第2版，更正：更正&lt;新建项目&gt;" in text
        for target in ("archive/first/1...2/", "archive/first/"):
            assert f'<span><a href="{up}{target}">' in text
            assert (once.output / target / "index.html").is_file()
        script = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
        assert script
        data = json.loads(script[1])
        assert (data["datePublished"], data["dateModified"]) == (
            "2022-02-23T09:30:00+08:00",
            UPDATED,
        )
        assert f'<meta property="article:modified_time" content="{UPDATED}">' in text


def test_sitemap_follows_the_change(once: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The corrected notice and the list have the day of the change."""
    correct(once, monkeypatch)
    rows = parse(once.output / "sitemap.xml").findall("s:url", SITEMAP)
    days = [row.findtext("s:lastmod", "", SITEMAP) for row in rows]
    assert days == ["2024-07-03", "2023-02-23", "2024-07-03"]


def test_what_is_not_sealed_changes_no_date(
    once: Project, monkeypatch: pytest.MonkeyPatch, tree: Tree, tmp_path: Path
) -> None:
    """Content that was changed and not sealed again leaves all dates; so says a clean build."""
    correct(once, monkeypatch)
    before = entries(once)
    once.write("first", NOTICE.replace("value: 38", "value: 45"))
    assert build_site(once.settings).built
    assert entries(once) == before
    clean = once.settings._replace(output=tmp_path / "clean", cache=tmp_path / "none")
    assert build_site(clean).built
    assert tree(once.output) == tree(clean.output)


def test_sealed_ahead_is_dated_by_publication(
    once: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version that was sealed before the day of publication is read from that day on."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(SECOND))
    once.write("first", NOTICE.replace("2022-02-23", "2024-07-04"))
    sign_and_seal(once.settings, "first", "改期", "更正")
    assert build_site(once.settings).built
    assert entries(once)["first/"][:2] == ("2024-07-04T09:30:00+08:00",) * 2
