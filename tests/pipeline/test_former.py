"""Former addresses: withdrawn, moved, withheld; none that was sealed vanishes unseen."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.archive.verify import verify
from disclosure.editorial.check import check_project
from disclosure.errors import OutputError, UsageError
from disclosure.pipeline.build import build_site
from disclosure.project.sealed_archive import store_of
from disclosure.versioning.rebuild import rebuild
from disclosure.versioning.withdrawal import withdraw
from tests.conftest import NOTICE, Project
from tests.pages import parse_page, visible_text
from tests.render.test_dates import entries
from tests.versioning.sealer import sign_and_seal

Tree = Callable[[Path], dict[str, bytes]]
FIRST, SECOND, THIRD = 1_710_000_000, 1_720_000_000, 1_730_000_000
NOTE = "内容<有误>"
ATTACHED = NOTICE + "attachments: [{title: 方案, file: plan.pdf}]\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with a notice of two versions and another one, built; nobody changes it."""
    with pytest.MonkeyPatch.context() as patch:
        project = Project(tmp_path_factory.mktemp("made"))
        project.write("second", NOTICE.replace("2022-02-23", "2023-02-23"))
        (project.content / "notices/first").mkdir()
        (project.content / "notices/first/plan.pdf").write_bytes(b"plan")
        for at, value in ((FIRST, 38), (SECOND, 41)):
            patch.setenv("SOURCE_DATE_EPOCH", str(at))
            project.write("first", ATTACHED.replace("value: 38", f"value: {value}"))
            sign_and_seal(project.settings, "first", "说明", "" if at == FIRST else "更正")
        assert build_site(project.settings).built
    return project


