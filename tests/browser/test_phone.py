"""Tables on a telephone: the page never scrolls sideways, what scrolls says so."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import REAL, RICH

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_state_stays_in_sight(browser: Browser, rich: str, scheme: str, script: bool) -> None:
    """Every state of the ledger lies wholly on the screen, before and after scrolling."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
    )
    page = context.new_page()
    page.goto(rich + RICH[2])
    states = page.locator("#ledger .dn-status").all()
    assert len(states) == 12
    for state in states:
        box = state.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    context.close()


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_shadow_where_a_table_scrolls(browser: Browser, rich: str, real: str, width: int) -> None:
    """A scrolling table casts a shadow at the edge it goes beyond; the page itself never scrolls."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for address in (real + REAL, *(rich + place for place in RICH)):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for look in page.evaluate(
            "[...document.querySelectorAll('.dn-scroll')].map(e => "
            "{const s = getComputedStyle(e); return [s.backgroundImage, s.backgroundAttachment]})"
        ):
            assert look[0].count("linear-gradient") == 4
            assert look[1] == "local, local, scroll, scroll"
    context.close()
