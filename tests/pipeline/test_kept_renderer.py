"""A page made at once is made of the files as they are now, whatever was kept of them."""

from disclosure.pipeline.kept_renderer import KeptRenderer
from disclosure.pipeline.one_page import make_page
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import find_notice
from disclosure.project.settings import Settings
from tests.conftest import SITE, Project


def _page(settings: Settings, kept: KeptRenderer) -> bytes:
    file = find_notice("first", settings)
    assert file is not None
    page = make_page(read_notice(file, settings), settings, kept, large=False)
    assert page is not None
    return page


def test_changed_template(project: Project) -> None:
    """A template that is changed is used at once, and makes what a renderer opened anew makes."""
    settings = project.own_templates()
    kept = KeptRenderer(settings)
    before = _page(settings, kept)
    assert _page(settings, kept) == before
    template = settings.templates / "components" / "article.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("<article", '<article data-changed="1"', 1), encoding="utf-8")
    after = _page(settings, kept)
    assert b'data-changed="1"' in after
    assert after == _page(settings, KeptRenderer(settings))


def test_changed_site(project: Project) -> None:
    """What ``site.yaml`` says now stands on the page."""
    settings = project.settings
    kept = KeptRenderer(settings)
    before = _page(settings, kept)
    name = next(line for line in SITE.splitlines() if line.startswith("name:"))
    changed = SITE.replace(name, "name: 某某新网", 1)
    (project.content / "site.yaml").write_text(changed, encoding="utf-8")
    after = _page(settings, kept)
    assert "某某新网".encode() in after
    assert "某某新网".encode() not in before
    assert after == _page(settings, KeptRenderer(settings))
