"""axe finds no barrier on any kind of page, at any width, in any scheme."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ARCHIVE, REAL, RICH

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}
Scheme = Literal["light", "dark"]


def violations(page: Page, axe: Path, address: str) -> list[str]:
    """Return what axe finds on a page with everything folded out."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.add_script_tag(path=str(axe / "axe.min.js"))
    found = page.evaluate(f"axe.run(document, {OPTIONS})")
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_axe_finds_nothing(
    browser: Browser, node_modules: Path, real: str, rich: str, width: int, scheme: Scheme
) -> None:
    """Every kind of page has no violation of WCAG 2.2 AA or best practice."""
    pages = [real, real + "404.html", real + REAL, real + REAL + "big/", rich]
    pages += [rich + place + large for place in RICH for large in ("", "big/")]
    pages += [rich + place for place in ARCHIVE]
    context = browser.new_context(
        color_scheme=scheme,
        locale="zh-CN",
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # axe is a script of ours, not of the page
    )
    page = context.new_page()
    for address in pages:
        assert violations(page, node_modules / "axe-core", address) == [], address
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
    found = violations(page, node_modules / "axe-core", serve(tmp_path))
    assert any(line.startswith(f"{rule}:") for line in found), found
    page.close()
