"""The page as a reader uses it: it fits, folds, follows, sorts, and asks nobody else."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import REAL, RICH

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_nothing_is_asked_from_elsewhere(context: BrowserContext, real: str, rich: str) -> None:
    """Every request stays on the page's own server, and the console stays silent."""
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    addresses = [real + place for place in ("", "404.html", REAL, REAL + "big/")]
    for address in addresses + [rich + place for place in RICH]:
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((real, rich))] == []
    assert said == []


def test_policy_is_strict(context: BrowserContext, real: str) -> None:
    """The content security policy allows nothing by default and nothing unsafe."""
    page = context.new_page()
    for place in ("", "404.html", REAL, REAL + "big/"):
        page.goto(real + place)
        policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content") or ""
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert "*" not in policy


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_no_sideways_scrolling(browser: Browser, real: str, rich: str, width: int) -> None:
    """At every width down to 320 px (1280 px at 400 %) each page fits, with every type size."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    places = [place + large for place in RICH for large in ("", "big/")]
    addresses = [real + place for place in ("", "404.html", REAL, REAL + "big/")]
    for address in addresses + [rich + place for place in places]:
        page.goto(address)
        for size in ("medium", "large", "small"):
            page.evaluate(f"document.documentElement.dataset.size = '{size}'")
            assert page.evaluate(OVERFLOW) == 0, address
    context.close()


def test_contents_fold_on_a_telephone(browser: Browser, real: str) -> None:
    """On a telephone the contents are one line that opens; on a desktop they stand beside."""
    narrow = browser.new_context(viewport={"width": 390, "height": 844})
    page = narrow.new_page()
    page.goto(real + REAL)
    assert page.locator(".dn-contents--beside").is_hidden()
    folded = page.locator(".dn-contents--folded")
    box = folded.bounding_box()
    assert box is not None
    assert box["height"] < 70
    folded.locator("summary").click()
    assert folded.locator("a", has_text="加强组织领导").is_visible()
    narrow.close()


def test_contents_follow_the_reader(context: BrowserContext, real: str) -> None:
    """Far down in the text the contents show the section that is read, in view."""
    page = context.new_page()
    page.goto(real + REAL)
    page.evaluate("document.querySelector('#s-2-3-1').scrollIntoView({behavior: 'instant'})")
    current = page.locator(".dn-contents--beside a[aria-current]")
    current.filter(has_text="民主生活会质量不高").wait_for()
    box = current.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 900


def test_tools(browser: Browser, real: str) -> None:
    """Type size is kept from page to page, and the address is copied."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(real + REAL)
    page.get_by_role("button", name="大", exact=True).click()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "21px"
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "21px"
    page.get_by_role("button", name="复制链接").click()
    page.get_by_text("已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"https://www.ahjx.gov.cn/{REAL}"
    context.close()


def test_ledger_sorts_and_filters(context: BrowserContext, rich: str) -> None:
    """The ledger is sorted by a column and filtered by a word, and says how many are left."""
    page = context.new_page()
    page.goto(rich + "notices/13-triplet-status/")
    ledger = page.locator("[data-ledger]")
    ledger.get_by_role("button", name="时限").click()
    assert ledger.locator("th[aria-sort=ascending]").inner_text().startswith("时限")
    page.get_by_role("searchbox").fill("药品")
    assert ledger.locator("tbody tr:visible").count() == 1
    assert page.get_by_text("显示1个").is_visible()


def test_opens_from_a_folder(browser: Browser, real_site: Path) -> None:
    """Opened by double click, without a server, the page has its styles."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((real_site / REAL / "index.html").as_uri())
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") == "900"
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_review_stamp(browser: Browser, rich: str, width: int) -> None:
    """The stamp of a signed notice is shown whole at every width, and names nobody."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(rich + "notices/every-part/")
    stamp = page.locator(".dn-stamp")
    assert stamp.is_visible()
    assert stamp.locator("li").count() == 3
    assert "2024年1月10日" in stamp.inner_text()
    assert "张三" not in stamp.inner_text()
    box = stamp.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.close()
