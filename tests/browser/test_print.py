"""The notice on paper: an official document after GB/T 9704-2012, printed by Chromium."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import REAL, RICH
from tests.required import missing

pytestmark = pytest.mark.browser

HAN_LINE = re.compile(r"[\u4e00-\u9fff\u2e80-\u2fdf，。、；]+")
FURNITURE = (
    "跳到正文", "大字版", "标准版", "当前位置", "打印", "复制链接", "字号", "筛选",
    "对问题", "的链接", "提出意见建议", "全部通报", "订阅更新", "主办单位", "↕",
)  # fmt: skip


def print_pages(browser: Browser, address: str, pdf: Path) -> list[list[str]]:
    """Print a page and return the lines of each sheet, without empty ones."""
    if shutil.which("pdftotext") is None:
        missing("pdftotext")
    page = browser.new_page()
    page.goto(address)
    page.pdf(path=str(pdf), prefer_css_page_size=True)
    page.close()
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sheets = text.rstrip("\f").split("\f")
    return [[line.strip() for line in sheet.splitlines() if line.strip()] for sheet in sheets]


@pytest.mark.parametrize("large", ["", "big/"])
def test_sheet(browser: Browser, real: str, tmp_path: Path, large: str) -> None:
    """A full sheet holds 22 lines, a full line 28 characters, in both versions alike."""
    sheets = print_pages(browser, real + REAL + large, tmp_path / "notice.pdf")
    body = [sheet[:-1] for sheet in sheets[1:12]]  # the first has the title, the last tables
    heights = [len(lines) for lines in body]
    # A sheet is short where headings and the label below move to the next one with their text:
    # two headings, a label and two lines may not be parted.
    assert max(heights) == 22
    assert min(heights) >= 18
    assert max(len(line) for lines in body for line in lines if HAN_LINE.fullmatch(line)) == 28


@pytest.mark.parametrize("place", [REAL, *RICH])
def test_furniture_stays_off_paper(
    browser: Browser, real: str, rich: str, tmp_path: Path, place: str
) -> None:
    """Each sheet has its number and text; nothing that only a screen can use is printed."""
    address = (real if place == REAL else rich) + place
    sheets = print_pages(browser, address, tmp_path / "notice.pdf")
    for number, sheet in enumerate(sheets, 1):
        assert sheet[-1].replace(" ", "") == f"—{number}—"
        assert len(sheet) > 1
    lines = [line for sheet in sheets for line in sheet]
    assert "目录" not in lines  # the word itself stands in the text
    whole = "\n".join(lines)
    assert [word for word in FURNITURE if word in whole] == []


def test_contacts_are_printed(browser: Browser, real: str, tmp_path: Path) -> None:
    """Number and mailbox follow their labels without a gap."""
    sheets = print_pages(browser, real + REAL, tmp_path / "notice.pdf")
    lines = [line for sheet in sheets for line in sheet]
    assert "电话：0563-2263070" in lines
    assert "电子邮箱：jxzshzzx@163.com" in lines
