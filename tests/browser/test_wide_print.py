"""Tables wider and higher than a sheet, printed by Chromium and set by WeasyPrint."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import build
from tests.conftest import Project
from tests.papers import Sheet, Word, sheets_of
from tests.render.deliveries.parcels import delivery
from tests.wide import ADDRESS, COLUMNS, LONG, cells, notice

pytestmark = pytest.mark.browser

FLOOR = 7.4  # points; boxes of words are at least as high as their type


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with the wide notice."""
    made = Project(tmp_path_factory.mktemp("wide"))
    made.write("first", notice())
    return made


@pytest.fixture(scope="module")
def printed(browser: Browser, project: Project) -> list[Sheet]:
    """Print its page with Chromium."""
    site = build(project.root, project.content)
    page = browser.new_page()
    page.goto((site / "notices/first/index.html").as_uri())
    out = project.root / "printed.pdf"
    page.pdf(path=str(out), prefer_css_page_size=True)
    page.close()
    return sheets_of(out)


@pytest.fixture(scope="module")
def delivered(project: Project) -> list[Sheet]:
    """Set it as the PDF that is delivered."""
    pytest.importorskip("weasyprint")
    out: Path = project.root / "notice.pdf"
    out.write_bytes(delivery(project.content / "notices/first.yaml", pdf=True)["notice.pdf"])
    return sheets_of(out)


@pytest.fixture(params=["printed", "delivered"])
def sheets(request: pytest.FixtureRequest) -> list[Sheet]:
    """Give the sheets of either engine."""
    found: list[Sheet] = request.getfixturevalue(request.param)
    return found


def test_nothing_is_cut(sheets: list[Sheet]) -> None:
    """Every character of every cell is there, inside the margins, at least as large as allowed."""
    shown: Counter[str] = Counter()
    for sheet in sheets:
        shown.update(sheet.text)
        for word in sheet.words:
            assert word.left >= 60, word
            assert word.right <= sheet.width - 60, word
            assert word.top >= 0
            assert word.bottom <= sheet.height
            assert word.bottom - word.top >= FLOOR, word
    texts = [cell for columns in COLUMNS for row in cells(columns) for cell in row]
    wanted = Counter("".join([*texts, ADDRESS * 2, LONG]))
    assert wanted - shown == Counter()


def test_cells_do_not_meet(sheets: list[Sheet]) -> None:
    """On turned sheets no word lies over another one, as whole figures did from 16 columns on."""
    for sheet in (each for each in sheets if each.width > each.height):
        lines: dict[int, list[Word]] = {}
        for word in sheet.words:
            lines.setdefault(round(word.top + word.bottom), []).append(word)
        for line in lines.values():
            ordered = sorted(line, key=lambda word: word.left)
            for one, other in pairwise(ordered):
                assert one.right <= other.left + 0.5, (one, other)


def test_page_does_not_shrink(sheets: list[Sheet]) -> None:
    """A full line of 28 characters is as long as the text block is wide, 156 mm."""
    lines = [word for sheet in sheets for word in sheet.words if word.text == "国家" * 14]
    assert lines
    for word in lines:
        assert 436 <= word.right - word.left <= 446


def test_captions_stand_with_rows(sheets: list[Sheet]) -> None:
    """A caption has the first row on its page, a note the last one, and heads come again."""
    for columns in COLUMNS:
        (sheet,) = (each for each in sheets if f"共{columns}列的表" in each.text)
        assert sheet.text.count("甲") >= columns
        assert sheet.width > sheet.height
    for sheet in sheets:
        if "表后的注" in sheet.text:
            assert "甲" in sheet.text
        if "甲" in sheet.text:
            assert "栏" in sheet.text
    (sheet,) = (each for each in sheets if "长格的表" in each.text)
    assert "二三四五" in sheet.text
    torn = [each for each in sheets if "二三四五" in each.text]
    assert len(torn) >= 3
    assert all("内容" in each.text for each in torn)


def test_text_goes_on_upright(sheets: list[Sheet]) -> None:
    """Behind turned sheets the text stands upright again."""
    for sheet in sheets:
        if "国家国家" in sheet.text or "走访了" in sheet.text:
            assert sheet.width < sheet.height


def test_numbers_are_whole(sheets: list[Sheet]) -> None:
    """No line of running text ends within 1102家 or 38个."""
    words = [word.text for sheet in sheets for word in sheet.words if "走访" in word.text]
    assert len(words) > 5
    for word in words:
        assert not word.startswith(("102", "02家", "2家", "家", "8个", "个"))
        assert not word[-1].isdigit()
