"""Hostile content: whatever stands in a field, nothing of it is ever executed."""

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import html5lib
import pypdf
import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Dialog

from disclosure.editorial.check import check_project
from disclosure.files import write_file
from disclosure.handover.deliver import make_delivery
from disclosure.project.settings import Settings
from disclosure.source.load import load_notice, load_site
from tests.browser.hostile import (
    GROUPS,
    HARMLESS,
    SLUG,
    VECTORS,
    accepts_prose,
    as_prose,
    attributes_of,
    build_hostile,
    build_with,
    page_names,
    quoted,
    structure,
    write_notice,
)
from tests.conftest import ROOT, SITE
from tests.pages import SPACE, elements, parse_page
from tests.required import missing
from tests.yaml_writer import as_yaml

TRAP = """
  window.__hits = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print']) {
    window[name] = (what) => { window.__hits.push(name + ':' + what); };
  }
  window.addEventListener('securitypolicyviolation', (e) => {
    window.__hits.push(e.violatedDirective + ':' + e.blockedURI);
  });
"""
SAFE_LINKS = {"http:", "https:", "mailto:", "tel:"}


@pytest.fixture(scope="module")
def hostile_sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Build a site for every group of vectors."""
    return [build_hostile(tmp_path_factory.mktemp, vectors) for vectors in GROUPS]


def trapped(browser: Browser, bypass: bool) -> tuple[BrowserContext, list[str]]:
    """Return a context that notices anything executed, and the dialogs it has seen."""
    context = browser.new_context(bypass_csp=bypass)
    context.add_init_script(TRAP)
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    context.on("dialog", dismiss)
    return context, dialogs


def test_there_are_enough_vectors() -> None:
    """At least a hundred different vectors are tried."""
    assert len(set(VECTORS)) == len(VECTORS) >= 100


@pytest.mark.browser
@pytest.mark.parametrize("bypass", [True, False])
def test_nothing_executes(
    browser: Browser, hostile_sites: list[Path], serve: Callable[[Path], str], bypass: bool
) -> None:
    """No page runs or fetches anything, with its policy and even without it."""
    context, dialogs = trapped(browser, bypass)
    page = context.new_page()
    asked: list[str] = []
    own: list[str] = []  # all of them: Chromium may ask for a page's icon after leaving it
    page.on("request", lambda request: asked.append(request.url))
    for site in hostile_sites:
        address = serve(site)
        own.append(address)
        names = page_names(site)
        assert len(names) == 4
        for name in names:
            page.goto(address + name)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert page.evaluate("[window.__hits, window.__pwned]") == [[], None], name
            kinds = page.evaluate("[...new Set([...document.links].map(a => a.protocol))]")
            assert set(kinds) <= SAFE_LINKS, name
        assert [url for url in asked if not url.startswith(tuple(own))] == []
        asked.clear()
    assert dialogs == []
    context.close()


@pytest.mark.browser
def test_the_trap_works(browser: Browser, tmp_path: Path, serve: Callable[[Path], str]) -> None:
    """A page that does execute a vector is caught, so the silence above means something."""
    (tmp_path / "index.html").write_text("<img src=x onerror=alert(1)>", encoding="utf-8")
    context, _ = trapped(browser, bypass=True)
    page = context.new_page()
    page.goto(serve(tmp_path))
    page.wait_for_function("window.__hits.length > 0")
    assert page.evaluate("window.__hits") == ["alert:1"]
    context.close()


def test_nothing_is_smuggled_in(hostile_sites: list[Path], tmp_path: Path) -> None:
    """Each page has the elements and attributes of a harmless one, in order, and no other."""
    harmless = build_with(tmp_path, HARMLESS, HARMLESS)
    expected = {name: structure(harmless / name) for name in page_names(harmless)}
    for site in hostile_sites:
        for name in page_names(site):
            assert structure(site / name) == expected[name], (site, name)


def test_everything_is_printed_as_written(hostile_sites: list[Path]) -> None:
    """Title and JSON-LD say the vectors letter by letter: escaped, not dropped."""
    for vectors, site in zip(GROUPS, hostile_sites, strict=True):
        root = parse_page(site / "notices" / SLUG / "index.html")
        title = " ".join(vectors)
        (heading,) = elements(root, "h1")
        (named,) = elements(root, "title")
        data, program = elements(root, "script")
        assert heading.text == title
        assert (named.text or "").startswith(title)
        assert json.loads(data.text or "")["headline"] == title
        assert program.get("src", "").startswith("../../assets/")


def test_feed_and_sitemap_stay_whole(hostile_sites: list[Path]) -> None:
    """The feed carries the title as text, and both files are well-formed XML."""
    for vectors, site in zip(GROUPS, hostile_sites, strict=True):
        feed = ET.fromstring((site / "feed.xml").read_bytes())  # noqa: S314 - ours
        titles = [each.text for each in feed.iter("{http://www.w3.org/2005/Atom}title")]
        assert titles[-1] == " ".join(vectors)
        ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - ours


@pytest.mark.parametrize(
    "field",
    [
        "published: X",
        "published_time: X",
        "as_of: X",
        "index_number: X",
        "inspection: {start: X}",
        "posting_period: {start: X, end: 2022-03-01}",
        "contact: {phone: X}",
        "contact: {fax: X}",
        "contact: {email: X}",
        "contact: {postcode: X}",
        "feedback: {url: X}",
        "attachments: [{title: t, url: X}]",
        "attachments: [{title: t, file: X}]",
        "metrics: [{id: X, name: n, value: 1}]",
        "metrics: [{id: m, name: n, value: X}]",
        "metrics: [{id: m, name: n, value: 1, yoy: X}]",
        "metrics: [{id: m, name: n, formula: X}]",
        "sections: [{title: t, id: X}]",
        "sections: [{title: t, kind: X}]",
        "sections: [{title: t, status: X}]",
        "sections: [{title: t, deadline: X}]",
        "signature: {name: n, date: X}",
    ],
)
def test_strict_fields_refuse_every_vector(field: str) -> None:
    """Dates, numbers, links, file names and ids accept none of the vectors."""
    name, _, value = field.partition(": ")
    for vector in VECTORS:
        text = write_notice(**{name: value.replace("X", quoted(vector))})
        loaded, found = load_notice(text, PurePosixPath("x.yaml"))
        assert loaded is None, vector
        assert found


@pytest.mark.parametrize("name", ["base_url", "site_code", "icp", "police_record", "report_error"])
def test_strict_fields_of_the_site_refuse_every_vector(name: str) -> None:
    """Addresses and registrations of the site accept none of the vectors."""
    for vector in VECTORS:
        text = as_yaml(yaml.safe_load(SITE) | {name: vector})
        assert load_site(text.encode(), PurePosixPath("site.yaml")).model is None, vector


def test_prose_refuses_what_no_page_may_carry() -> None:
    """Links of a wrong kind and names in braces are errors; all else was built and opened."""
    refused = [vector for vector in VECTORS if as_prose(vector) is None]
    assert refused
    assert all("](" in vector for vector in refused)
    assert not accepts_prose("{{7*7}}")


@pytest.fixture(scope="module")
def hostile_deliveries(hostile_sites: list[Path]) -> list[Path]:
    """Deliver the notice of every group of vectors, and return the folders."""
    return [deliver(site.parent) for site in hostile_sites]


def deliver(root: Path) -> Path:
    """Deliver a project's notice beside its site."""
    settings = Settings(root, root / "content", ROOT / "templates", root / "site", root / ".cache")
    checking = check_project(settings, (SLUG,))
    assert checking.context is not None
    folder = root / "delivery"
    for name, data in make_delivery(next(checking.notices), checking.context).files.items():
        write_file(folder / name, data)
    return folder


