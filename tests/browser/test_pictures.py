"""Pictures in a real browser: shown, nothing moves, the right copy, no barrier, on paper too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from disclosure.pictures.copies import copies_of
from disclosure.pipeline.build import build_site
from tests.axe import folded_out, violations
from tests.browser.test_checkers import CLEAN, HTML_VALIDATE, node, vnu
from tests.conftest import Project
from tests.pictures.conftest import pictured as pictured
from tests.pictures.drawn import drawn

PAGE = "notices/first/"
SHOWN = "[...document.querySelectorAll('.dn-picture img')].map(i => [i.currentSrc.split('/').pop(), i.naturalWidth, i.clientWidth])"
PLACES = "[...document.querySelectorAll('.dn-picture, .dn-text p')].map(e => [e.offsetTop, e.offsetHeight])"
LOADED = "Promise.all([...document.images].map(i => i.decode()))"
SCROLLED = "document.querySelectorAll('.dn-picture').forEach(f => f.scrollIntoView())"


@pytest.fixture
def copied(project: Project, pictured: Path) -> str:
    """Build the notice with a wide picture that has its copies, and return the name of one."""
    original = drawn(width=1600, height=900)
    (pictured / "before.jpg").write_bytes(original)
    names = [copy.name for copy in copies_of("before.jpg", original, 1600)]
    for name, width in zip(names, (480, 960), strict=True):
        (pictured / name).write_bytes(drawn(width=width, height=width * 9 // 16))
    (pictured / "after.jpg").write_bytes(drawn(width=600, height=900))
    assert build_site(project.settings).built
    return names[0]


def opened(browser: Browser, address: str, width: int) -> tuple[Page, list[str]]:
    """Return a page, and what the browser complains of."""
    page = browser.new_page(viewport={"width": width, "height": 700}, device_scale_factor=1)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(address)
    return page, told


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_shown(browser: Browser, project: Project, copied: str, width: int) -> None:
    """From a folder, too, every picture comes, the copy where it is enough, in both prints."""
    for place in (PAGE, PAGE + "big/"):
        page, told = opened(browser, (project.output / place / "index.html").as_uri(), width)
        page.evaluate(SCROLLED)
        page.evaluate(LOADED)
        (first, *_), *_ = shown = page.evaluate(SHOWN)
        assert first == copied
        assert len(shown) == 3
        assert all(natural for _, natural, _ in shown)
        assert all(laid <= width for _, _, laid in shown)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert told == []
        page.close()


def test_nothing_moves(
    browser: Browser, project: Project, copied: str, serve: Callable[[Path], str]
) -> None:
    """What stands on the page stays where it is when the pictures come late."""
    page = browser.new_page(viewport={"width": 390, "height": 700})
    held: list[Route] = []
    page.route("**/files/**", lambda route: held.append(route))
    page.goto(serve(project.output) + PAGE, wait_until="domcontentloaded")
    page.evaluate(SCROLLED)
    page.wait_for_function("document.querySelector('[data-tools]').hidden === false")
    before = page.evaluate(PLACES)
    assert held
    for route in held:
        route.continue_()
    page.evaluate(LOADED)
    assert all(natural for _, natural, _ in page.evaluate(SHOWN))
    assert page.evaluate(PLACES) == before
    page.close()


def test_side_by_side(browser: Browser, project: Project, copied: str) -> None:
    """Before and after stand beside each other where there is room, else below each other."""
    address = (project.output / PAGE / "index.html").as_uri()
    for width, beside in ((1440, True), (820, True), (390, False)):
        page, _ = opened(browser, address, width)
        one, two = (page.locator(".dn-picture").nth(at).bounding_box() for at in (0, 1))
        assert one is not None
        assert two is not None
        assert (two["x"] >= one["x"] + one["width"]) is beside
        assert (two["y"] >= one["y"] + one["height"]) is not beside
        page.close()


def test_checkers(
    browser: Browser,
    node_modules: Path,
    project: Project,
    copied: str,
    serve: Callable[[Path], str],
) -> None:
    """axe, the Nu checker and html-validate find nothing."""
    address = serve(project.output) + PAGE
    context = browser.new_context(bypass_csp=True)
    assert violations(folded_out(context.new_page(), address), node_modules) == []
    context.close()
    page = (project.output / PAGE / "index.html").as_posix()
    assert vnu(node_modules, address) == CLEAN
    assert node(node_modules, HTML_VALIDATE, "--config", ".htmlvalidate.json", page) == CLEAN


def test_on_paper(browser: Browser, project: Project, copied: str, tmp_path: Path) -> None:
    """Printed before anybody has scrolled, the page holds its pictures."""
    pypdf = pytest.importorskip("pypdf")
    page, _ = opened(browser, (project.output / PAGE / "index.html").as_uri(), 1440)
    page.pdf(path=tmp_path / "a.pdf")
    page.close()
    reader = pypdf.PdfReader(tmp_path / "a.pdf")
    assert sum(len(each.images) for each in reader.pages) == 3
