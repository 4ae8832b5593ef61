"""axe finds no barrier on any kind of page, at any width, in any scheme."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.axe import barriers, folded_out, violations
from tests.browser.conftest import ARCHIVE, REAL, RICH

pytestmark = pytest.mark.browser

REAL_PAGES = ("", "404.html", REAL, REAL + "big/")
RICH_PAGES = ("", *(place + large for place in RICH for large in ("", "big/")), *ARCHIVE)


@pytest.mark.parametrize("site", ["real", "rich"])
def test_axe_finds_nothing(
    browser: Browser, node_modules: Path, real: str, rich: str, site: str
) -> None:
    """Every kind of page has no violation of WCAG 2.2 AA or best practice."""
    pages = (
        [real + place for place in REAL_PAGES]
        if site == "real"
        else [rich + place for place in RICH_PAGES]
    )
    # axe is a script of ours, not of the page
    context = browser.new_context(locale="zh-CN", bypass_csp=True)
    page = context.new_page()
    for address in pages:
        assert list(barriers(folded_out(page, address), node_modules)) == [], address
    context.close()


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("image-alt", "<img src=a.png>"),
        ("color-contrast", "<p style='color:#999;background:#fff'>字</p>"),
        ("label", "<input>"),
        ("target-size", "<button style='all:unset;width:9px'>x</button>" * 2),
    ],
)
def test_axe_can_find_something(
    browser: Browser,
    node_modules: Path,
    tmp_path: Path,
    serve: Callable[[Path], str],
    rule: str,
    body: str,
) -> None:
    """A page with a known fault is reported, so the silence above means something."""
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html>{body}", encoding="utf-8")
    page = browser.new_page()
    found = violations(folded_out(page, serve(tmp_path)), node_modules)
    assert any(line.startswith(f"{rule}:") for line in found), found
    page.close()
