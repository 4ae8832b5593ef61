"""The page for every reader: by keyboard, without scripts, enlarged, in colours of their own."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.conftest import REAL, RICH

pytestmark = pytest.mark.browser

PARTS = (".dn-head", ".dn-summary", ".dn-text", ".dn-reach", ".dn-figures", ".dn-record")
# The stops of a walk with the Tab key, in the order of the document.
STOPS = """() => {
  const all = 'a[href], button, input, summary, [tabindex]:not([tabindex="-1"])';
  window.__stops = [...document.querySelectorAll(all)].filter(e => e.checkVisibility());
  return window.__stops.length;
}"""
# Where the focus is: its place among the stops, its ring, and whether it is in view.
FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), box = e.getClientRects()[0];
  return [window.__stops.indexOf(e), s.outlineStyle, parseFloat(s.outlineWidth),
          box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth];
}"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""  # WCAG 1.4.12


def squeezed(text: str | None) -> str:
    """Return a text without white space."""
    return "".join((text or "").split())


def shown(page: Page) -> list[str]:
    """Return what is to be seen of each part of the notice."""
    return [squeezed(page.locator(part).inner_text()) for part in PARTS]


def open_notice(browser: Browser, address: str, **options: Any) -> Page:
    """Open a page in a context of its own; moves arrive at once."""
    options = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"} | options
    page = browser.new_context(locale="zh-CN", **options).new_page()
    page.goto(address)
    return page


def test_whole_without_scripts(browser: Browser, real: str) -> None:
    """Without scripts the text is all there, the contents lead to it, and no dead button shows."""
    scripted = open_notice(browser, real + REAL)
    page = open_notice(browser, real + REAL, java_script_enabled=False)
    assert shown(page) == shown(scripted)
    assert page.locator(".dn-problem:visible").count() == 19
    assert page.locator("#ledger tbody tr:visible").count() == 19
    assert page.locator("button:visible, input:visible").count() == 0
    links = page.locator(".dn-contents--beside a")
    for number in range(0, links.count(), 9):
        link = links.nth(number)
        anchor = link.get_attribute("href") or ""
        link.click()
        assert page.url.endswith(anchor)
        box = page.locator(anchor).locator(":is(h2, h3, h4, h5)").first.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 900
    page.context.close()
    scripted.context.close()


def test_the_whole_text_is_visible(browser: Browser, real: str) -> None:
    """Nothing of the text is hidden, in any type size and in the large-print version."""
    texts: set[str] = set()
    for place in (REAL, REAL + "big/"):
        page = open_notice(browser, real + place, viewport={"width": 390, "height": 844})
        for size in ("medium", "large", "small"):
            page.evaluate(f"document.documentElement.dataset.size = '{size}'")
            texts.add(squeezed(page.locator(".dn-text").inner_text()))
        texts.add(squeezed(page.locator(".dn-text").text_content()))
        page.context.close()
    assert len(texts) == 1
    assert len(texts.pop()) > 6000


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("place", [REAL, REAL + "big/", "", "404.html"])
def test_keyboard_walk(browser: Browser, real: str, width: int, place: str) -> None:
    """Tab meets the skip link, then every stop in the order of the page, each ringed in view."""
    page = open_notice(browser, real + place, viewport={"width": width, "height": 900})
    for number in range(page.evaluate(STOPS)):
        page.keyboard.press("Tab")
        page.wait_for_function(f"({FOCUS})()[3]")  # on a busy machine the page follows later
        assert page.evaluate(FOCUS) == [number, "solid", 3, True]
        if number == 0:
            assert page.evaluate("document.activeElement.className") == "dn-skip"
    page.context.close()


def test_skip_link(browser: Browser, real: str) -> None:
    """The skip link leads into the text, past masthead and path."""
    page = open_notice(browser, real + REAL)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.context.close()


def test_text_spacing(browser: Browser, real: str, rich: str) -> None:
    """With a reader's own wider spacing nothing is cut off and nothing sticks out."""
    for address in (real + REAL, rich + RICH[0]):
        page = open_notice(
            browser, address, viewport={"width": 390, "height": 844}, bypass_csp=True
        )
        before = squeezed(page.locator("main").inner_text())
        page.add_style_tag(content=SPACING)
        assert squeezed(page.locator("main").inner_text()) == before
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0
        page.context.close()


def luminance(page: Page, selector: str, name: str) -> float:
    """Return the relative luminance of a computed colour (WCAG 2.2)."""
    colour = page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}")
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_large_print(browser: Browser, real: str, scheme: Literal["light", "dark"]) -> None:
    """大字版: 24 px text, 30 px headings, contrast 7:1, targets 60 px high (standards §4.3)."""
    page = open_notice(
        browser,
        real + REAL + "big/",
        color_scheme=scheme,
        viewport={"width": 820, "height": 900},
    )
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
    page.context.close()


@pytest.mark.parametrize("place", [REAL, REAL + "big/"])
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_what_is_dialled_is_whole(browser: Browser, real: str, width: int, place: str) -> None:
    """Telephone number and mailbox stand on one line each, even in large print on a telephone."""
    page = open_notice(browser, real + place, viewport={"width": width, "height": 900})
    for size in ("medium", "large"):
        page.evaluate(f"document.documentElement.dataset.size = '{size}'")
        lines = page.locator(".dn-contact a").evaluate_all(
            """all => all.map(e => { const r = document.createRange(); r.selectNodeContents(e);
               return new Set([...r.getClientRects()].map(b => Math.round(b.top / 9))).size; })"""
        )
        assert lines == [1, 1]
    page.context.close()


def fill(found: Locator) -> str:
    """Return the colour a shape is filled with."""
    colour: str = found.first.evaluate("e => getComputedStyle(e).fill")
    return colour


def test_forced_colours(context: BrowserContext, browser: Browser, real: str) -> None:
    """In forced colours text, bars, code and focus ring still show."""
    blank = context.new_page().screenshot()
    page = open_notice(browser, real + REAL, forced_colors="active")
    assert len(page.screenshot()) > 5 * len(blank)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate("getComputedStyle(document.body).color") != ground
    assert fill(page.locator(".dn-chart__bar")) != ground
    assert fill(page.locator(".dn-qr__dark")) == "rgb(0, 0, 0)"
    link = page.locator(".dn-masthead__name")
    box = link.bounding_box()
    assert box is not None
    around = {"x": box["x"] - 8, "y": box["y"] - 8, "width": box["width"] + 16, "height": box["height"] + 16}  # fmt: skip
    before = page.screenshot(clip=around)  # type: ignore[arg-type]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("e => e === document.activeElement")
    assert link.evaluate("e => getComputedStyle(e).outlineColor") != ground
    assert page.screenshot(clip=around) != before  # type: ignore[arg-type]
    page.context.close()
