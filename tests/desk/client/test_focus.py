"""Whoever works by the keyboard keeps a place on the page, whatever becomes of a text."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Project
from tests.desk.client.conftest import NOTICE, SOON
from tests.desk.client.test_editing import field, outcomes, text, tool
from tests.desk.client.values import saved

pytestmark = pytest.mark.browser
ONE = NOTICE.replace("          - 开展培训2次。\n          - 修订制度1项。\n", "")


def follows(page: Page, words: str) -> None:
    """Wait until the page says so, or says it no more where the words begin with a dash."""
    article = page.locator("article")
    if words.startswith("-"):
        expect(article).not_to_contain_text(words[1:], timeout=SOON)
    else:
        expect(article).to_contain_text(words, timeout=SOON)


def is_near(page: Page) -> None:
    """Say that a text of the page has the focus."""
    expect(page.locator("[data-desk-text]:focus")).to_have_count(1)


def test_the_only_item_is_deleted(page: Page, project: Project) -> None:
    """Where nothing of a list is left, what stands behind it has the focus."""
    project.write("first", ONE)
    follows(page, "-开展培训2次")
    text(page, "召开会议3次").focus()
    page.keyboard.press("Enter")
    tool(page, "delete").focus()
    page.keyboard.press("Enter")
    follows(page, "-召开会议3次")
    assert "outcomes" not in saved(project)["sections"][0]["sections"][0]
    is_near(page)


@pytest.mark.parametrize("key", ["Escape", "Enter"])
def test_nothing_is_added(page: Page, project: Project, key: str) -> None:
    """Who gives up an empty field is where it was opened, also behind the last text of a list."""
    text(page, "修订制度1项").focus()
    page.keyboard.press("Enter")
    tool(page, "add").focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value("")
    page.keyboard.press(key)
    expect(field(page)).to_have_count(0)
    expect(text(page, "修订制度1项")).to_be_focused()
    assert len(outcomes(project)) == 3


def test_what_was_added_is_undone(page: Page, project: Project) -> None:
    """Where the text with the focus goes, the one in its place has it."""
    text(page, "修订制度1项").focus()
    page.keyboard.press("Enter")
    tool(page, "add").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("走访企业9家。")
    page.keyboard.press("Enter")
    follows(page, "走访企业9家")
    expect(text(page, "走访企业9家")).to_be_focused()
    page.keyboard.press("Control+z")
    follows(page, "-走访企业9家")
    is_near(page)


def test_another_program_deletes(page: Page, project: Project) -> None:
    """The same where another program takes away the text that has the focus."""
    text(page, "修订制度1项").focus()
    project.write("first", NOTICE.replace("          - 修订制度1项。\n", ""))
    follows(page, "-修订制度1项")
    is_near(page)


def test_theirs_is_nothing(page: Page, project: Project) -> None:
    """Where the other version of a text is none, a text near it has the focus."""
    text(page, "修订制度1项").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("又")
    page.route("**/state.json*", lambda route: route.abort())  # the page hears nothing of it
    project.write("first", NOTICE.replace("          - 修订制度1项。\n", ""))
    page.keyboard.press("Enter")
    expect(page.locator("#dn-desk .conflict .theirs button")).to_be_focused(timeout=SOON)
    page.keyboard.press("Enter")
    expect(field(page)).to_have_count(0, timeout=SOON)
    page.unroute("**/state.json*")
    is_near(page)


def test_the_last_finding_is_mended(page: Page, project: Project) -> None:
    """A repair leaves the focus at its text."""
    project.write("first", NOTICE.replace("召开会议3次。", "召开会议3次,听取汇报。"))
    marked = page.locator(".dn-desk-finding, .dn-desk-error", has_text="听取汇报")
    marked.focus(timeout=SOON)
    page.keyboard.press("Enter")
    page.locator("#dn-desk .field .findings .fix").focus()
    page.keyboard.press("Enter")
    follows(page, "召开会议3次，听取汇报。")
    expect(text(page, "听取汇报")).to_be_focused()
