"""What a clerk stumbles over, in a browser: guesses, bars in the way, cards, two places of a fact."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import Project
from tests.desk.client.conftest import NOTICE, SOON, opened, ready
from tests.desk.client.test_pages import TEXT, begun, folded_out, notice_page, start
from tests.desk.client.values import saved
from tests.desk.conftest import RunningDesk

pytestmark = pytest.mark.browser
__all__ = ["start"]  # a fixture
GUESSED = NOTICE.replace("issuer:", "# 请核对：发布单位取自落款\nissuer:").replace(
    "\nsource:", "\n# 请核对：当作来源\nsource:"
)
COUNTED = NOTICE.replace(
    "予以公布。", "予以公布。巡察反馈的2个问题，已完成1个，正在整改1个。"
).replace("status: 正在整改", "status: 已完成", 1)


def test_guesses_are_settled(start: Page, desk: RunningDesk, project: Project) -> None:
    """On the notice's page each guess is confirmed or corrected, in the file, and undone."""
    project.write("first", GUESSED)
    page = notice_page(start, desk)
    card = page.locator(".desk-guess")
    expect(card).to_contain_text("发布单位取自落款", timeout=SOON)
    card.get_by_role("button", name="对", exact=True).click()
    expect(card).to_contain_text("当作来源", timeout=SOON)
    expect(page.locator("#guesses-count")).to_have_text("1")
    card.get_by_role("button", name="不对，改正").click()
    card.locator("textarea").fill("某县监委")
    card.get_by_role("button", name="保存").click()
    expect(card).to_contain_text("已全部核对", timeout=SOON)
    path = project.content / "notices" / "first.yaml"
    assert path.read_text(encoding="utf-8") == NOTICE.replace(
        "source: 某县纪委", "source: 某县监委"
    )
    page.get_by_role("button", name="撤销上一处").click()
    expect(card).to_contain_text("当作来源", timeout=SOON)
    assert "# 请核对：当作来源\nsource: 某县纪委" in path.read_text(encoding="utf-8")


def test_what_was_confirmed_is_no_comment(start: Page, project: Project, tmp_path: Path) -> None:
    """Of a draft that is kept, guesses that were confirmed are settled; skipped ones stay."""
    path = tmp_path / "通报.txt"
    path.write_text(TEXT, encoding="utf-8")
    start.locator("[data-desk=drop] input").set_input_files(path)
    card = start.locator(".desk-guess")
    expect(card).to_be_visible(timeout=SOON)
    reason = card.locator("p").first.inner_text()
    card.get_by_role("button", name="对", exact=True).click()
    box = start.locator(".desk-import")
    box.locator("input[name=slug]").fill("confirmed")
    if (sure := box.locator("input[type=checkbox]")).count():
        sure.check()
    box.locator("button[type=submit]").click()
    start.wait_for_url("**/-desk/notice/confirmed/", timeout=SOON)
    kept = project.content / "notices" / "confirmed.yaml"
    text = kept.read_text(encoding="utf-8")
    kept.unlink()
    assert "# 请核对：" in text
    assert reason not in text


def test_nothing_covers_an_open_field(desk: RunningDesk, context: BrowserContext) -> None:
    """On a phone the preview's panel is folded into the bar, and an open field has the room."""
    page = opened(desk, context)
    page.set_viewport_size({"width": 390, "height": 600})
    expect(page.locator("#dn-preview")).to_be_hidden()
    expect(page.locator("#dn-desk .all")).to_contain_text("检查", timeout=SOON)
    page.locator("[data-desk-text]", has_text="撰写体会8篇").first.click()
    box = page.locator("#dn-desk .field")
    expect(box).to_be_visible()
    rect = box.bounding_box()
    assert rect is not None
    assert rect["y"] >= 0
    assert rect["y"] + rect["height"] <= 600
    on_top = page.evaluate(
        "([x, y]) => document.querySelector('#dn-desk').shadowRoot.elementFromPoint(x, y).className",
        [rect["x"] + rect["width"] / 2, rect["y"] + rect["height"] - 30],
    )
    assert "bar" not in on_top.split()
    expect(page.locator("#dn-desk .bar")).to_be_hidden()
    box.get_by_role("button", name="取消").click()
    expect(page.locator("#dn-desk .bar")).to_be_visible()