@pytest.mark.browser
def test_deliveries_execute_nothing(browser: Browser, hostile_deliveries: list[Path]) -> None:
    """Nothing that is handed over runs or fetches anything, even without a policy."""
    context, dialogs = trapped(browser, bypass=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for folder in hostile_deliveries:
        names = page_names(folder)
        assert len(names) == 5
        for name in names:
            page.goto((folder / name).as_uri())
            assert page.evaluate("[window.__hits, window.__pwned]") == [[], None], name
            kinds = page.evaluate("[...new Set([...document.links].map(a => a.protocol))]")
            assert set(kinds) <= SAFE_LINKS | {"file:"}, name
    assert [url for url in asked if not url.endswith(".html")] == []
    assert dialogs == []
    context.close()


def test_nothing_is_smuggled_into_deliveries(
    hostile_deliveries: list[Path], tmp_path: Path
) -> None:
    """Each delivered page has the elements and attributes of a harmless one, but for prose."""
    harmless = deliver(build_with(tmp_path, HARMLESS, HARMLESS).parent)
    for folder in hostile_deliveries:
        for name in page_names(folder):
            assert shape(folder / name) == shape(harmless / name), (folder, name)


def shape(page: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return a page's elements with their attributes, without what prose may bring."""
    text = page.read_text("utf-8-sig")
    parser = html5lib.HTMLParser(strict=True)
    whole = text.startswith("<!DOCTYPE")
    root: Element = parser.parse(text) if whole else parser.parseFragment(text)
    prose = {SPACE + name for name in ("strong", "em", "span", "a")}
    return [(each.tag, attributes_of(each)) for each in root.iter() if each.tag not in prose]


def test_hostile_pdf_has_no_actions(hostile_deliveries: list[Path]) -> None:
    """A PDF of hostile content has no link, no script, no file and no form in it."""
    for folder in hostile_deliveries:
        if not (folder / "notice.pdf").exists():
            missing("WeasyPrint")
        pdf = pypdf.PdfReader(folder / "notice.pdf")
        assert not [page for page in pdf.pages if "/Annots" in page]
        assert not {"/AA", "/OpenAction", "/AcroForm"} & set(pdf.trailer["/Root"])
        assert not list(pdf.attachments)
