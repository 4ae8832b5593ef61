"""The build as a whole: what it writes, what it refuses, what it leaves alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.diagnostics import Level
from disclosure.errors import OutputError
from disclosure.pipeline.build import build_site
from disclosure.render.outputs import OUTPUTS
from tests.conftest import NOTICE, Project

Tree = Callable[[Path], dict[str, bytes]]


def codes(project: Project, **options: bool) -> list[str]:
    """Build and return the codes of what was found."""
    return [d.code for d in build_site(project.settings, **options).diagnostics]


def test_site_has_every_promised_file(project: Project, tree: Tree) -> None:
    """One notice gives exactly the files that the output contract names."""
    result = build_site(project.settings)
    assert result.built
    assert result.diagnostics == ()
    names = {name for name in tree(project.output) if not name.startswith("assets/")}
    notice = "notices/first/"
    assert names == {notice + each.name for each in OUTPUTS} | {
        "index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", "sha256sum.txt",
    }  # fmt: skip


def test_second_build_changes_nothing(project: Project, tree: Tree) -> None:
    """A build without changes writes no file and says so in its outcome."""
    build_site(project.settings)
    before = {path: path.stat().st_mtime_ns for path in project.output.rglob("*")}
    result = build_site(project.settings)
    assert (result.written, result.deleted) == (0, 0)
    assert before == {path: path.stat().st_mtime_ns for path in project.output.rglob("*")}


def test_deleted_notice_leaves_no_file(project: Project, tree: Tree) -> None:
    """A notice that is gone takes its pages with it; the others and foreign files stay."""
    project.write("second", NOTICE)
    build_site(project.settings)
    foreign = project.output / "notices" / "second" / "scan.pdf"
    foreign.write_bytes(b"ours")
    (project.content / "notices" / "second.yaml").unlink()
    result = build_site(project.settings)
    assert result.deleted == 6
    left = [name for name in tree(project.output) if name.startswith("notices/second/")]
    assert left == ["notices/second/scan.pdf"]
    assert "notices/first/index.html" in tree(project.output)


def test_error_keeps_the_old_site(project: Project, tree: Tree) -> None:
    """With an error in any notice nothing in the site changes, not even for sound notices."""
    build_site(project.settings)
    before = tree(project.output)
    project.write("first", NOTICE.replace("现将", "今将"))
    project.write("second", NOTICE.replace("2022-02-23", "2022-02-30"))
    result = build_site(project.settings)
    assert not result.built
    assert [d.code for d in result.diagnostics] == ["field.date_missing"]
    assert tree(project.output) == before


def test_error_in_first_build_leaves_no_site(project: Project) -> None:
    """When the very first build fails there is no site folder afterwards."""
    project.write("first", "title: x\n")
    assert not build_site(project.settings).built
    assert not project.output.exists()


def test_all_errors_of_all_files_at_once(project: Project) -> None:
    """Errors of the site file and of every notice come together, in reading order."""
    project.write("second", NOTICE.replace("source: 某县纪委", "sorce: 某县纪委"))
    project.write("third", NOTICE.replace("value: 38", "value: 三十八"))
    (project.content / "site.yaml").write_text("name: x\n", encoding="utf-8")
    found = build_site(project.settings).diagnostics
    assert [(d.path.name, d.code) for d in found if d.level is Level.ERROR] == [
        ("second.yaml", "shape.unknown_near"),
        ("third.yaml", "field.number"),
        ("site.yaml", "shape.missing"),
        ("site.yaml", "shape.missing"),
    ]


def test_strict_fails_on_warnings(project: Project) -> None:
    """A missing clock time is a warning; with --strict it keeps the site from being written."""
    project.write("first", NOTICE.replace("published_time: 09:30\n", ""))
    assert codes(project) == ["notice.no_time"]
    project.output.rename(project.root / "elsewhere")
    assert not build_site(project.settings, strict=True).built
    assert not project.output.exists()


@pytest.mark.parametrize("name", ["Aa.yaml", "a..b.yaml", "..a-b.yml", "通报.yaml", "a_b.yaml"])
def test_slug_must_be_an_address(project: Project, name: str) -> None:
    """A file name that cannot be an address is refused by name (hidden files are no notices)."""
    (project.content / "notices" / name).write_text(NOTICE, encoding="utf-8")
    expected = [] if name.startswith(".") else ["slug.form"]
    assert codes(project) == expected


def test_two_files_for_one_slug(project: Project) -> None:
    """a.yaml and a.yml would become one page; the second is refused and names the first."""
    (project.content / "notices" / "first.yml").write_text(NOTICE, encoding="utf-8")
    (found,) = build_site(project.settings).diagnostics
    assert (found.code, dict(found.params)["first"]) == ("slug.clash", "first.yaml")


def test_drafts_are_left_alone(project: Project, tree: Tree) -> None:
    """A file that begins with an underscore is a draft, however broken."""
    project.write("_draft", "title: [\n")
    assert build_site(project.settings).built
    assert not any("draft" in name for name in tree(project.output))


def test_project_without_notices(project: Project) -> None:
    """An empty notices folder is an error that says what to put where."""
    (project.content / "notices" / "first.yaml").unlink()
    assert codes(project) == ["notices.none"]


def test_project_without_site_file(project: Project) -> None:
    """A missing site.yaml is an error that names it."""
    (project.content / "site.yaml").unlink()
    assert codes(project) == ["site.absent"]


def test_attachments_are_copied(project: Project) -> None:
    """An attached file lies beside the page, with type and size in the link's words."""
    folder = project.content / "notices" / "first"
    folder.mkdir()
    (folder / "plan.pdf").write_bytes(b"x" * 2048)
    project.write("first", NOTICE + "attachments: [{title: 整改方案, file: plan.pdf}]\n")
    assert codes(project) == []
    assert (project.output / "notices/first/files/plan.pdf").read_bytes() == b"x" * 2048
    page = (project.output / "notices/first/big/index.html").read_text(encoding="utf-8")
    assert '<a href="../files/plan.pdf">整改方案</a>（PDF，2 KB）' in page


