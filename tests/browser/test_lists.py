"""The front and lists of a county's site in a browser: no barriers, no script needed, a search."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from disclosure.pipeline.build import build_site
from disclosure.render.catalogue import key_of
from tests.axe import WIDTHS, barriers, folded_out
from tests.browser.test_page import OVERFLOW
from tests.conftest import Project
from tests.county import write_county

pytestmark = pytest.mark.browser

COUNT, UNITS = 120, 7
UNIT = "某镇3号党委"
PLACES = (
    "",
    "list/unit/",
    "list/state/done/",
    f"list/genre/{key_of('反馈情况')}/",
)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Give the address of a county's site."""
    project = Project(tmp_path_factory.mktemp("county"))
    write_county(project, COUNT, UNITS)
    assert build_site(project.settings).built
    return serve(project.output)


def test_axe_finds_nothing(browser: Browser, node_modules: Path, county: str) -> None:
    """Front, lists and what a search finds have no violation, and nothing scrolls sideways."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    for place in PLACES:
        folded_out(page, county + place)
        assert list(barriers(page, node_modules)) == [], place
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(OVERFLOW) == 0, place
    page.goto(county)
    search(page, "问题1")
    assert list(barriers(page, node_modules)) == []
    context.close()


def search(page: Page, words: str) -> None:
    """Look for words on the front, and wait until it is told what was found."""
    page.fill("#dn-search", words)
    expect(page.get_by_role("status")).to_have_text(re.compile("找到|先列出"))


def test_search_finds_units_notices_and_problems(context: BrowserContext, county: str) -> None:
    """Under the page's own policy: a unit's list first, a problem's own place, nothing twice."""
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(county)
    search(page, UNIT)
    first = page.locator(".dn-found > li").first.get_by_role("link")
    assert first.get_attribute("href") == f"list/unit/{key_of(UNIT)}/"
    search(page, "党委")
    expect(page.locator(".dn-found > li")).to_have_count(20)
    # The next twenty, with the keyboard alone, and the reader is taken to the first of them.
    page.get_by_role("button", name="接着往下列").press("Enter")
    expect(page.locator(".dn-found > li:nth-child(21) > a")).to_be_focused()
    search(page, "第2份的问题0")
    problem = page.locator(".dn-found ul a")
    expect(problem).to_have_text("第2份的问题0。")
    problem.press("Enter")
    page.wait_for_url("**/notices/n-002/#*")
    place = page.evaluate("decodeURIComponent(location.hash)")
    expect(page.locator(place)).to_contain_text("第2份的问题0。")
    assert said == []


def test_search_says_that_nothing_was_found(context: BrowserContext, county: str) -> None:
    """Words that stand nowhere are told to be found nowhere; an empty field tells nothing."""
    page = context.new_page()
    page.goto(county)
    search(page, "没有这个词")
    expect(page.get_by_role("status")).to_have_text(re.compile("^没有找到"))
    page.fill("#dn-search", "")
    expect(page.get_by_role("status")).to_be_empty()
    assert page.locator(".dn-found > li").count() == 0


def test_without_script_there_is_no_dead_field(browser: Browser, county: str) -> None:
    """Lists lead to everything, and nothing is shown that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(county)
    assert page.locator("#dn-search").is_hidden()
    page.get_by_role("navigation", name="按单位查").get_by_role("link", name=UNIT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(UNIT)
    context.close()


def test_units_fold_on_a_telephone(browser: Browser, county: str) -> None:
    """They are one line that opens, by the keyboard too; on a desktop they stand beside."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(county)
    assert page.locator(".dn-units--beside").is_hidden()
    link = page.locator(".dn-units--folded").get_by_role("link", name=UNIT)
    assert link.is_hidden()
    page.locator(".dn-units--folded summary").press("Enter")
    expect(link).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    assert page.locator(".dn-units--beside").is_visible()
    assert page.locator(".dn-units--folded").is_hidden()
    context.close()
