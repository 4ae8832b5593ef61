"""Ids of sections never meet the page's own; addresses fit into a QR code."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote

import pytest

from disclosure.model.outline import NOTICE_IDS, is_reserved
from disclosure.pipeline.build import build_site
from disclosure.render.qr import QrDrawer
from disclosure.source.load import load_notice, load_site
from tests.checks.desk import SHOWN, SOUND, codes_in, to_yaml
from tests.conftest import NOTICE, ROOT, SITE, Project

_ID = re.compile(r"""\sid=["']([^"'{]+)""")


def ids_in_templates() -> set[str]:
    """Return every id that a template writes itself."""
    found = set()
    for path in sorted((ROOT / "templates").rglob("*.html")):
        found.update(_ID.findall(path.read_text("utf-8")))
    return found


def test_templates_give_no_other_ids() -> None:
    """Every id of every template is reserved, and the list names none that there is not."""
    found = ids_in_templates()
    assert {"main", "contact", "ledger"} <= found
    assert {each for each in found if not is_reserved(each)} == set()
    assert found >= NOTICE_IDS


def test_no_page_has_an_id_twice(project: Project) -> None:
    """On the pages as they are built, every id stands once and the page's own are reserved."""
    text = NOTICE.replace("kind: 问题\n", "kind: 问题\n        id: ours\n")
    project.write("first", text)
    assert build_site(project.settings).built
    pages = sorted(project.output.rglob("*.html"))
    assert len(pages) > 3
    for page in pages:
        ids = _ID.findall(page.read_text("utf-8"))
        assert len(ids) == len(set(ids)), page
        assert {each for each in ids if not is_reserved(each)} <= {"ours"}, page


@pytest.mark.parametrize("anchor", sorted(each for each in ids_in_templates() if each.isalpha()))
def test_ids_of_the_page_are_refused(anchor: str) -> None:
    """A section that takes an id of the page is an error at its place."""
    data = SOUND | {"sections": [{"title": "整改", "body": "持续整改。", "id": anchor}]}
    loaded, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert loaded is None
    assert [each.code for each in found] == ["section.reserved_id"]


@pytest.mark.parametrize(
    ("target", "dead"), [("contact", False), ("ledger", False), ("feedback", True)]
)
def test_links_into_the_page(target: str, dead: bool) -> None:
    """A link within the page may lead to the page's own parts, and only to those there are."""
    assert ("links.anchor" in codes_in(f"见[下文](#{target})。")) == dead


@pytest.mark.parametrize("length", [1400, 1500, 1501, 2331, 2332, 2400, 20_000])
@pytest.mark.parametrize("letter", ["a", "%", "字", "𠮷", "A"])
def test_long_addresses_are_told(length: int, letter: str) -> None:
    """An address that no QR code holds is refused; one that is taken can be drawn."""
    address = "https://www.example.gov.cn/"
    address += letter * ((length - len(address)) // len(quote(letter, safe="%")))
    told = len(quote(address, safe=":/%"))
    data = SOUND | {"feedback": {"url": address}}
    _, found = load_notice(to_yaml(data).encode(), SHOWN)
    assert ("field.long_link" in {each.code for each in found}) == (told > 1500)
    site = SITE.replace("https://www.example.gov.cn/gk/", address)
    refused = {
        each.code for each in load_site(site.encode(), PurePosixPath("site.yaml")).diagnostics
    }
    assert ("field.long_link" in refused) == (told + 1 > 1500)
    if told < 1500:
        longest = quote(f"{address}/notices/{'a' * 100}/index.html", safe=":/%")
        assert QrDrawer().draw(longest).size > 100
