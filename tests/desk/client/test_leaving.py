"""A cell of the table or the form in which somebody types when the page goes is not lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from disclosure.locks import exclusive
from tests.conftest import Project
from tests.desk.client.conftest import SOON
from tests.desk.client.values import saved
from tests.desk.conftest import RunningDesk
from tests.preview.running import wait_for

pytestmark = pytest.mark.browser
TITLE = "中共某县某局党组关于巡察整改进展情况的通报"
LEAVING: dict[str, Callable[[Page], object]] = {
    "reload": lambda page: page.reload(),
    "closed": lambda page: page.close(),
    "gone": lambda page: page.goto("about:blank"),
}


def leaders_of(project: Project) -> list[str]:
    """Return what the file has in one column."""
    return [each.get("leader", "") for each in saved(project)["sections"][0]["sections"]]


@pytest.fixture
def table(desk: RunningDesk, context: BrowserContext) -> Page:
    """Give the notice's page at the desk with its table and form folded out."""
    page = context.new_page()
    page.goto(desk.desk.address)
    page.goto(f"{desk.origin}/-desk/notice/first/#write")
    folded_out(page)
    return page


def folded_out(page: Page) -> None:
    """Fold out everything, and wait for the table and the form."""
    expect(page.locator("html[data-desk-ready]")).to_be_attached(timeout=SOON)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    expect(page.locator(".desk-cell[name=leader]")).to_have_count(2, timeout=SOON)
    expect(page.get_by_label("标题", exact=False).first).to_have_value(TITLE, timeout=SOON)


def leader(page: Page) -> Locator:
    """Return the first cell of a column."""
    return page.locator(".desk-cell[name=leader]").first


@pytest.mark.parametrize("way", LEAVING)
def test_a_cell_still_typed(table: Page, project: Project, way: str) -> None:
    """Whichever way the page goes, what stands in the cell is saved."""
    leader(table).fill("赵某某")
    LEAVING[way](table)
    wait_for(lambda: leaders_of(project) == ["赵某某", "李某某"])


def test_a_field_of_the_form_still_typed(table: Page, project: Project) -> None:
    """So is a field of the form."""
    table.get_by_label("标题", exact=False).first.fill("关于整改情况的通报")
    table.reload()
    wait_for(lambda: saved(project)["title"] == "关于整改情况的通报")


def test_typed_on_while_it_is_saved(table: Page, project: Project, desk: RunningDesk) -> None:
    """On a slow disk, what is typed after a first text was sent is saved, though the page goes."""
    lock = desk.settings.cache / "edits" / "first" / ".lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(lock, "edit.busy"), table.expect_request("**/api/edit/first"):
        leader(table).fill("赵")
        leader(table).blur()
        leader(table).fill("赵某")
        leader(table).blur()
        leader(table).fill("赵某某")
        table.reload()
        assert leaders_of(project)[0] == "张某某"
    wait_for(lambda: leaders_of(project)[0] == "赵某某")


def test_what_is_refused_comes_back(table: Page, project: Project) -> None:
    """What cannot be saved on leaving stands in its field again, with the reason."""
    day = table.get_by_label("发布日期", exact=False).first
    day.fill("2022-02-30")
    table.reload()
    folded_out(table)
    day = table.get_by_label("发布日期", exact=False).first
    expect(day).to_have_value("2022-02-30", timeout=SOON)
    expect(day).to_have_attribute("aria-invalid", "true", timeout=SOON)
    assert saved(project)["published"] == "2022-02-23"
    day.fill("2022-02-24")
    day.blur()
    wait_for(
        lambda: saved(project)["published"] == "2022-02-24" or bool(table.wait_for_timeout(20))
    )
    table.reload()
    folded_out(table)
    expect(table.get_by_label("发布日期", exact=False).first).to_have_value("2022-02-24")


def test_undone_elsewhere(table: Page, project: Project, desk: RunningDesk) -> None:
    """What was saved on leaving and is then undone does not come back by itself."""
    leader(table).fill("赵某某")
    table.reload()
    wait_for(lambda: leaders_of(project)[0] == "赵某某")
    table.reload()
    folded_out(table)
    table.goto(f"{desk.origin}/notices/first/")
    expect(table.locator("#dn-desk[data-ready]")).to_be_attached(timeout=SOON)
    table.keyboard.press("Control+z")
    wait_for(lambda: leaders_of(project)[0] == "张某某" or bool(table.wait_for_timeout(20)))
    table.goto(f"{desk.origin}/-desk/notice/first/#write")
    folded_out(table)
    expect(leader(table)).to_have_value("张某某")
    assert leaders_of(project)[0] == "张某某"


def test_escape_gives_up(table: Page, project: Project) -> None:
    """Esc puts back what the file has, and leaving saves nothing."""
    leader(table).fill("赵某某")
    leader(table).press("Escape")
    expect(leader(table)).to_have_value("张某某")
    table.locator(".desk-cell[name=leader]").nth(1).fill("孙某某")
    table.reload()
    wait_for(lambda: leaders_of(project) == ["张某某", "孙某某"])
