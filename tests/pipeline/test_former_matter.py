"""Matters of which a notice was withdrawn or renamed: nothing stops, and every address answers."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.editorial.check import check_project
from disclosure.pipeline.build import build_site
from disclosure.pipeline.kept_renderer import KeptRenderer
from disclosure.pipeline.one_page import make_page
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import find_notices
from tests.conftest import Project
from tests.pages import parse_page, visible_text
from tests.pipeline.test_former import equals_clean, rename
from tests.pipeline.test_matter_part import matter as matter
from tests.versioning.sealer import sign_and_seal

Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710000000")


def withdraw(project: Project, slug: str) -> None:
    """Seal a notice, and once more as withdrawn, and build."""
    sign_and_seal(project.settings, slug, "首次公布")
    sign_and_seal(project.settings, slug, "内容有误", "撤回")
    assert build_site(project.settings).built


def seen(project: Project, place: str) -> str:
    """Return what a reader sees of a page."""
    return visible_text(parse_page(project.output / place / "index.html"))


def agree(project: Project, tree: Tree) -> None:
    """Hold check and preview against the build, and the site against a clean one."""
    checking = check_project(project.settings)
    found = [*checking.found, *(each for one in checking.notices for each in one.diagnostics)]
    assert [each.code for each in found if each.level == 3] == []
    renderers = KeptRenderer(project.settings)
    for file in find_notices(project.settings)[0]:
        made = make_page(
            read_notice(file, project.settings),
            project.settings,
            renderers,
            large=False,
        )
        page = project.output / "notices" / file.slug / "index.html"
        assert made is None or made == page.read_bytes()
    equals_clean(project, tree)


@pytest.mark.parametrize("slug", ["first", "second", "third"])
@pytest.mark.parametrize("standing", [True, False], ids=["with its file", "without its file"])
def test_withdrawn_member(matter: Project, tree: Tree, slug: str, *, standing: bool) -> None:
    """It stays in the matter, is named as withdrawn, and nothing that it said is repeated."""
    places = set(tree(matter.output))
    withdraw(matter, slug)
    if not standing:
        (matter.content / f"notices/{slug}.yaml").unlink()
        assert build_site(matter.settings).built
    agree(matter, tree)
    assert places - set(tree(matter.output)) == set()
    others = {"first": ["second", "third"], "second": ["third"], "third": []}[slug]
    for other in others:
        assert "已撤回" in seen(matter, f"notices/{other}")
    at = ["first", "second", "third"].index(slug)
    data = (matter.output / "notices/first/matter/matter.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))[1:]
    assert {row[at + 1] for row in rows} == {"已撤回"}
    assert {row[at + 4] for row in rows} == {""}
    assert f"第{at + 1}次，共3次" in seen(matter, f"notices/{slug}")
    if slug == "third":
        assert [row[0] for row in rows] == [
            "集中学习次数少", "学习计划不落实", "资金拨付不及时", "档案不齐全",
        ]  # fmt: skip
        assert "最新一次（已撤回）" in seen(matter, "notices/second")


def test_republished_member(matter: Project, tree: Tree) -> None:
    """Sealed again it is as it was before."""
    before = (matter.output / "notices/third/index.html").read_bytes()
    withdraw(matter, "second")
    assert (matter.output / "notices/third/index.html").read_bytes() != before
    sign_and_seal(matter.settings, "second", "复核无误", "更正")
    assert build_site(matter.settings).built
    assert (matter.output / "notices/third/index.html").read_bytes() == before
    agree(matter, tree)


def test_another_in_place_of_a_withdrawn_one(matter: Project, tree: Tree) -> None:
    """A new notice may continue what the withdrawn one continued."""
    folder = matter.content / "notices"
    text = (folder / "third.yaml").read_text("utf-8")
    withdraw(matter, "third")
    matter.write("again", text)
    (folder / "third.yaml").unlink()
    assert build_site(matter.settings).built
    agree(matter, tree)
    assert '<a href="../again/">' in (matter.output / "notices/second/index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("slug", ["first", "second", "third"])
def test_renamed_member(matter: Project, tree: Tree, slug: str) -> None:
    """The old name may stay where another continues it, and every old address leads on."""
    places = set(tree(matter.output))
    rename(matter, slug, "renamed")
    (matter.content / "addresses.yaml").write_text(f"moved_to: {{{slug}: renamed}}\n", "utf-8")
    assert build_site(matter.settings).built
    agree(matter, tree)
    assert places - set(tree(matter.output)) == set()
    if slug == "first":
        old = (matter.output / "notices/first/matter/index.html").read_text("utf-8")
        assert "url=../../renamed/matter/" in old


def test_renamed_and_withdrawn(matter: Project, tree: Tree) -> None:
    """A notice that was renamed and then withdrawn stays in its matter under the new name."""
    rename(matter, "second", "renamed")
    (matter.content / "addresses.yaml").write_text("moved_to: {second: renamed}\n", "utf-8")
    withdraw(matter, "renamed")
    agree(matter, tree)
    assert "上一次（已撤回）" in seen(matter, "notices/third")
