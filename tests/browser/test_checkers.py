"""axe, the Nu HTML checker, html-validate and stylelint find nothing to mend."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import REAL, missing
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RICH = ("notices/every-part/", "notices/12-two-level/", "notices/13-triplet-status/")


def violations(browser: Browser, axe: Path, address: str, width: int, scheme: Any) -> list[str]:
    """Return what axe finds on a page."""
    context = browser.new_context(
        color_scheme=scheme,
        locale="zh-CN",
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # axe is a script of ours, not of the page
    )
    page = context.new_page()
    page.goto(address)
    page.add_script_tag(path=str(axe / "axe.min.js"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {TAGS}}})")
    context.close()
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_axe_finds_nothing(
    browser: Browser, node_modules: Path, real: str, rich: str, width: int, scheme: str
) -> None:
    """Every kind of page has no violation of WCAG 2.2 AA or best practice."""
    axe = node_modules / "axe-core"
    pages = [real, real + "404.html", real + REAL, real + REAL + "big/", rich]
    pages += [rich + place + large for place in RICH for large in ("", "big/")]
    for address in pages:
        assert violations(browser, axe, address, width, scheme) == [], address


def test_axe_can_find_something(
    browser: Browser, node_modules: Path, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    """A page with a picture without words is reported, so the silence above means something."""
    (tmp_path / "index.html").write_text("<!DOCTYPE html><img src=a.png>", encoding="utf-8")
    found = violations(browser, node_modules / "axe-core", serve(tmp_path), 390, "light")
    assert any(line.startswith("image-alt") for line in found)


def vnu(node_modules: Path, *arguments: str) -> str:
    """Return what the Nu HTML checker says."""
    if shutil.which("java") is None:
        missing("Java")
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # Pages are fetched from the test's own server: a policy of 'self' means nothing in a file.
    command = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(jar)]
    command += ["--Werror", "--format", "gnu", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_nu_checker_finds_nothing(
    node_modules: Path, real: str, real_site: Path, rich: str, rich_site: Path
) -> None:
    """No page and no style sheet has an error or warning."""
    pages = [
        address + path.relative_to(site).as_posix()
        for address, site in ((real, real_site), (rich, rich_site))
        for path in sorted(site.rglob("*.html"))
    ]
    assert vnu(node_modules, *pages) == ""
    assert vnu(node_modules, "--css", *map(str, (real_site / "assets").glob("*.css"))) == ""


def test_nu_checker_can_find_something(node_modules: Path, tmp_path: Path) -> None:
    """A page without a title is reported."""
    page = tmp_path / "bad.html"
    page.write_text("<!DOCTYPE html><html lang=zh-CN><p>x", encoding="utf-8")
    assert "title" in vnu(node_modules, str(page))


def node(node_modules: Path, script: str, *arguments: str) -> tuple[int, str]:
    """Run a checker from node_modules; return its status and what it says."""
    if shutil.which("node") is None:
        missing("Node")
    command = ["node", str(node_modules / script), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return result.returncode, (result.stdout + result.stderr).strip()


def test_html_validate_finds_nothing(node_modules: Path, real_site: Path, rich_site: Path) -> None:
    """html-validate's recommended and accessibility rules hold on every page."""
    for site in (real_site, rich_site):
        pages = [str(path) for path in sorted(site.rglob("*.html"))]
        script = "html-validate/bin/html-validate.mjs"
        assert node(node_modules, script, "--config", ".htmlvalidate.json", *pages) == (0, "")


def test_stylelint_finds_nothing(node_modules: Path) -> None:
    """The style sheets keep the rules of .stylelintrc.json."""
    assert node(node_modules, "stylelint/bin/stylelint.mjs", "templates/styles/*.css") == (0, "")
