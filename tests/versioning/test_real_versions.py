"""The first notice with plausible changes: a reader of a comparison sees just those."""

import re
import shutil
from pathlib import Path

import html5lib
import pytest

from disclosure.archive.verify import verify
from disclosure.pipeline.build import build_site
from disclosure.project.settings import Settings
from tests.conftest import ROOT
from tests.versioning.sealer import sign_and_seal

SLUG = "2022-02-23-jxzszx"
MARK = re.compile(r"^(移走|移来)：(（\d+）)?")
MOVED = "              - title: 招商宣传推介不到位。\n"
BEFORE = "              - title: 招引“压舱石”、“引爆点”式项目不多。\n"
AFTER = "              - title: 重点招商引资项目协调推进不够有力。\n"
REWORDED = ("营造全县项目比拼氛围", "在全县形成比学赶超的氛围")


def figure(text: str) -> str:
    """Say 41 projects instead of 38."""
    changed = re.sub(r"(id: new_projects\n(?:    .*\n)*?    value: )38", r"\g<1>41", text)
    assert changed != text
    return changed


def moved(text: str) -> str:
    """Put the second problem before the first."""
    head, rest = text.split(BEFORE)
    first, rest = rest.split(MOVED)
    second, tail = rest.split(AFTER)
    return head + MOVED + second + BEFORE + first + AFTER + tail


def reworded(text: str) -> str:
    """Say one outcome in other words."""
    assert text.count(REWORDED[0]) == 1
    return text.replace(*REWORDED)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seal the real notice and three changes of it, one after the other, and build the site."""
    root = tmp_path_factory.mktemp("real")
    content = root / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("archive", "reviews"))
    settings = Settings(root, content, ROOT / "templates", root / "site", root / ".cache")
    path = content / "notices" / f"{SLUG}.yaml"
    # The lost character is an error that no office would seal.
    text = path.read_text("utf-8").replace("招商合服务中心", "招商合作服务中心")
    for note, change in (
        ("首次公布", str),
        ("更新项目数", figure),
        ("调整问题次序", moved),
        ("改写一项成效", reworded),
    ):
        text = change(text)
        path.write_text(text, encoding="utf-8")
        sign_and_seal(settings, SLUG, note)
    assert verify(content / "archive")[1] == ()
    assert build_site(settings).built
    return root / "site" / "archive" / SLUG


def told(site: Path, pair: str) -> tuple[list[list[str]], list[str], list[str]]:
    """Return the rows of a comparison's table, what it strikes out and what it puts in."""
    page = html5lib.parse(
        (site / pair / "index.html").read_text("utf-8"), namespaceHTMLElements=False
    )

    def texts(path: str) -> list[str]:
        return ["".join(found.itertext()).strip() for found in page.findall(path)]

    rows = [
        ["".join(cell.itertext()).strip() for cell in row] for row in page.findall(".//tbody/tr")
    ]
    return rows, texts(".//del"), texts(".//ins")


def test_figure(site: Path) -> None:
    """A figure: one row, and the number in the one sentence that prints it; nothing else."""
    rows, gone, new = told(site, "1...2")
    name = "新建亿元以上省外投资项目"
    assert rows == [["指标", name, "38个（同比+18.7%）", "41个（同比+18.7%）"]]
    assert (gone, new) == (["删：38个"], ["增：41个"])


def test_moved_problem(site: Path) -> None:
    """A moved problem: one row that says so, its text as moved, and the two new numbers."""
    rows, gone, new = told(site, "2...3")
    assert [row[0] for row in rows] == ["问题移动"]
    moved = [text for text in gone if text.startswith("移走：")]
    # The number that stands before it is another now; the text behind it is the same.
    came = [text for text in new if text.startswith("移来：")]
    assert [MARK.sub("", text) for text in moved] == [MARK.sub("", text) for text in came]
    assert len(moved) == 2  # heading and answer
    assert all(len(text) < 20 for text in {*gone, *new} if "移" not in text)


def test_reworded_outcome(site: Path) -> None:
    """A reworded outcome: no row, and just those words."""
    rows, gone, new = told(site, "3...4")
    assert rows == []
    assert gone == ["删：营造", "删：项目比拼"]
    assert new == ["增：在", "增：形成比学赶超的"]


def test_all_pages_are_there(site: Path) -> None:
    """Four versions, the history, and comparisons of neighbours and with the first."""
    pages = {path.parent.name for path in site.glob("*/index.html")}
    compared = {"1...2", "2...3", "3...4", "1...3", "1...4"}
    assert pages == {"1", "2", "3", "4"} | compared
    assert (site / "index.html").read_text("utf-8").count("定版。") == 4
