"""The archive in a real browser: at every width, and from a USB stick."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from disclosure.project.settings import Settings
from tests.browser.conftest import ARCHIVE, build
from tests.conftest import ROOT
from tests.versioning.sealer import sign_and_seal

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_sideways_scrolling(browser: Browser, rich: str, width: int) -> None:
    """No page of the archive is wider than the window."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    for place in ARCHIVE:
        page.goto(rich + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
    page.close()


def test_sealed_page_from_a_stick(browser: Browser, rich_site: Path, tmp_path: Path) -> None:
    """Opened as a file, away from the site, the page is whole, asks for nothing and complains of nothing."""
    folder = shutil.copytree(rich_site / "archive" / "13-triplet-status" / "1", tmp_path / "1")
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: said.append(message.text))
    address = (folder / "index.html").as_uri()
    page.goto(address)
    assert page.locator("h1").inner_text().replace("\n", "").endswith("关于巡察整改进展情况的通报")
    assert "第1版（首次公布）" in page.locator(".dn-seal").inner_text()
    ground = page.evaluate("getComputedStyle(document.querySelector('.dn-seal')).borderLeftWidth")
    assert ground == "4px"
    assert asked == [address]
    assert said == []
    page.close()


def test_comparison_without_colour(browser: Browser, rich: str) -> None:
    """What is gone and what is new differ by a word and a line, not by colour alone."""
    page = browser.new_page()
    page.goto(rich + "archive/13-triplet-status/1...2/")
    gone, new = (page.locator(f".dn-change {mark}", has_text="次") for mark in ("del", "ins"))
    assert (gone.inner_text(), new.inner_text()) == ("删：3次", "增：4次")
    line = "element => getComputedStyle(element).textDecorationLine"
    assert (gone.evaluate(line), new.evaluate(line)) == ("line-through", "underline")
    page.close()


def test_statuses_over_the_versions(browser: Browser, rich: str) -> None:
    """The history draws each version's statuses, with counts that fit into their parts."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(rich + "archive/13-triplet-status/")
    counts = page.locator(".dn-chart__count").all_text_contents()
    # The one problem left in the second version is too few for a label in its part.
    assert page.locator(".dn-chart__below").all_text_contents() == ["◕ 1"]
    assert counts == ["● 8", "◕ 2", "∞ 2", "● 9", "∞ 2"]
    widths = page.evaluate(
        """() => [...document.querySelectorAll(".dn-chart__count")].map((text) => {
            const part = text.previousElementSibling.getBoundingClientRect();
            return part.width - text.getBoundingClientRect().width;
        })"""
    )
    assert min(widths) > 0
    page.close()


def test_withdrawn_page_on_paper(browser: Browser, tmp_path: Path) -> None:
    """Printed, the page of a withdrawn notice says whose it was, and from when to when it stood."""
    slug, content = "2022-02-23-jxzszx", tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    path = content / "notices" / f"{slug}.yaml"
    text = path.read_text("utf-8").replace("招商合服务中心", "招商合作服务中心")
    path.write_text(text, encoding="utf-8")
    output = tmp_path / "site"
    settings = Settings(tmp_path, content, ROOT / "templates", output, tmp_path / ".cache")
    sign_and_seal(settings, slug, "首次公布")
    sign_and_seal(settings, slug, "内容有误", "撤回")
    page = browser.new_page()
    page.goto((build(tmp_path, content) / "notices" / slug / "index.html").as_uri())
    page.emulate_media(media="print")
    facts = page.locator(".dn-facts > div")
    assert facts.count() == 3
    assert all(fact.is_visible() for fact in facts.all())
    assert "2022-02-23" in facts.nth(1).inner_text()
    page.close()