@pytest.fixture
def two(project: Project, made: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a copy of it, some time later."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(THIRD))
    project.take(made)
    shutil.rmtree(project.output)  # a build notes what it wrote, and where
    assert build_site(project.settings).built
    return project


def seen(project: Project, place: str) -> str:
    """Return what a reader sees of a page."""
    return visible_text(parse_page(project.output / place / "index.html"))


def errors(project: Project) -> list[tuple[str, int, str]]:
    """Return what keeps the site from being built: code, line and file."""
    result = build_site(project.settings)
    assert not result.built
    return [
        (each.code, each.line, each.path.name) for each in result.diagnostics if each.level == 3
    ]


def addresses(project: Project, text: str) -> None:
    """Write what became of former addresses."""
    (project.content / "addresses.yaml").write_text(text, encoding="utf-8")


def equals_clean(project: Project, tree: Tree) -> None:
    """Hold the site against one that is built from nothing."""
    clean = project.settings._replace(
        output=project.root / "clean/site", cache=project.root / "clean/.cache"
    )
    assert build_site(clean).built
    assert tree(project.output) == tree(clean.output)


def rename(project: Project, old: str, new: str) -> None:
    """Rename a notice's file, and the folder of what is attached."""
    folder = project.content / "notices"
    (folder / f"{old}.yaml").rename(folder / f"{new}.yaml")
    if (folder / old).is_dir():
        (folder / old).rename(folder / new)


@pytest.mark.parametrize("standing", [True, False], ids=["with its file", "without its file"])
def test_withdrawn(two: Project, tree: Tree, *, standing: bool) -> None:
    """Page, large print, data, index and feed say that it was withdrawn, when and why."""
    before = entries(two)
    if standing:
        sign_and_seal(two.settings, "first", NOTE, "撤回")
    else:
        (two.content / "notices/first.yaml").unlink()
        withdraw("first", two.settings, NOTE)
    assert build_site(two.settings).built
    for place in ("notices/first", "notices/first/big"):
        text = seen(two, place)
        for said in (
            "本通报已撤回", f"原因：{NOTE}", "中共某县某局党组关于巡察整改进展情况的通报",
            "2022-02-23 09:30", "2024-10-27 11:33", "第1版（首次公布）", "第3版（撤回）",
        ):  # fmt: skip
            assert said in text
        assert "新建项目" not in text
    data = json.loads((two.output / "notices/first/notice.json").read_bytes())
    assert data == {
        "slug": "first", "withdrawn": "2024-10-27T11:33:20+08:00", "version": 3, "note": NOTE,
    }  # fmt: skip
    for name in ("notice.txt", "ledger.csv", "metrics.csv"):
        told = (two.output / "notices/first" / name).read_text("utf-8-sig")
        assert f"本通报已撤回。{NOTE}" in told
    assert not (two.output / "notices/first/files").exists()
    assert "已撤回" in seen(two, ".")
    after = entries(two)
    assert list(after) == ["first/", "second/"]
    assert after["second/"] == before["second/"]
    assert after["first/"] == (
        before["first/"][0], "2024-10-27T11:33:20+08:00", f"本通报已撤回。{NOTE}",
    )  # fmt: skip
    assert verify(two.content / "archive")[1] == ()
    equals_clean(two, tree)


def test_without_its_file_the_last_version_is_sealed_again(two: Project) -> None:
    """What is sealed as withdrawn is what was sealed last, attachments and all, and rebuilds."""
    (two.content / "notices/first.yaml").unlink()
    sealed = withdraw("first", two.settings, NOTE)
    store = store_of(two.settings)
    _, last, new = store.versions("first")
    assert (new.number, new.reason, new.content) == (3, "撤回", last.content)
    assert store.read(new, "notice.json") == store.read(last, "notice.json")
    assert store.read(new, "files/plan.pdf") == b"plan"
    assert rebuild(store, new, two.settings).different == ()
    assert sealed.head
    with pytest.raises(OutputError, match=r"seal\.withdrawn"):
        withdraw("first", two.settings, NOTE)
    with pytest.raises(OutputError, match=r"seal\.never"):
        withdraw("second", two.settings, NOTE)
    with pytest.raises(UsageError, match=r"seal\.note"):
        withdraw("first", two.settings, " ")


def test_a_spoilt_version_is_not_withdrawn_anew(two: Project) -> None:
    """What is not as it was sealed is not sealed again."""
    (two.content / "notices/first.yaml").unlink()
    (two.content / "archive/first/2/notice.yaml").write_text(NOTICE, encoding="utf-8")
    with pytest.raises(OutputError, match=r"rebuild\.faults"):
        withdraw("first", two.settings, NOTE)


def test_sealed_again_it_stands_again(two: Project, tree: Tree) -> None:
    """After a withdrawal the same text can be sealed again, and stands."""
    sign_and_seal(two.settings, "first", NOTE, "撤回")
    sign_and_seal(two.settings, "first", "复核无误", "更正")
    assert build_site(two.settings).built
    text = seen(two, "notices/first")
    assert "第4版，更正：复核无误" in text
    assert "新建项目" in text
    assert (two.output / "notices/first/files/plan.pdf").read_bytes() == b"plan"
    equals_clean(two, tree)


def test_the_only_notice_withdrawn(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project whose only notice was withdrawn, and has no file, builds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FIRST))
    sign_and_seal(project.settings, "first", "首次公布")
    (project.content / "notices/first.yaml").unlink()
    assert errors(project) == [("address.lost", 0, "first.yaml")]
    withdraw("first", project.settings, NOTE)
    assert build_site(project.settings).built
    assert not [each for each in check_project(project.settings).found if each.level == 3]


def test_withheld(two: Project, tree: Tree) -> None:
    """Withheld versions are nowhere on the site but in the history; their addresses answer."""
    sign_and_seal(two.settings, "first", NOTE, "撤回")
    addresses(two, "withheld: [first]\n")
    assert build_site(two.settings).built
    for place in ("archive/first/1", "archive/first/2", "archive/first/1...2"):
        assert "各版的内容不再公开" in seen(two, place)
    assert "各版的内容不再公开" in seen(two, "notices/first")
    history = seen(two, "archive/first")
    assert "第2版（更正）" in history
    for path in two.output.rglob("*"):
        if path.is_file() and "second" not in path.parts:
            assert "新建项目".encode() not in path.read_bytes(), path
    assert not list((two.output / "archive/first").rglob("notice.json"))
    equals_clean(two, tree)


def test_withheld_without_the_cache(two: Project, tree: Tree) -> None:
    """What is withheld goes from the site, too, where nobody noted what a build wrote."""
    sign_and_seal(two.settings, "second", "首次公布")
    assert build_site(two.settings).built
    shutil.rmtree(two.settings.cache)
    sign_and_seal(two.settings, "second", NOTE, "撤回")
    addresses(two, "withheld: [second]\n")
    assert build_site(two.settings).left == ()
    assert not (two.output / "archive/second/1/record.json").exists()
    equals_clean(two, tree)


