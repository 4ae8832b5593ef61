"""The table of outputs: what is listed anywhere is what is made."""

import re
from pathlib import PurePosixPath

from disclosure.archive.verify import OFFICE_FILES, RECORD, REQUIRED
from disclosure.page_texts import page_texts
from disclosure.pipeline.own_places import has_own_name
from disclosure.render.composed import NoticeSource, compose
from disclosure.render.deliveries.delivery import README, render_delivery
from disclosure.render.deliveries.outputs import ONLY_DELIVERED, delivered
from disclosure.render.notice_files import render_notice
from disclosure.render.outputs import LINKS, OUTPUTS, sealed
from disclosure.render.renderer import Renderer, open_renderer
from disclosure.render.sealed import SealedAs, render_sealed
from disclosure.source.load import load_notice, load_site
from tests.conftest import NOTICE, ROOT, SITE

WORDS = page_texts()

VERSION = SealedAs(1, "2026-01-02T03:04:05+08:00", "首次公布", "首次公布")


def renderer() -> Renderer:
    """Return the tools of the tests' site."""
    site = load_site(SITE.encode(), PurePosixPath("site.yaml")).model
    assert site is not None
    return open_renderer(site, ROOT / "templates")


def source() -> NoticeSource:
    """Return a notice with an attachment."""
    loaded, found = load_notice(NOTICE.encode(), PurePosixPath("a.yaml"))
    assert loaded is not None, found
    return NoticeSource(
        "a", loaded.notice, loaded.figures, loaded.outline, {"plan.pdf": b"%PDF-1.4"}
    )


def test_every_line_leads_somewhere() -> None:
    """No name stands twice, and what is not on the site is delivered, without link or seal."""
    names = [output.name for output in (*OUTPUTS, *ONLY_DELIVERED)]
    assert len(set(names)) == len(names)
    assert all(output.purpose for output in ONLY_DELIVERED)
    assert not any(output.sealed or output.label for output in ONLY_DELIVERED)


def test_promised_files_stay() -> None:
    """What was promised once stands for good: others link to it, and versions must have it."""
    data = {"notice.json", "notice.txt", "ledger.csv", "metrics.csv"}
    assert {output.name for output in OUTPUTS} >= {"index.html", "big/index.html", *data}
    assert {output.name for output in sealed()} >= data
    assert {output.name for output in delivered(optional=True)} >= {
        "copy.html", "fragment.html", "fragment-plain.html", "wechat.html", "standalone.html",
        "meta.txt", "meta.json", "notice.pdf", *data,
    }  # fmt: skip


def test_site_has_what_the_table_says() -> None:
    """The site gets the table's files and the attachments, and its page links to what has words."""
    files = render_notice(source(), renderer()).files
    names = {output.name for output in OUTPUTS} | {"files/plan.pdf"}
    assert set(files) == {f"notices/a/{name}" for name in names}
    page = files["notices/a/index.html"].decode()
    for said, name in LINKS:
        label = WORDS.text(said)
        assert re.search(rf'<a[^>]* href="{re.escape(name)}"[^>]*>{label}</a>', page), name


def test_site_knows_its_files_without_a_cache() -> None:
    """Of a notice or a version that is gone, every file is known as the program's own by name."""
    assert all(has_own_name(f"notices/a/{output.name}") for output in OUTPUTS)
    assert all(has_own_name(f"archive/a/1/{output.name}") for output in sealed())


def test_delivery_has_what_the_table_says() -> None:
    """A delivery gets the table's files, and its README a line for each in the table's order."""
    files = render_delivery(source(), renderer(), pdf=False)
    outputs = delivered(optional=False)
    assert set(files) == {*(output.name for output in outputs), README, "files/plan.pdf"}
    lines = files[README].decode("utf-8-sig").split("\r\n")
    said = [f"{output.name}：{WORDS.text(output.purpose)}" for output in outputs]
    assert [line for line in lines if line in said] == said


def test_version_has_what_the_table_says() -> None:
    """A version gets its page and the table's files, and its page names them."""
    files, _ = render_sealed(source(), renderer(), VERSION)
    names = {output.name for output in sealed()}
    assert set(files) == {"index.html", "files/plan.pdf", *names}
    assert all(f'href="{name}"' in files["index.html"].decode() for name in names)


def test_version_of_old_gets_nothing_new() -> None:
    """A version that was sealed without a file is made again without it, and without its link."""
    held = {output.name for output in sealed()} - {"metrics.csv"}
    files, _ = render_sealed(source(), renderer(), VERSION, held)
    assert "metrics.csv" not in files
    assert b"metrics.csv" not in files["index.html"]


def test_what_every_version_must_have_is_sealed() -> None:
    """What no version may lack never leaves the table: it would be refused as incomplete."""
    names = {"index.html", RECORD, *OFFICE_FILES, *(output.name for output in sealed())}
    assert names >= REQUIRED


def test_canonical_form_is_the_bytes_that_are_signed() -> None:
    """``notice.json`` is what the digest is taken of."""
    composed = compose(source(), renderer())
    (canonical,) = (output for output in OUTPUTS if output.name == "notice.json")
    assert canonical.make(composed) == source().canonical