def test_absent_attachment(project: Project) -> None:
    """An attachment that is not there is an error that says where to put it."""
    project.write("first", NOTICE + "attachments: [{title: 整改方案, file: plan.pdf}]\n")
    (found,) = build_site(project.settings).diagnostics
    assert found.code == "attachment.absent"
    assert dict(found.params)["folder"] == "content/notices/first"


@pytest.mark.parametrize("folder", ["content", "templates", "."])
def test_output_over_input_is_refused(project: Project, folder: str) -> None:
    """The output cannot be, or contain, what is written by hand."""
    settings = project.own_templates()
    output = (settings.root / folder).resolve()
    bad = type(settings)(
        settings.root, settings.content, settings.templates, output, settings.cache
    )
    with pytest.raises(OutputError) as caught:
        build_site(bad)
    assert caught.value.code == "output.inside"


def test_template_with_undefined_variable(project: Project) -> None:
    """A variable that does not exist is an error naming template and line."""
    settings = project.own_templates()
    page = settings.templates / "404.html"
    page.write_text(page.read_text(encoding="utf-8") + "{{ frame.nonsense }}", encoding="utf-8")
    settings_line = page.read_text(encoding="utf-8").count("\n") + 1
    found = build_site(settings).diagnostics
    assert found == ()  # text after the last block of a child template is never shown
    block = page.read_text(encoding="utf-8").replace("</h1>", "</h1>{{ frame.nonsense }}")
    page.write_text(block, encoding="utf-8")
    (found_one,) = build_site(settings).diagnostics
    assert found_one.code == "template.undefined"
    assert found_one.path.as_posix() == "templates/404.html"
    assert 0 < found_one.line < settings_line
    assert "nonsense" in found_one.excerpt


@pytest.mark.parametrize(
    ("spoiled", "code"),
    [("{% if %}", "template.broken"), ("{{ view.title|safe }}", "template.broken")],
)
def test_broken_template(project: Project, tree: Tree, spoiled: str, code: str) -> None:
    """A syntax error, and the banned safe filter, are errors; the site stays as it was."""
    settings = project.own_templates()
    build_site(settings)
    before = tree(project.output)
    page = settings.templates / "components" / "notice_head.html"
    page.write_text(page.read_text(encoding="utf-8") + spoiled, encoding="utf-8")
    (found,) = build_site(settings).diagnostics
    assert (found.code, found.path.name) == (code, "notice_head.html")
    assert tree(project.output) == before


def test_missing_template(project: Project) -> None:
    """A missing template is named."""
    settings = project.own_templates()
    (settings.templates / "components" / "site_foot.html").unlink()
    (found,) = build_site(settings).diagnostics
    assert found.code == "template.absent"
    assert found.path.name == "site_foot.html"
