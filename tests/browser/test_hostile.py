"""Hostile content: whatever stands in a field, nothing of it is ever executed."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from disclosure.pipeline.build import build_site
from disclosure.source.load import load_notice
from tests.browser.conftest import build
from tests.conftest import ROOT, SITE, Project
from tests.pages import elements, parse_page

VECTORS = (ROOT / "tests/browser/vectors.txt").read_text(encoding="utf-8").splitlines()
TRAP = """
  window.__hits = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print']) {
    window[name] = (what) => { window.__hits.push(name + ':' + what); };
  }
  window.addEventListener('securitypolicyviolation', (e) => {
    if (e.violatedDirective.startsWith('script')) window.__hits.push('csp:' + e.blockedURI);
  });
"""


def is_link(text: str) -> bool:
    """Say whether the loader refuses the vector in prose, as a link of a wrong kind."""
    return "](" in text


def hostile_notice(vectors: tuple[str, ...]) -> dict[str, Any]:
    """Return a notice that carries each of ``vectors`` in every free field."""
    every = " ".join(vectors)
    prose = " ".join(v.replace("{", "\\{") for v in vectors if not is_link(v)) or "x"
    return {
        "title": every, "issuer": every, "source": every, "published": "2022-02-23",
        "document_number": every, "unit": every, "summary": every, "keywords": [every],
        "inspection": {
            "team": every, "round": every, "start": "2021-08-31", "end": "2021-09-13",
            "feedback": "2021-10-28",
        },
        "labels": dict.fromkeys(("measures", "progress", "outcomes", "status", "leader"), every),
        "metrics": [
            {"id": f"m{n}", "name": every, "value": "1", "unit": every, "yoy": "2%",
             "period": every, "about": every, "note": every, "group": every, "headline": "true"}
            for n in range(2)
        ],
        "lead": [prose, "{m0}"],
        "sections": [
            {"title": every, "mark": every, "body": prose,
             "tables": [{"caption": every, "columns": [every], "rows": [[prose]], "note": every}],
             "measures": [prose, prose], "progress": prose, "outcomes": [prose],
             "responses": [{"label": every, "text": prose, "items": [prose, prose]}],
             "leader": every, "department": every, "lead_unit": every, "status": "已完成"},
        ],
        "closing": prose,
        "attachments": [{"title": every, "url": "https://example.com/x"}],
        "feedback": {"invitation": prose},
        "contact": {"name": every, "person": every, "email": "a@example.com", "address": every,
                    "hours": every},
        "signature": {"name": every, "date": "2022-02-23"},
    }  # fmt: skip


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site in which every free field is hostile."""
    root = tmp_path_factory.mktemp("hostile")
    notices = root / "content" / "notices"
    notices.mkdir(parents=True)
    for number, vectors in enumerate(
        tuple(VECTORS[at : at + 6]) for at in range(0, len(VECTORS), 6)
    ):
        text = yaml.safe_dump(hostile_notice(vectors), allow_unicode=True, width=10**9)
        (notices / f"n-{number:02}.yaml").write_text(text, encoding="utf-8")
    site = yaml.safe_load(SITE)
    site["name"] = site["organizer"] = site["column"]["name"] = " ".join(VECTORS[:12])
    site["base_url"] = "https://www.example.gov.cn/"
    text = yaml.safe_dump(site, allow_unicode=True, width=10**9)
    (root / "content" / "site.yaml").write_text(text, encoding="utf-8")
    return build(root, root / "content")


def pages(site: Path) -> Iterator[str]:
    """Yield the address of every page of a site."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix()


def test_there_are_enough_vectors() -> None:
    """At least a hundred different vectors are tried."""
    assert len(set(VECTORS)) == len(VECTORS) >= 100


@pytest.mark.browser
@pytest.mark.parametrize("bypass", [True, False])
def test_nothing_executes(
    browser: Browser, hostile_site: Path, serve: Callable[[Path], str], bypass: bool
) -> None:
    """No page runs anything, with its policy and even without it; no link is a script."""
    address = serve(hostile_site)
    context = browser.new_context(bypass_csp=bypass)
    context.add_init_script(TRAP)
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for place in pages(hostile_site):
        page.goto(address + place)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate("[window.__hits, window.__pwned]") == [[], None], place
        kinds = page.evaluate("[...new Set([...document.links].map(a => a.protocol))].sort()")
        assert set(kinds) <= {"http:", "https:", "mailto:", "tel:"}, place
        handlers = page.evaluate(
            "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
            ".filter(n => n.startsWith('on') || n === 'style' || n === 'srcdoc')"
        )
        assert handlers == [], place
    assert dialogs == []
    context.close()


@pytest.mark.browser
def test_the_trap_works(browser: Browser, tmp_path: Path, serve: Callable[[Path], str]) -> None:
    """A page that does execute a vector is caught, so the silence above means something."""
    (tmp_path / "index.html").write_text("<img src=x onerror=alert(1)>", encoding="utf-8")
    context = browser.new_context()
    context.add_init_script(TRAP)
    page = context.new_page()
    page.goto(serve(tmp_path))
    page.wait_for_function("window.__hits.length > 0")
    assert page.evaluate("window.__hits") == ["alert:1"]
    context.close()


def test_no_element_is_smuggled_in(hostile_site: Path, project: Project) -> None:
    """Hostile pages have no element of a kind that a harmless page does not have."""
    build_site(project.settings)
    harmless = {
        each.tag for path in project.output.rglob("*.html") for each in parse_page(path).iter()
    }
    allowed = harmless | {
        f"{{http://www.w3.org/1999/xhtml}}{tag}" for tag in ("strong", "em", "code")
    }
    structure = ("figure", "table", "caption", "thead", "tbody", "tr", "th", "td", "h5", "h6")
    allowed |= {f"{{http://www.w3.org/1999/xhtml}}{tag}" for tag in structure}
    for path in hostile_site.rglob("*.html"):
        root = parse_page(path)
        assert {each.tag for each in root.iter()} <= allowed, path
        assert len(elements(root, "script")) <= 2


@pytest.mark.parametrize("field", ["published: X", "contact: {phone: X}", "contact: {email: X}",
                                   "feedback: {url: X}", "index_number: X",
                                   "attachments: [{title: t, url: X}]",
                                   "attachments: [{title: t, file: X}]",
                                   "sections: [{title: t, id: X}]"])  # fmt: skip
def test_strict_fields_refuse_every_vector(field: str) -> None:
    """Dates, numbers, links, file names and ids accept none of the vectors."""
    for vector in VECTORS:
        quoted = "'" + vector.replace("'", "''") + "'"
        base = {"title": "t", "issuer": "i", "published": "2022-02-23", "sections": "[{title: t}]"}
        name, _, value = field.partition(": ")
        base[name] = value.replace("X", quoted)
        text = "".join(f"{key}: {value}\n" for key, value in base.items())
        loaded, found = load_notice(text.encode(), PurePosixPath("x.yaml"))
        assert loaded is None, vector
        assert found


def test_script_links_in_prose_are_refused() -> None:
    """A link of a forbidden kind in prose is an error with its place."""
    refused = 0
    for vector in VECTORS:
        if not vector.startswith("[x]("):
            continue
        quoted = "'" + vector.replace("'", "''").replace("{", "\\{") + "'"
        text = f"title: t\nissuer: i\npublished: 2022-02-23\nsections: [{{title: t}}]\nlead: {quoted}\n"
        loaded, _ = load_notice(text.encode(), PurePosixPath("x.yaml"))
        refused += loaded is None
    assert refused >= 6
