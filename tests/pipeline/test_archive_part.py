"""The archive's part of the site: versions as sealed, history, comparisons, what stood when."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import disclosure
from disclosure.archive.verify import OFFICE_FILES, verify
from disclosure.pipeline.build import build_site
from tests.cli.test_seal import edit, run, sealed
from tests.conftest import Project
from tests.versioning.sealer import sign_and_seal

Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with two sealed versions, built, that no test touches."""
    project = Project(tmp_path_factory.mktemp("made"))
    sealed(project, 1)
    edit(project, "value: 38", "value: 41")
    sealed(project, 2, "更新数据")
    assert build_site(project.settings).built
    return project


@pytest.fixture
def two(project: Project, made: Project) -> Project:
    """Give a project with two sealed versions, built."""
    return project.take(made)


def page(project: Project, place: str) -> str:
    """Return a page of the site."""
    return (project.output / place / "index.html").read_text("utf-8")


def test_versions_are_published_as_sealed(two: Project) -> None:
    """Every file of every version stands on the site byte for byte, but those for the office."""
    archive, site = two.content / "archive", two.output / "archive"
    for path in archive.rglob("*"):
        twin = site / path.relative_to(archive)
        if path.name in OFFICE_FILES:
            assert not twin.exists()
        elif path.is_file():
            assert twin.read_bytes() == path.read_bytes(), path
    assert verify(site, published=True)[1] == ()
    assert run(two, "verify", str(two.output)).returncode == 0


def test_nobody_who_signed_is_named(two: Project) -> None:
    """No file of the site names a signer."""
    for path in two.output.rglob("*"):
        if path.is_file():
            assert "张三".encode() not in path.read_bytes(), path


def test_history(two: Project) -> None:
    """The history lists both versions, newest first, and says which is archived since when."""
    text = page(two, "archive/first")
    assert text.index("第2版") < text.index("第1版")
    assert text.count("最新一版") == 1
    assert "已归档 2022-02-16 16:30" in text
    assert "更新数据" in text
    assert re.search(r"新建项目</th><td>38个</td><td><strong>41个", text)
    assert 'points="2,17 58,3"' in text  # the figure's curve: up
    head = run(two, "verify").stdout.splitlines()[-1].split()[1].split("（")[0]
    assert head in text
    assert f"归档记录末行摘要：{head}" in (two.output / "feed.xml").read_text("utf-8")


def test_comparison(two: Project) -> None:
    """The comparison tells the figure and its sentence, in words too, and nothing else."""
    text = page(two, "archive/first/1...2")
    assert re.search(r"<td>指标</td><th scope=\"row\">新建项目</th>", text)
    assert '<del><span class="dn-change__mark">删：</span>38个</del>' in text
    assert '<ins><span class="dn-change__mark">增：</span>41个</ins>' in text
    assert text.count("<del>") == text.count("<ins>") == 1


def test_links_lead_somewhere(two: Project) -> None:
    """Every relative link of the archive's pages and of the notice leads to a file."""
    for html in [
        *two.output.glob("archive/**/index.html"),
        two.output / "notices/first/index.html",
    ]:
        for link in re.findall(r'href="([^"#:]+)"', html.read_text("utf-8")):
            target = html.parent / link
            assert (target / "index.html").is_file() or target.is_file(), (html, link)


def test_notice_names_its_versions(two: Project) -> None:
    """The current page links this version, the one before and the history."""
    text = page(two, "notices/first")
    assert "最近定版：" in text
    for link in ("../../archive/first/2/", "../../archive/first/1/", "../../archive/first/"):
        assert f'href="{link}"' in text


def test_what_stood_when(two: Project) -> None:
    """The list by day and the time map name every version with its time."""
    text = page(two, "archive/as-of")
    assert text.index("（第2版）") < text.index("（第1版）")
    lines = (two.output / "archive/first/timemap.link").read_text("utf-8").splitlines()
    assert lines[0].endswith('notices/first/>; rel="original",')
    assert 'rel="first memento"; datetime="Wed, 16 Feb 2022 08:28:20 GMT",' in lines[2]
    assert 'rel="last memento"' in lines[3]
    assert len(lines) == 4


def test_spoilt_archive_is_not_published(two: Project, tree: Tree) -> None:
    """When the archive is not as it was sealed, the site stays as it was and the file is named."""
    before = tree(two.output)
    (two.content / "archive" / "first" / "1" / "notice.json").write_bytes(b"{}")
    edit(two, "lead: 现将", "lead: 现已将")
    result = build_site(two.settings)
    assert not result.built
    found = [(each.code, each.path.name) for each in result.diagnostics if each.level == 3]
    assert found == [("archive.changed", "notice.json")]
    assert tree(two.output) == before


def test_incremental(two: Project, tree: Tree, tmp_path: Path) -> None:
    """After sealing once more, the incremental site is that of a build from nothing."""
    assert build_site(two.settings).written == 0
    edit(two, "value: 41", "value: 45")
    sealed(two, 3, "再次更新")
    assert build_site(two.settings).built
    clean = two.settings._replace(output=tmp_path / "clean", cache=tmp_path / "none")
    assert build_site(clean).built
    assert tree(two.output) == tree(clean.output)
    shutil.rmtree(two.content / "archive")
    # Versions that vanish stop the build; only who moves the site away as well begins anew.
    assert not build_site(two.settings).built
    assert (two.output / "archive").exists()
    shutil.rmtree(two.output)
    assert build_site(two.settings).built
    assert not (two.output / "archive").exists()
    assert "最近定版" not in page(two, "notices/first")


def test_withdrawn(two: Project) -> None:
    """A withdrawn notice says so on its history, with the reason."""
    options = ("seal", "first", "--note", "内容有误，予以撤回", "--reason", "撤回")
    assert run(two, *options, at=1_645_001_000).returncode == 0
    assert build_site(two.settings).built
    assert "本通报已撤回。内容有误，予以撤回" in page(two, "archive/first")


def test_addresses_of_older_programs(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of versions that 0.1.0 sealed every two are compared, of later ones neighbours and the first."""
    today = disclosure.__version__
    for number in range(1, 6):
        monkeypatch.setattr(disclosure, "__version__", "0.1.0" if number <= 3 else today)
        edit(project, f"value: {37 + number}", f"value: {38 + number}")
        sign_and_seal(project.settings, "first", f"第{number}次")
    assert build_site(project.settings).built
    compared = {path.parent.name for path in project.output.glob("archive/first/*...*/index.html")}
    assert compared == {"1...2", "1...3", "2...3", "1...4", "3...4", "1...5", "4...5"}
    history = page(project, "archive/first")
    assert {name for name in compared if f'href="{name}/"' in history} == compared
