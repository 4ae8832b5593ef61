"""Chinese typesetting as Chromium really does it on the screen."""

import functools
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import REAL, RICH, build
from tests.conftest import NOTICE, Project

pytestmark = pytest.mark.browser

NEVER_FIRST = "、。，：；！？”’）》〉】〕…％%"
NEVER_LAST = "“‘（《〈【〔"
BODY = ".dn-text p, .dn-answer > li, .dn-reach > p"
HEADINGS = (
    ".dn-title, .dn-text :is(h2, h3, h4, h5, h6), .dn-contents a, .dn-ledger th, .dn-ledger td"
)
# Returns the lines of every block as they are broken on the screen, character by character.
LINES = """selector => [...document.querySelectorAll(selector)]
  .filter(block => !block.closest('.dn-problem__foot') && block.checkVisibility())
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
  }).filter(lines => lines.length)"""


def lines_of(
    browser: Browser, address: str, width: int, selector: str = BODY, style: str = ""
) -> list[list[str]]:
    """Return the lines of every block at a width, with a style of the test's own."""
    return _measured(browser, address, width, selector, style)


# Several tests look at the same lines, and measuring them takes seconds.
@functools.cache
def _measured(
    browser: Browser, address: str, width: int, selector: str, style: str
) -> list[list[str]]:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    if style:
        page.add_style_tag(content=style)
    found: list[list[str]] = page.evaluate(LINES, selector)
    context.close()
    return found


def badly_broken(blocks: list[list[str]]) -> list[str]:
    """Return the breaks that stand before a closing mark or behind an opening one."""
    return [
        f"{before[-6:]}|{after[:6]}"
        for block in blocks
        for before, after in pairwise(line.strip() for line in block)
        if after[:1] in NEVER_FIRST or before[-1:] in NEVER_LAST
    ]


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("selector", [BODY, HEADINGS], ids=["body", "headings"])
def test_line_ends(browser: Browser, real: str, rich: str, width: int, selector: str) -> None:
    """No line begins with a closing mark or ends with an opening one (CLREQ, basic)."""
    addresses = [real + REAL, real + REAL + "big/", *(rich + place for place in RICH)]
    for address in addresses:
        blocks = lines_of(browser, address, width, selector)
        assert blocks, address
        assert badly_broken(blocks) == [], address


def test_bad_line_ends_are_noticed(browser: Browser, real: str) -> None:
    """With the rules of line breaking switched off the measurement finds fault."""
    style = "* { line-break: anywhere !important; text-wrap: wrap !important; }"
    assert badly_broken(lines_of(browser, real + REAL, 390, style=style))


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_numbers_are_not_torn(browser: Browser, real: str, width: int) -> None:
    """No line ends inside a date, a number with its unit or a document number."""
    for paragraph in lines_of(browser, real + REAL, width):
        for before, after in pairwise(paragraph):
            joint = before[-12:] + "|" + after[:12]
            assert not re.search(r"\d\|[\d年月日个条次%亿]|年\|\d+月|月\|\d+日|〕\|\d", joint), (
                joint
            )


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_deadlines_are_not_torn(browser: Browser, rich: str, width: int) -> None:
    """In the ledger a date stands on one line."""
    cells = lines_of(browser, rich + RICH[2], width, ".dn-ledger td")
    dates = [lines for lines in cells if re.fullmatch(r"\d{4}年\d+月\d+日", "".join(lines))]
    assert len(dates) == 10
    assert all(len(lines) == 1 for lines in dates)


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


def test_no_gap_from_source_lines(tmp_path: Path, browser: Browser, rich: str, real: str) -> None:
    """Text folded over lines in YAML shows no gap between Han characters, anywhere."""
    project = Project(tmp_path)
    folded = NOTICE.replace("lead: 现将巡察整改进展", "lead:\n  现将巡察\n  整改进展")
    folded = folded.replace("新建项目{built}，同比", "新建项目{built}，\n            同比")
    folded = folded.replace("title: 招商成效不明显。", 'title: "招商成效\n          不明显。"')
    assert folded.count("\n") == NOTICE.count("\n") + 4
    project.write("first", folded)
    site = build(tmp_path, project.content)
    address = (site / "notices/first/index.html").as_uri()
    whole = "".join("".join(block) for block in lines_of(browser, address, 1440, "main"))
    for expected in (
        "现将巡察整改进展情况予以公布。",
        "新建项目38个，同比增长18.7%",
        "招商成效不明显。",
    ):
        assert expected in whole
    for page in (real + REAL, *(rich + place for place in RICH)):
        for block in lines_of(browser, page, 1440, BODY + "," + HEADINGS):
            for line in block:
                assert not re.search(r"[\u4e00-\u9fff，。；：、]\s+[\u4e00-\u9fff，。；：、]", line)