def test_lost(two: Project, tree: Tree) -> None:
    """A sealed notice without its file stops build and check, and the site stays as it was."""
    before = tree(two.output)
    path = two.content / "notices/first.yaml"
    path.rename(two.root / "aside")
    assert errors(two) == [("address.lost", 0, "first.yaml")]
    assert [each.code for each in check_project(two.settings).found if each.level == 3] == [
        "address.lost"
    ]
    assert tree(two.output) == before
    (two.root / "aside").rename(path)
    assert build_site(two.settings).built
    assert tree(two.output) == before


def test_moved(two: Project, tree: Tree) -> None:
    """Every address of the old name answers and leads to the new one, over two renamings."""
    old = [place for place in tree(two.output) if place.startswith(("notices/first/", "archive/"))]
    rename(two, "first", "renamed")
    addresses(two, "moved_to:\n  first: between\n  between: renamed\n")
    assert build_site(two.settings).built
    assert [place for place in old if not (two.output / place).exists()] == []
    html = (two.output / "notices/first/index.html").read_text("utf-8")
    new = "https://www.example.gov.cn/gk/notices/renamed/"
    assert f'<link rel="canonical" href="{new}">' in html
    assert '<meta http-equiv="refresh" content="0; url=../renamed/">' in html
    assert '<a href="../renamed/">' in html
    big = (two.output / "notices/between/big/index.html").read_text("utf-8")
    assert '<a href="../../renamed/big/">' in big
    data = json.loads((two.output / "notices/first/notice.json").read_bytes())
    assert data == {"moved_to": "renamed", "address": f"{new}notice.json", "slug": "first"}
    assert (two.output / "notices/first/files/plan.pdf").read_bytes() == b"plan"
    assert list(entries(two)) == ["first/", "second/"]  # known as before, and not new
    assert "notices/first" not in (two.output / "sitemap.xml").read_text("utf-8")
    for page in two.output.rglob("index.html"):
        for link in re.findall(r'href="([^"#:]+)"', page.read_text("utf-8")):
            target = page.parent / link
            assert (target / "index.html").is_file() or target.is_file(), (page, link)
    equals_clean(two, tree)


def test_moved_again_follows(two: Project, tree: Tree) -> None:
    """Where the target is renamed, the old page leads there after the next build."""
    rename(two, "first", "b")
    addresses(two, "moved_to: {first: b}\n")
    assert build_site(two.settings).built
    rename(two, "b", "c")
    addresses(two, "moved_to: {first: b, b: c}\n")
    assert build_site(two.settings).built
    assert "url=../c/" in (two.output / "notices/first/index.html").read_text("utf-8")
    equals_clean(two, tree)


def test_moved_to_a_withdrawn_notice(two: Project, tree: Tree) -> None:
    """An old address may lead to a notice that was withdrawn."""
    rename(two, "second", "third")
    addresses(two, "moved_to: {second: first}\n")
    sign_and_seal(two.settings, "first", NOTE, "撤回")
    assert build_site(two.settings).built
    assert "url=../first/" in (two.output / "notices/second/index.html").read_text("utf-8")
    equals_clean(two, tree)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("moved_to:\n  a: b\n  b: a\n", [("moved.circle", 2), ("moved.circle", 3)]),
        ("moved_to:\n  a: a\n", [("moved.circle", 2)]),
        ("moved_to:\n  a: first\n  b: nobody\n", [("moved.nowhere", 3)]),
        ("moved_to:\n  second: first\n", [("moved.standing", 2)]),
        ("moved_to:\n  ../a: first\n", [("slug.form", 2)]),
        ("withheld: [first]\n", [("withheld.standing", 1)]),
        ("moved: {a: first}\n", [("shape.unknown_near", 1)]),
        ("moved_to:\n  a：first\n", None),
    ],
)
def test_faults(two: Project, text: str, said: list[tuple[str, int]] | None) -> None:
    """What is wrong with former addresses is told with its line, and nothing is built."""
    addresses(two, text)
    found = errors(two)
    assert {name for _, _, name in found} == {"addresses.yaml"}
    if said is not None:
        assert [(code, line) for code, line, _ in found] == said
