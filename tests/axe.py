"""axe in a page of a browser: what it finds, and where."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": TAGS, "resultTypes": ["violations"]}
# Of all that axe returns only what is told leaves the page: the whole takes as long as the search.
RUN = f"""axe.run(document, {OPTIONS}).then(
  (found) => found.violations.map((each) => `${{each.id}}: ${{each.nodes[0].html}}`))"""
Scheme = Literal["light", "dark"]
WIDTHS = (390, 820, 1440)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


class Barrier(NamedTuple):
    """What axe found, and how the page was shown."""

    width: int
    scheme: Scheme
    found: str


def folded_out(page: Page, address: str) -> Page:
    """Open a page and fold everything out."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    return page


def violations(page: Page, node_modules: Path) -> list[str]:
    """Return what axe finds on a page as it is."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(node_modules / "axe-core" / "axe.min.js"))
    found: list[str] = page.evaluate(RUN)
    return found


def barriers(page: Page, node_modules: Path) -> Iterator[Barrier]:
    """Yield what axe finds on a page at every width, light and dark.

    The page is not loaded again: it must take its width and its colours from its style sheets.
    """
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for found in violations(page, node_modules):
                yield Barrier(width, scheme, found)
