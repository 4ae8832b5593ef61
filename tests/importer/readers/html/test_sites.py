"""Pages of four and forty systems around one notice: the notice comes out, and nothing of the site."""

from collections.abc import Callable

import pytest

from disclosure.importer.draft import Scalar
from disclosure.importer.importing import Imported, ImportOptions, import_file
from tests.importer.readers.accounting import lines_of, unaccounted
from tests.importer.readers.html import held_out, last_sites, odd_sites, sites
from tests.importer.readers.html.site_notice import AROUND, TITLE, Page

_PAGES: dict[str, Callable[[], Page]] = {
    **sites.SITES,
    **held_out.SITES,
    **last_sites.SITES,
    **odd_sites.SITES,
}


@pytest.mark.parametrize("name", _PAGES)
def test_the_notice_of_each_site(name: str) -> None:
    """Title, facts and every line of the notice are there, accounted for; nothing else is."""
    page = _PAGES[name]()
    imported = import_file(f"{name}.html", page.html.encode(page.encoding), ImportOptions())
    lines = lines_of(imported.reading)
    assert lines[-len(page.lines) :] == page.lines
    before = lines[: -len(page.lines)]
    titles = next(n for n in (1, 2) if "".join(before[:n]) == TITLE)
    # Between title and text stands at most one line of 来源 and 发布时间.
    assert before[titles:][-len(page.above) :] == list(page.above) or not page.above
    assert len(before) - titles - len(page.above) <= 1
    said = [line for line in lines if line not in page.lines]
    assert [word for word in AROUND if any(word in line for line in said)] == []
    assert unaccounted(imported.reading) == []
    _check_draft(imported, page)


def _check_draft(imported: Imported, page: Page) -> None:
    values = {entry.key: entry.value for entry in imported.fields.entries}
    found = {
        key: str(getattr(value.text, "text", value.text))
        for key in ("title", "source", "published", "index_number", "document_number")
        if isinstance(value := values.get(key), Scalar)
    }
    assert found == {"title": TITLE, **page.facts}
    assert {"issuer", "contact", "signature"} <= values.keys()
    assert ("attachments" in values) == bool(page.attached or page.files)
    assert imported.loaded is not None
    assert imported.differences == ()


def test_none_is_lost() -> None:
    """No page is lost because two bear one name."""
    assert len(_PAGES) == 44
