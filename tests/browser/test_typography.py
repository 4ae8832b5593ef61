"""Chinese typesetting as Chromium really does it."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import REAL, missing

pytestmark = pytest.mark.browser

HAN_LINE = re.compile(r"[\u4e00-\u9fff\u2e80-\u2fdf，。、；]+")
# Returns the lines of every paragraph and item of the text as they are broken on the screen.
LINES = """() => [...document.querySelectorAll('.dn-text p, .dn-answer > li, .dn-reach > p')]
  .filter(block => !block.closest('.dn-problem__foot') && !block.matches('.dn-problem__foot'))
  .map(block => {
    const lines = []; let top = null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i); range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        if (top === null || box.top > top + box.height * 0.6) { lines.push(''); top = box.top; }
        lines[lines.length - 1] += node.data[i];
      }
    }
    return lines;
  })"""


def lines_of(browser: Browser, address: str, width: int) -> list[list[str]]:
    """Return the lines of every paragraph at a width."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address)
    found: list[list[str]] = page.evaluate(LINES)
    context.close()
    return found


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_line_ends(browser: Browser, real: str, width: int) -> None:
    """No line begins with a closing mark or ends with an opening one (CLREQ, basic)."""
    for paragraph in lines_of(browser, real + REAL, width):
        for line in paragraph[1:]:
            assert line.strip()[0] not in "、。，：；！？”’）》", line
        for line in paragraph[:-1]:
            assert line.strip()[-1] not in "“‘（《", line


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_numbers_are_not_torn(browser: Browser, real: str, width: int) -> None:
    """No line ends inside a date, a number with its unit or a document number."""
    for paragraph in lines_of(browser, real + REAL, width):
        for before, after in pairwise(paragraph):
            joint = before[-12:] + "|" + after[:12]
            assert not re.search(r"\d\|[\d年月日个条次%亿]|年\|\d+月|月\|\d+日|〕\|\d", joint), (
                joint
            )


def test_line_length(browser: Browser, real: str) -> None:
    """On a desktop a full line holds 36 to 42 characters."""
    full = [
        len(line)
        for paragraph in lines_of(browser, real + REAL, 1440)
        for line in paragraph[1:-1]
        if re.fullmatch(r"[\u4e00-\u9fff，。、；]+", line)
    ]
    assert len(full) > 20
    assert min(full) >= 36
    assert max(full) <= 42


def test_no_gap_from_source_lines(tmp_path: Path, browser: Browser) -> None:
    """Text folded over lines in YAML shows no gap between Han characters."""
    from tests.browser.conftest import build
    from tests.conftest import NOTICE, Project

    project = Project(tmp_path)
    folded = NOTICE.replace("lead: 现将巡察整改进展", "lead:\n  现将巡察\n  整改进展")
    project.write("first", folded)
    page = (build(tmp_path, project.content) / "notices/first/index.html").read_text("utf-8")
    assert "现将巡察整改进展情况予以公布。" in page


def test_printed_sheet(context: BrowserContext, real: str, tmp_path: Path) -> None:
    """Printed, a page holds 22 lines of 28 characters, a page number, and no furniture."""
    if shutil.which("pdftotext") is None:
        missing("pdftotext")
    page = context.new_page()
    page.goto(real + REAL)
    pdf = tmp_path / "notice.pdf"
    page.pdf(path=str(pdf), prefer_css_page_size=True)
    command = ["pdftotext", "-layout", "-f", "2", "-l", "12", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    heights: list[int] = []
    widths: list[int] = []
    for number, sheet in enumerate(text.rstrip("\f").split("\f"), 2):
        *lines, last = [line.strip() for line in sheet.splitlines() if line.strip()]
        assert last.replace(" ", "") == f"—{number}—"
        heights.append(len(lines))
        widths += [len(line) for line in lines if HAN_LINE.fullmatch(line)]
    # A page is a line short where a heading moves to the next one with its text.
    assert max(heights) == 22
    assert min(heights) >= 20
    assert max(widths) == 28
    whole = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    assert "对问题" not in whole.stdout
    assert "复制链接" not in whole.stdout
    assert "0563-2263070" in whole.stdout
