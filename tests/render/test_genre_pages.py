"""Pages of genres: each speaks its own words, and only its own."""

import shutil
from pathlib import Path

import pytest

from disclosure.editorial.approval_sheet import write_sheet
from disclosure.editorial.check import check_project
from disclosure.page_texts import page_texts
from disclosure.pipeline.build import build_site
from disclosure.project.notice_reader import read_notice
from disclosure.project.notices import NoticeFile
from disclosure.render.deliveries.delivery import render_delivery
from disclosure.render.renderer import open_renderer
from tests.checks.desk import SITE_MODEL
from tests.conftest import ROOT, Project

CASES = sorted((ROOT / "tests" / "cases" / "genres").glob("*.yaml"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a site of one notice of each genre, and one that names none."""
    project = Project(tmp_path_factory.mktemp("genres"))
    for path in CASES:
        shutil.copy(path, project.content / "notices" / path.name)
    result = build_site(project.settings)
    assert result.built, result.diagnostics
    return project


def page(site: Project, name: str) -> str:
    """Return a page of a notice."""
    return (site.output / "notices" / name / "index.html").read_text("utf-8")


def test_every_word_of_a_genre(site: Project) -> None:
    """A page of letters counts letters, and says nowhere what the usual page says."""
    text = page(site, "petitions")
    for word in (
        "信访件台账（共3件信访件）",
        '<span class="dn-counts__label">件信访件</span>',
        "信访件2的链接",
        "信访件台账 ledger.csv",
        "调查核实情况",
        "包案领导",
        'aria-label="公示正文"',
        "%E4%BF%A1%E8%AE%BF%E4%BB%B62",
    ):
        assert word in text, word
    assert "问题" not in text
    assert "整改状态" not in text


def test_words_do_not_mix(site: Project) -> None:
    """Beside notices of other genres, one that names none keeps the usual words."""
    text = page(site, "first")
    assert "问题台账（共1个问题）" in text
    assert "信访件" not in text
    assert "整改任务台账（共2项整改任务）" in page(site, "inspectors")
    assert "审计" not in page(site, "stationing").partition('class="dn-text"')[0]


def test_nothing_empty(site: Project) -> None:
    """A page of a genre has no list, column or link that holds nothing; other pages keep theirs."""
    text = page(site, "stationing")
    assert "dn-counts" not in text
    assert "ledger.csv" not in text
    assert "metrics.csv" not in text
    assert "所属部分" not in page(site, "inspectors")
    assert "所属部分" in page(site, "progress")
    assert "metrics.csv" in page(site, "first")


def test_files_beside_the_page(site: Project) -> None:
    """The table for spreadsheets and the delivery speak the same words as the page."""
    table = (site.output / "notices" / "petitions" / "ledger.csv").read_text("utf-8-sig")
    assert table.startswith("序号,编号,所属部分,信访件,调查核实情况,处理和整改情况,办理状态")
    file = NoticeFile("petitions", site.content / "notices", "petitions.yaml")
    reading = read_notice(file, site.settings)
    assert reading.loaded is not None
    assert SITE_MODEL is not None
    renderer = open_renderer(SITE_MODEL, site.settings.templates)
    files = render_delivery(reading.source(reading.loaded), renderer, pdf=False)
    assert "ledger.csv：信访件台账，" in files["README.txt"].decode("utf-8-sig")
    for name in ("fragment.html", "wechat.html", "standalone.html"):
        assert "信访件台账" in files[name].decode(), name


def test_approval_sheet(site: Project, tmp_path: Path) -> None:
    """The sheet for the signers counts what the page counts."""
    text = (site.content / "notices" / "petitions.yaml").read_text("utf-8")
    rows = [row for row in text.splitlines(True) if not row.startswith("summary:")]
    (site.content / "notices" / "short.yaml").write_text("".join(rows), encoding="utf-8")
    checking = check_project(site.settings, ("short",))
    assert checking.context is not None
    path = write_sheet(tmp_path, next(iter(checking.notices)), checking.context)
    assert "3件信访件的调查核实情况" in path.read_text("utf-8")


def test_names_are_filled_in_once() -> None:
    """What a text is filled with later stays to be filled in; nothing given leaves all as it is."""
    texts = page_texts()
    assert texts.naming({}) == texts
    named = texts.naming({"problem": "事项", "counter": "项"})
    assert named.text("ledger.caption", count=3) == "事项台账（共3项事项）"
    assert named.text("mail.problem", number=1, problem="甲") == "事项1：甲"
    assert named.text("article.title") == "通报正文"


def test_without_headings(site: Project) -> None:
    """A page without headings has no contents, no empty list and no link to an empty table."""
    source = ROOT / "tests" / "cases" / "word-for-word" / "unheaded-list.yaml"
    shutil.copy(source, site.content / "notices" / "unheaded.yaml")
    result = build_site(site.settings)
    assert result.built, result.diagnostics
    text = page(site, "unheaded")
    assert "dn-columns--single" in text
    for absent in ("dn-contents", "dn-counts", "ledger.csv", "metrics.csv", "dn-section"):
        assert absent not in text, absent
    assert "dn-contents" in page(site, "first")
