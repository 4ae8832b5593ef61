"""Notices that continue one another: what their pages show of each other, and when it is made."""

import csv
import io
from pathlib import Path

import pytest

from disclosure.editorial.check import check_file, open_context
from disclosure.handover.deliver import make_delivery
from disclosure.pipeline.build import build_site
from disclosure.pipeline.result import BuildResult
from disclosure.project.notices import find_notices
from tests.conftest import ROOT, Project

CASES = ROOT / "tests" / "cases" / "matter"
OTHER = "other"  # a notice of no matter


@pytest.fixture
def matter(tmp_path: Path) -> Project:
    """Give a project with three notices of one matter and one of none, built."""
    project = Project(tmp_path)
    (project.content / "notices" / "first.yaml").rename(
        project.content / "notices" / f"{OTHER}.yaml"
    )
    for path in sorted(CASES.glob("*.yaml")):
        project.write(path.stem, path.read_text("utf-8"))
    assert build_site(project.settings).built
    return project


def page(project: Project, slug: str, name: str = "index.html") -> str:
    """Return a file beside the page of a notice."""
    return (project.output / "notices" / slug / name).read_text("utf-8-sig")


def change(project: Project, slug: str, old: str, new: str) -> BuildResult:
    """Change a notice and build."""
    path = project.content / "notices" / f"{slug}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    project.write(slug, text.replace(old, new))
    return build_site(project.settings)


def codes(result: BuildResult) -> dict[str, tuple[str, int]]:
    """Return the errors of a build: by file, their code and line."""
    return {
        each.path.name: (each.code, each.line)
        for each in result.diagnostics
        if each.code.startswith("follow.")
    }


def test_links_among_notices(matter: Project) -> None:
    """Each page leads to the first, the one before, the next and the latest, where it is another."""
    assert '首次：<a href="../first/">' in page(matter, "second")
    assert '最新一次：<a href="../third/">' in page(matter, "second")
    first = page(matter, "first")
    assert '下一次：<a href="../second/" rel="next">' in first
    assert '最新一次：<a href="../third/">' in first
    assert '<a href="matter/">' in first
    assert '上一次：<a href="../../second/" rel="prev">' in page(matter, "third", "big/index.html")
    assert "dn-matter" not in page(matter, OTHER)


def test_course_stands_apart_from_the_text(matter: Project) -> None:
    """The page and its large print tell a problem's course; text, data and tables hold none."""
    for name in ("index.html", "big/index.html"):
        third = page(matter, "third", name)
        assert third.count('class="dn-course"') == 2
        assert "当时写作：学习计划不落实" in third
        assert '/notices/second/#study-plan"><time datetime="2022-08-23">' in third
    for name in ("notice.txt", "notice.json", "ledger.csv"):
        assert "学习计划不落实" not in page(matter, "third", name)


def test_ledger_over_the_matter(matter: Project) -> None:
    """A row for each problem with its state in every notice: split, reopened, dropped, merged, new."""
    rows = csv.reader(io.StringIO(page(matter, "first", "matter/matter.csv"), newline=""))
    assert [row[:4] for row in rows][1:] == [
        ["学习制度执行不严", "正在整改", "已完成；正在整改", "已完成并长期坚持"],
        ["资金拨付不及时", "已完成", "正在整改", "已完成"],
        [
            "档案不齐全",
            "基本完成",
            "关于档案不齐全的问题，档案已经补齐，经县档案馆验收，此次不再报告。",
            "",
        ],
        ["公章管理不规范", "", "", "正在整改"],
    ]
    html = page(matter, "first", "matter/index.html")
    assert html.count("<tr>") == 5
    assert not (matter.output / "notices" / "second" / "matter").exists()


def test_only_what_shows_it_is_made_again(matter: Project) -> None:
    """A state is shown by later pages and the ledger; the lead of a notice by its own page alone."""
    assert change(matter, "second", "现将巡察整改后续", "现将后续").made == 1
    assert change(matter, "second", "县档案馆验收，此次", "县档案馆验收，这次").made == 2
    assert change(matter, "second", "正在按新计划补课，已补4次。", "补课已过半。").made == 2
    assert "补课已过半。" in page(matter, "third")
    assert change(matter, "third", "status: 已完成并长期坚持", "status: 已完成").made == 2
    assert change(matter, "third", "published: 2023-02-23", "published: 2023-02-24").made == 3
    assert change(matter, OTHER, "value: 38", "value: 39").made == 1


def test_follow_up_comes_and_goes(matter: Project) -> None:
    """A later notice is linked once it has a date; without it, earlier pages are as they were."""
    before = {slug: page(matter, slug) for slug in ("first", "second")}
    (matter.content / "notices" / "third.yaml").unlink()
    assert build_site(matter.settings).built
    alone = {slug: page(matter, slug) for slug in ("first", "second")}
    assert all("third" not in html for html in alone.values())
    text = (CASES / "third.yaml").read_text("utf-8")
    draft = text.replace("published: 2023-02-23\npublished_time: 09:30\n", "")
    matter.write("third", draft)
    assert build_site(matter.settings).made == 1
    assert {slug: page(matter, slug) for slug in ("first", "second")} == alone
    assert 'class="dn-course"' in page(matter, "third")
    matter.write("third", text)
    assert build_site(matter.settings).built
    assert {slug: page(matter, slug) for slug in ("first", "second")} == before


@pytest.mark.parametrize(
    ("slug", "old", "new", "code"),
    [
        ("second", "continues: first", "continues: absent", "follow.unknown"),
        ("third", "continues: second", "continues: first", "follow.two"),
        ("first", "lead:", "continues: third\nlead:", "follow.circle"),
        ("second", "continues: s-1", "continues: s-9", "follow.unknown_problem"),
        ("second", "- id: s-3", "- id: funds", "follow.still_there"),
        ("second", "published: 2022-08-23", "published: 2022-02-22", "follow.before"),
        ("second", "continues: first", "continues:\n  first", "follow.form"),
    ],
)
def test_broken_matters_stop_the_build(
    matter: Project, slug: str, old: str, new: str, code: str
) -> None:
    """What cannot be is an error at its line; the site stays as it was, and mended it is built."""
    then = page(matter, "first")
    result = change(matter, slug, old, new)
    assert not result.built
    found = codes(result)
    assert found[f"{slug}.yaml"][0] == code
    assert all(line > 0 for _, line in found.values())
    assert page(matter, "first") == then
    assert change(matter, slug, new, old).built


def test_earlier_notice_is_gone(matter: Project) -> None:
    """A notice that another continues cannot vanish: that one, unchanged, is told."""
    (matter.content / "notices" / "first.yaml").unlink()
    assert codes(build_site(matter.settings)) == {"second.yaml": ("follow.unknown", 6)}


def test_delivered_course_is_no_part_of_the_text(matter: Project) -> None:
    """A delivery's single file tells the course; what is pasted, and the text, do not."""
    context, _ = open_context(matter.settings)
    assert context is not None
    third = next(file for file in find_notices(matter.settings)[0] if file.slug == "third")
    files = make_delivery(check_file(third, context), context).files
    told = {name for name, data in files.items() if "此前的情况".encode() in data}
    assert told == {"standalone.html"}
    assert all("当时写作".encode() not in files[name] for name in files if name not in told)
