"""The contact block: there, and linked, only where there is something to say in it."""

import re

import pytest

from disclosure.pipeline.build import build_site
from tests.conftest import Project
from tests.pages import parse_page, visible_text

CONTACT = re.compile(r"^contact:.*\n(?:[ -].*\n)*", re.MULTILINE)


@pytest.mark.parametrize("page", ["index.html", "big/index.html"])
def test_without_contacts(project: Project, page: str) -> None:
    """A notice and a site without contacts: neither a block, nor its heading, nor a link to it."""
    path = project.content / "notices" / "first.yaml"
    text = path.read_text("utf-8")
    assert CONTACT.search(text)
    assert build_site(project.settings).built
    shown = project.output / "notices" / "first" / page
    assert 'href="#contact"' in shown.read_text("utf-8")
    path.write_text(CONTACT.sub("", text), "utf-8")
    assert build_site(project.settings).built
    html = shown.read_text("utf-8")
    assert "#contact" not in html
    assert 'id="contact"' not in html
    assert "联系方式" not in visible_text(parse_page(shown))


def test_contacts_of_the_site(project: Project) -> None:
    """Where the notice has none, those of the site are shown and linked."""
    path = project.content / "notices" / "first.yaml"
    path.write_text(CONTACT.sub("", path.read_text("utf-8")), "utf-8")
    site = project.content / "site.yaml"
    site.write_text(site.read_text("utf-8") + "contact: {phone: 0563-5123456}\n", "utf-8")
    assert build_site(project.settings).built
    html = (project.output / "notices" / "first" / "index.html").read_text("utf-8")
    assert 'href="#contact"' in html
    assert 'id="contact"' in html
    assert "0563-5123456" in html
