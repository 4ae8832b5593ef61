"""The page as a reader uses it: any width, any scheme, by keyboard, without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import REAL

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_nothing_is_asked_from_elsewhere(context: BrowserContext, real: str) -> None:
    """Every request stays on the page's own server, and the console stays silent."""
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for place in ("", "404.html", REAL, REAL + "big/"):
        page.goto(real + place)
        page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(real)] == []
    assert said == []


def test_policy_is_strict(context: BrowserContext, real: str) -> None:
    """The content security policy allows nothing by default and nothing unsafe."""
    page = context.new_page()
    page.goto(real + REAL)
    policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content") or ""
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
@pytest.mark.parametrize("place", ["", "404.html", REAL, REAL + "big/"])
def test_no_sideways_scrolling(browser: Browser, real: str, width: int, place: str) -> None:
    """At every width down to 320 px (1280 px at 400 %) the page fits, with every type size."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(real + place)
    for size in ("medium", "large", "small"):
        page.evaluate(f"document.documentElement.dataset.size = '{size}'")
        assert page.evaluate(OVERFLOW) == 0
    context.close()


def test_rich_pages_fit_too(browser: Browser, rich: str) -> None:
    """Tables, statuses and particulars do not push the page sideways on a telephone."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    for name in ("every-part", "12-two-level", "13-triplet-status"):
        page.goto(f"{rich}notices/{name}/")
        assert page.evaluate(OVERFLOW) == 0
    context.close()


def test_whole_without_scripts(browser: Browser, real: str) -> None:
    """Without scripts the text is all there, the contents lead to it, and no dead button shows."""
    context = browser.new_context(
        java_script_enabled=False,
        reduced_motion="reduce",  # arrive at once
        viewport={"width": 1440, "height": 900},
    )
    page = context.new_page()
    page.goto(real + REAL)
    assert page.locator(".dn-problem").count() == 19
    assert page.locator("button:visible").count() == 0
    page.locator(".dn-contents--beside a[href='#s-2-1-3-1']").click()
    assert page.url.endswith("#s-2-1-3-1")
    heading = page.locator("#s-2-1-3-1 > h5").bounding_box()
    assert heading is not None
    assert 0 <= heading["y"] < 200
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


def test_keyboard_walk(context: BrowserContext, real: str) -> None:
    """Tab meets the skip link first and every stop shows where it is."""
    page = context.new_page()
    page.goto(real + REAL)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "dn-skip"
    assert page.locator(".dn-skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(real + REAL)
    seen = 0
    while seen < 120:
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const e = document.activeElement; if (e === document.body) return null;"
            " const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth]; })()"
        )
        if style is None:
            break
        assert style == ["solid", "3px"]
        seen += 1
    assert seen > 60


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


def luminance(page: Page, selector: str, name: str) -> float:
    """Return the relative luminance of a computed colour (WCAG 2.2)."""
    colour = page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}")
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_large_print(browser: Browser, real: str, scheme: str) -> None:
    """大字版: 24 px text, 30 px headings, contrast 7:1, targets 60 px high (standards §4.3)."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 820, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(real + REAL + "big/")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert page.locator(".dn-answer > li").first.evaluate(size) == 24
    assert page.locator(".dn-h1").first.evaluate(size) == 30
    for selector in (".dn-answer > li", ".dn-note", ".dn-meta", ".dn-contact a"):
        pair = sorted(
            (luminance(page, selector, "color"), luminance(page, "body", "backgroundColor"))
        )
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 7, selector
    heights = page.locator(".dn-contact a:visible, .dn-button:visible, .dn-tools a").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 60
    context.close()


def test_forced_colours(browser: Browser, real: str) -> None:
    """In forced colours the chart's bars and the code's modules still show."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(real + REAL)
    fill = page.locator(".dn-chart__bar").first.evaluate("e => getComputedStyle(e).fill")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert fill != ground
    assert (
        page.locator(".dn-qr__dark").first.evaluate("e => getComputedStyle(e).fill")
        == "rgb(0, 0, 0)"
    )
    context.close()


def test_opens_from_a_folder(browser: Browser, real_site: Path) -> None:
    """Opened by double click, without a server, the page has its styles."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((real_site / REAL / "index.html").as_uri())
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") == "900"
    context.close()
