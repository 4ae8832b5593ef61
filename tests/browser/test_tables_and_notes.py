"""Tables with merged cells, money and notes: no barrier, valid, and no wider than a telephone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from tests.axe import folded_out, violations
from tests.browser.test_checkers import CLEAN, HTML_VALIDATE, node, vnu
from tests.checks.desk import to_yaml
from tests.conftest import ROOT, SITE
from tests.render.test_funds import FUNDS as MONEY
from tests.render.test_notes import NOTICE
from tests.render.views.test_tables import FORM, FUNDS

pytestmark = pytest.mark.browser


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Give the page, in normal and large print, of a notice that has them all."""
    content = tmp_path / "content"
    (content / "notices").mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    tables = {"title": "乙。", "content": [{"table": FUNDS}, {"table": FORM}], "funds": MONEY}
    notice = NOTICE | {"sections": [*NOTICE["sections"], tables], "closing": [{"table": FUNDS}]}
    (content / "notices" / "a.yaml").write_text(to_yaml(notice), encoding="utf-8")
    output = tmp_path / "site"
    settings = Settings(tmp_path, content, ROOT / "templates", output, tmp_path / ".cache")
    assert build_site(settings).built
    folder = output / "notices" / "a"
    return [folder / "index.html", folder / "big" / "index.html"]


def test_no_barrier(browser: Browser, node_modules: Path, pages: list[Path]) -> None:
    """The axe rules hold in both schemes at two widths, and nothing sticks out of the page."""
    for scheme, width in (("light", 390), ("dark", 390), ("light", 1440)):
        context = browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 900},
            bypass_csp=True,
        )
        page = context.new_page()
        for path in pages:
            assert violations(folded_out(page, path.as_uri()), node_modules) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") == width
        context.close()


def test_valid(node_modules: Path, pages: list[Path], serve: Callable[[Path], str]) -> None:
    """Nu and html-validate have nothing to say."""
    address = serve(pages[0].parent.parent.parent)
    assert vnu(node_modules, address + "notices/a/", address + "notices/a/big/") == CLEAN
    places = [str(page) for page in pages]
    assert node(node_modules, HTML_VALIDATE, "--config", ".htmlvalidate.json", *places) == CLEAN
