"""The Nu HTML checker, html-validate and stylelint find nothing to mend."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.required import missing

pytestmark = pytest.mark.browser

HTML_VALIDATE = "html-validate/bin/html-validate.mjs"
STYLELINT = "stylelint/bin/stylelint.mjs"
CLEAN = (0, "")
# One start for files of all kinds: it takes the checker longer than to look at them.
ASSETS = ("--also-check-css", "--also-check-svg")


def said(*command: str) -> tuple[int, str]:
    """Return a checker's status and all it says."""
    if shutil.which(command[0]) is None:
        missing(command[0])
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return result.returncode, (result.stdout + result.stderr).strip()


def vnu(node_modules: Path, *arguments: str) -> tuple[int, str]:
    """Ask the Nu HTML checker; every warning counts."""
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # Pages are fetched from the test's own server: a policy of 'self' means nothing in a file.
    allow = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
    # It knows no hashes of styles; test_archive.py shows that the browser takes ours.
    hashed = ".*Inline style violates Content Security Policy.*"
    options = ["--Werror", "--format", "gnu", "--filterpattern", hashed]
    return said("java", allow, "-jar", str(jar), *options, *arguments)


def node(node_modules: Path, script: str, *arguments: str) -> tuple[int, str]:
    """Ask a checker from node_modules."""
    return said("node", str(node_modules / script), *arguments)


def test_nu_checker_finds_nothing(
    node_modules: Path, real: str, real_site: Path, rich: str, rich_site: Path
) -> None:
    """No page, style sheet or icon has an error or a warning."""
    pages = [
        address + path.relative_to(site).as_posix()
        for address, site in ((real, real_site), (rich, rich_site))
        for path in sorted(site.rglob("*.html"))
    ]
    assert len(pages) == 4 + 14 + 5
    assert vnu(node_modules, *pages) == CLEAN
    found = [(real_site / "assets").glob(f"*.{kind}") for kind in ("css", "svg")]
    assets = [str(path) for each in found for path in each]
    assert len(assets) == 2
    assert vnu(node_modules, *ASSETS, *assets) == CLEAN


FAULTY = {
    "bad.html": "<!DOCTYPE html><html lang=zh-CN><p>x",
    "bad.css": "p { colr: red }",
    "bad.svg": "<svg xmlns='http://www.w3.org/2000/svg'><blob/></svg>",
}


def test_nu_checker_can_find_something(node_modules: Path, tmp_path: Path) -> None:
    """Each file with a known fault is reported, whatever its kind; one start for all of them."""
    for name, text in FAULTY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in FAULTY]
    status, words = vnu(node_modules, *ASSETS, *files)
    assert status == 1
    for name in FAULTY:
        rows = [row for row in words.splitlines() if name in row]
        assert any("error" in row for row in rows), (name, words)


def test_html_validate_finds_nothing(node_modules: Path, real_site: Path, rich_site: Path) -> None:
    """html-validate's recommended and accessibility rules hold on every page."""
    for site in (real_site, rich_site):
        pages = [str(path) for path in sorted(site.rglob("*.html"))]
        assert node(node_modules, HTML_VALIDATE, "--config", ".htmlvalidate.json", *pages) == CLEAN


def test_html_validate_can_find_something(node_modules: Path, tmp_path: Path) -> None:
    """A button without words is reported."""
    page = tmp_path / "bad.html"
    page.write_text("<!DOCTYPE html><button type='button'></button>", encoding="utf-8")
    status, words = node(node_modules, HTML_VALIDATE, "--config", ".htmlvalidate.json", str(page))
    assert (status, "text-content" in words) == (1, True)


def test_stylelint_finds_nothing(node_modules: Path) -> None:
    """The style sheets keep the rules of .stylelintrc.json."""
    assert node(node_modules, STYLELINT, "templates/styles/*.css") == CLEAN


def test_stylelint_can_find_something(node_modules: Path, tmp_path: Path) -> None:
    """A misspelt property is reported."""
    (tmp_path / "bad.css").write_text(".dn-x { colr: red; }\n", encoding="utf-8")
    config = str(ROOT / ".stylelintrc.json")
    status, words = node(
        node_modules,
        STYLELINT,
        "--config",
        config,
        "--config-basedir",
        str(ROOT),
        str(tmp_path / "bad.css"),
    )
    assert (status, "property-no-unknown" in words) == (2, True)
