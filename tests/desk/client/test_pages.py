"""The desk's own pages in a browser: bringing in, the table, the form, findings, signing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.conftest import Project
from tests.desk.client.conftest import NOTICE, SOON
from tests.desk.client.values import saved
from tests.desk.conftest import RunningDesk

pytestmark = pytest.mark.browser
TEXT = """\
中共某县某局党组关于巡察整改进展情况的通报

根据县委统一部署，县委第一巡察组对我局党组开展了巡察。现将整改进展情况予以公布。

一、整改情况
（一）会议制度落实不够。
整改成效：一是召开会议3次。二是修订制度1项。

二、下一步工作
持续抓好整改落实。

联系方式：电话0563-2263070。
中共某县某局党组
2022年2月23日
"""


@pytest.fixture
def start(desk: RunningDesk, context: BrowserContext) -> Page:
    """Give the start page."""
    page = context.new_page()
    page.goto(desk.desk.address)
    begun(page)
    return page


def begun(page: Page) -> None:
    """Wait until a page of the desk does what stands on it."""
    expect(page.locator("html[data-desk-ready]")).to_be_attached(timeout=SOON)


def notice_page(start: Page, desk: RunningDesk) -> Page:
    """Open the notice's page."""
    start.goto(f"{desk.origin}/-desk/notice/first/")
    begun(start)
    return start


def said(page: Page) -> re.Pattern[str] | None:
    """Wait until something was said at the foot of the page."""
    expect(page.locator("#desk-said")).not_to_be_empty(timeout=SOON)


def folded_out(page: Page, name: str) -> None:
    """Fold out a step and what is folded in it."""
    page.evaluate(
        "name => { const at = document.querySelector(`[data-desk=${name}]`);"
        " for (let e = at; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true; }",
        name,
    )


def test_a_file_is_brought_in(start: Page, project: Project, tmp_path: Path) -> None:
    """A file is read, its guesses confirmed one by one, and the draft kept as a notice."""
    path = tmp_path / "通报.txt"
    path.write_text(TEXT, encoding="utf-8")
    start.locator("[data-desk=drop] input").set_input_files(path)
    box = start.locator(".desk-import")
    expect(box).to_be_visible(timeout=SOON)
    expect(box.locator("h2")).to_be_focused()
    guesses = box.locator(".desk-guess .desk-button:not(.desk-button--quiet)")
    for _ in range(60):
        if not guesses.count():
            break
        guesses.click()
    expect(box).to_contain_text("已全部核对")
    box.locator("input[name=slug]").fill("brought-in")
    if (sure := box.locator("input[type=checkbox]")).count():
        sure.check()
    box.locator("button[type=submit]").click()
    start.wait_for_url("**/-desk/notice/brought-in/", timeout=SOON)
    begun(start)
    expect(start.locator("#desk-said")).to_contain_text("已存为通报")
    kept = project.content / "notices" / "brought-in.yaml"
    assert "会议制度落实不够" in kept.read_text(encoding="utf-8")
    kept.unlink()


def test_a_dropped_file(start: Page) -> None:
    """A file may be dropped; two at once are not taken; nothing hostile acts."""
    drop = """([names, text]) => {
      const data = new DataTransfer();
      for (const name of names) data.items.add(new File([text], name));
      document.querySelector("[data-desk=drop]")
        .dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
    }"""
    start.evaluate(drop, [["a.txt", "b.txt"], TEXT])
    expect(start.locator(".desk-bringing")).to_contain_text("一个文件")
    start.evaluate(drop, [["<img src=x onerror=alert(1)>.txt"], TEXT])
    box = start.locator(".desk-import")
    expect(box.locator("h2")).to_contain_text("<img src=x", timeout=SOON)
    expect(box.locator("img")).to_have_count(0)


def test_ready_means_every_part(desk: RunningDesk, context: BrowserContext) -> None:
    """A page says that it is ready only once each part of it listens, however late it is loaded."""
    page, held = context.new_page(), list[Route]()
    page.route("**/client/drop.js", lambda route: held.append(route))
    page.goto(desk.desk.address)
    expect(page.locator("[data-desk=drop]")).to_be_visible(timeout=SOON)
    page.wait_for_timeout(500)
    expect(page.locator("html[data-desk-ready]")).to_have_count(0)
    held[0].continue_()
    begun(page)
    expect(page.locator(".desk-bringing")).to_have_count(1)


def test_the_table_of_problems(start: Page, desk: RunningDesk, project: Project) -> None:
    """Cells are filled by the keyboard alone; each is saved on leaving."""
    page = notice_page(start, desk)
    folded_out(page, "problems")
    cells = page.locator(".desk-cell[name=leader]")
    expect(cells).to_have_count(2, timeout=SOON)
    cells.first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("赵某某")
    page.keyboard.press("ArrowDown")
    expect(cells.nth(1)).to_be_focused()
    said(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".desk-cell[name=department]").nth(1)).to_be_focused()
    found = saved(project)["sections"][0]["sections"]
    assert [each["leader"] for each in found] == ["赵某某", "李某某"]


def test_rows_are_pasted(start: Page, desk: RunningDesk, project: Project) -> None:
    """Rows and columns copied in a spreadsheet go into the cells from where they are pasted."""
    page = notice_page(start, desk)
    folded_out(page, "problems")
    cells = page.locator(".desk-cell[name=status]")
    expect(cells).to_have_count(2, timeout=SOON)
    cells.first.evaluate(
        """e => { const data = new DataTransfer();
        data.setData("text/plain", "已完成\\t钱某某\\n已完成\\t孙某某\\n已完成\\t没有\\n");
        e.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""
    )
    expect(page.locator("#desk-said")).to_contain_text("已粘贴4格", timeout=SOON)
    expect(page.locator("#desk-said")).to_contain_text("第3行")
    expect(cells.nth(1)).to_have_value("已完成")
    found = saved(project)["sections"][0]["sections"]
    assert [(each["status"], each["leader"]) for each in found] == [
        ("已完成", "钱某某"),
        ("已完成", "孙某某"),
    ]


def test_the_form(start: Page, desk: RunningDesk, project: Project) -> None:
    """The head is a form with Chinese names and help; what cannot be read says so at its field."""
    page = notice_page(start, desk)
    folded_out(page, "form")
    field = page.get_by_label("标题", exact=False).first
    expect(field).to_have_value("中共某县某局党组关于巡察整改进展情况的通报", timeout=SOON)
    field.fill("中共某县某局党组关于巡察整改情况的通报")
    field.press("Tab")
    said(page)
    assert saved(project)["title"] == "中共某县某局党组关于巡察整改情况的通报"
    day = page.get_by_label("数据截至", exact=False).first
    day.fill("2022-02-30")
    day.press("Tab")
    expect(day).to_have_attribute("aria-invalid", "true", timeout=SOON)
    expect(page.locator(".desk-field .desk-bad", has_text="日历")).to_have_count(1)
    assert saved(project)["as_of"] == "2022-01-31"


def test_findings_on_the_notice_page(start: Page, desk: RunningDesk, project: Project) -> None:
    """What was found is mended where it is told."""
    project.write("first", NOTICE.replace("召开会议3次。", "召开会议3次,听取汇报。"))
    page = notice_page(start, desk)
    folded_out(page, "findings")
    finding = page.locator(".desk-finding", has_text="听取汇报")
    finding.get_by_role("button", name="改好").first.click()
    said(page)
    assert "召开会议3次，听取汇报。" in (project.content / "notices" / "first.yaml").read_text(
        encoding="utf-8"
    )