def test_save_is_a_button(desk: RunningDesk, context: BrowserContext, project: Project) -> None:
    """An open field has a button that saves, for who trusts no leaving."""
    page = opened(desk, context)
    page.locator("[data-desk-text]", has_text="撰写体会8篇").first.click()
    page.locator("#dn-desk .field .input").fill("撰写体会9篇。")
    page.locator("#dn-desk .field .save").click()
    expect(page.locator("article")).to_contain_text("撰写体会9篇。", timeout=SOON)
    assert saved(project)["sections"][0]["sections"][1]["outcomes"][1] == "撰写体会9篇。"


def test_the_list_of_findings(desk: RunningDesk, context: BrowserContext, project: Project) -> None:
    """One list in the bar counts as the notice's page does, and opens the text of a finding."""
    project.write("first", NOTICE.replace("集中学习4次。", "集中学习4次,很好。"))
    page = opened(desk, context)
    page.locator("#dn-desk .all").click()
    entry = page.locator("#dn-desk .found li", has_text="半角")
    counted = page.locator("#dn-desk .found strong").first.inner_text()
    entry.get_by_role("button", name="改这里").click()
    expect(page.locator("#dn-desk .field .input")).to_have_value("集中学习4次,很好。")
    page.goto(f"{desk.origin}/-desk/notice/first/")
    begun(page)
    expect(page.locator("[data-desk-counted]")).to_have_text(counted)


def test_what_was_said_goes(start: Page, desk: RunningDesk, project: Project) -> None:
    """What was done leaves the screen after a while and stays to be heard; a refusal stays seen."""
    page = notice_page(start, desk)
    page.clock.install()
    page.reload()
    begun(page)
    folded_out(page, "problems")
    cell = page.locator(".desk-cell[name=leader]").first
    cell.fill("赵某某")
    cell.press("Tab")
    said = page.locator("#desk-said")
    expect(said).to_have_text("已保存", timeout=SOON)
    page.clock.fast_forward(7000)
    expect(said).to_have_class("desk-said desk-said--past")
    expect(said).to_have_text("已保存")
    day = page.locator(".desk-cell[name=deadline]").first
    day.fill("2022-02-30")
    day.press("Tab")
    expect(said).to_contain_text("没有保存", timeout=SOON)
    page.clock.fast_forward(60_000)
    expect(said).to_have_class("desk-said")
    said.get_by_role("button", name="知道了").click()
    expect(said).to_have_class("desk-said desk-said--past")


def test_cards_on_a_phone(start: Page, desk: RunningDesk) -> None:
    """At 390 pixels each problem is a card with all its fields in the window."""
    start.set_viewport_size({"width": 390, "height": 844})
    page = notice_page(start, desk)
    folded_out(page, "problems")
    for name in ("title", "status", "leader", "department", "deadline"):
        cell = page.locator(f".desk-cell[name={name}]").first
        expect(cell).to_be_visible(timeout=SOON)
        rect = cell.bounding_box()
        assert rect is not None
        assert rect["x"] >= 0
        assert rect["x"] + rect["width"] <= 390
    assert page.evaluate("document.querySelector('.desk-scroll').scrollWidth <= innerWidth")


def test_a_state_told_twice(start: Page, desk: RunningDesk, project: Project) -> None:
    """A state that contradicts a sentence shows it in the table at once, with the way there."""
    project.write("first", COUNTED)
    page = notice_page(start, desk)
    folded_out(page, "problems")
    cell = page.locator(".desk-cell[name=status]").first
    expect(cell).to_be_visible(timeout=SOON)
    cell.fill("正在整改")
    cell.press("Tab")
    found = page.locator(".desk-grid__found li", has_text="已完成1个").first
    expect(found).to_be_visible(timeout=SOON)
    found.get_by_role("link", name="到这一句").click()
    ready(page)
    expect(page.locator("#dn-desk .field .input")).to_have_value(saved(project)["lead"][0])


def test_an_address_opens_a_text(desk: RunningDesk, context: BrowserContext) -> None:
    """An address may name a text by its path; one that there is not opens nothing."""
    path = quote(json.dumps(["sections", 0, "sections", 1, "outcomes", 0]))
    page = opened(desk, context, f"notices/first/#text={path}")
    expect(page.locator("#dn-desk .field .input")).to_have_value("集中学习4次。")
    page.locator("#dn-desk .field .cancel").click()
    page.goto(f"{desk.origin}/notices/first/#text=%5B%22none%22%5D")
    expect(page.locator("#dn-desk .field")).to_have_count(0)
