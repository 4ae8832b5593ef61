"""axe finds no barrier in the desk's pages nor in an open field; nothing is cut off at 200 %."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import barriers
from tests.conftest import Project
from tests.desk.client.conftest import NOTICE, SOON, ready
from tests.desk.conftest import RunningDesk

pytestmark = pytest.mark.browser
PLACES = ("-desk/", "-desk/new", "-desk/site", "-desk/notice/first/")


def folded_out(page: Page) -> None:
    """Fold everything out, and wait until what was folded in is there."""
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    if "/notice/" in page.url:
        expect(page.locator(".desk-cell").first).to_be_visible(timeout=SOON)
        expect(page.locator(".desk-field").first).to_be_visible(timeout=SOON)


@pytest.fixture(scope="module")
def session(running: RunningDesk, browser: Browser) -> list[dict[str, str]]:
    """Give the cookies of a browser that was opened with the key."""
    context = browser.new_context()
    context.new_page().goto(running.desk.address)
    cookies = context.cookies()
    context.close()
    return cookies  # type: ignore[return-value]


def test_axe_finds_nothing(
    desk: RunningDesk,
    project: Project,
    browser: Browser,
    session: list[dict[str, str]],
    node_modules: Path,
) -> None:
    """Pages of the desk, a page whose texts can be changed, and an open field have no violation."""
    project.write("first", NOTICE.replace("召开会议3次。", "召开会议3次,听取汇报。"))
    context = browser.new_context(bypass_csp=True)
    context.add_cookies(session)  # type: ignore[arg-type]
    page = context.new_page()
    for place in PLACES:
        page.goto(f"{desk.origin}/{place}")
        expect(page.locator("html[data-desk-ready]")).to_be_attached(timeout=SOON)
        folded_out(page)
        assert list(barriers(page, node_modules)) == [], place
    page.goto(f"{desk.origin}/notices/first/")
    ready(page)
    assert list(barriers(page, node_modules)) == []
    page.locator(".dn-desk-finding, .dn-desk-error", has_text="听取汇报").click()
    page.locator("#dn-desk .field .findings .waive").click()
    assert list(barriers(page, node_modules)) == []
    context.close()


@pytest.mark.parametrize("place", [*PLACES, "notices/first/"])
def test_at_twice_the_size(
    desk: RunningDesk, browser: Browser, session: list[dict[str, str]], place: str
) -> None:
    """At 200 % of a window of 1280 pixels nothing has to be scrolled sideways, fields included."""
    context = browser.new_context(viewport={"width": 640, "height": 450})
    context.add_cookies(session)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{desk.origin}/{place}")
    if place.startswith("-desk"):
        expect(page.locator("html[data-desk-ready]")).to_be_attached(timeout=SOON)
        folded_out(page)
    else:
        ready(page)
        page.locator("[data-desk-text]", has_text="召开会议3次").first.click()
        expect(page.locator("#dn-desk .field .input")).to_be_focused()
        assert page.evaluate(
            "() => { const box = document.querySelector('#dn-desk').shadowRoot"
            ".querySelector('.field').getBoundingClientRect();"
            " return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; }"
        )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_targets_are_large(
    desk: RunningDesk, browser: Browser, session: list[dict[str, str]]
) -> None:
    """Buttons of field, bar and list of findings are at least 44 pixels high, where they stand."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.add_cookies(session)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{desk.origin}/notices/first/")
    ready(page)

    def heights(where: str) -> list[float]:
        found: list[float] = page.locator(where).evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)"
        )
        return found

    page.locator("#dn-desk .bar .all").click()
    listed = heights("#dn-desk .found button")
    assert len(listed) >= 2
    assert min(listed) >= 44
    page.locator("#dn-desk .found .close").click()
    page.locator("[data-desk-text]", has_text="召开会议3次").first.click()
    expect(page.locator("#dn-desk .field .input")).to_be_focused(timeout=SOON)
    found = heights("#dn-desk button, #dn-desk .bar a")
    assert len(found) >= 7
    assert min(found) >= 44
    context.close()
