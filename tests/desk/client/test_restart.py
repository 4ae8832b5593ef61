"""The desk ends, or its file goes, while a field is open: what was typed stays, and is saved."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.conftest import Project
from tests.desk.client.conftest import NOTICE, SOON, opened, ready
from tests.desk.client.test_editing import field, text
from tests.desk.conftest import RunningDesk

pytestmark = pytest.mark.browser
TYPED = "召开会议5次。"


@pytest.fixture
def alone(tmp_path: Path) -> Project:
    """Give a project of the test's own with the one notice."""
    made = Project(tmp_path)
    made.write("first", NOTICE)
    made.write("second", NOTICE)
    return made


def test_a_restart(alone: Project, context: BrowserContext) -> None:
    """The same field saves once the desk was started, and opened in this browser, again."""
    desk = RunningDesk(alone.settings)
    page = opened(desk, context)
    text(page, "召开会议3次").click()
    field(page).fill(TYPED)
    desk.stop()
    field(page).press("Enter")
    said = page.locator("#dn-desk .said")
    expect(said).to_contain_text("没有丢", timeout=SOON)
    again = RunningDesk(alone.settings, port=desk.port)
    try:
        field(page).press("Enter")  # not opened yet: the terminal has a new address
        expect(said).to_contain_text("没有对这个浏览器打开", timeout=SOON)
        expect(field(page)).to_have_value(TYPED)
        context.new_page().goto(again.desk.address)
        field(page).press("Enter")
        expect(field(page)).to_have_count(0, timeout=SOON)
        path = alone.content / "notices" / "first.yaml"
        assert path.read_text("utf-8") == NOTICE.replace("召开会议3次。", TYPED)
        expect(page.locator("article")).to_contain_text(TYPED, timeout=SOON)
        # Undo goes back behind the restart.
        page.keyboard.press("Control+z")
        expect(page.locator("article")).to_contain_text("召开会议3次。", timeout=SOON)
        assert path.read_text("utf-8") == NOTICE
    finally:
        again.stop()


def test_the_file_goes(alone: Project, context: BrowserContext) -> None:
    """A notice that another program deletes is said to be gone; the field waits for its return."""
    desk = RunningDesk(alone.settings)
    try:
        page = opened(desk, context)
        text(page, "召开会议3次").click()
        field(page).fill(TYPED)
        path = alone.content / "notices" / "first.yaml"
        path.unlink()
        expect(page.locator("#dn-desk .did")).to_contain_text("可能刚被删除或改名", timeout=SOON)
        field(page).press("Enter")
        expect(page.locator("#dn-desk .said")).to_contain_text("可能刚被删除或改名", timeout=SOON)
        expect(field(page)).to_have_value(TYPED)
        path.write_text(NOTICE, encoding="utf-8")
        field(page).press("Enter")
        expect(field(page)).to_have_count(0, timeout=SOON)
        assert path.read_text("utf-8") == NOTICE.replace("召开会议3次。", TYPED)
        ready(page)
    finally:
        desk.stop()
