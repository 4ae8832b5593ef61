"""A save is not lost, however early after loading it is made and however soon the page goes."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.conftest import Project
from tests.desk.client.conftest import NOTICE, SOON, opened, ready
from tests.desk.client.values import saved
from tests.desk.conftest import RunningDesk
from tests.preview.running import wait_for

pytestmark = pytest.mark.browser
TIMES = 30
# As soon as the page says that it is ready: a click, a text, and Enter, or the page is left.
# Once for each address, also where the preview has the page loaded again meanwhile.
EARLY = """
(() => {
  const [, number, end] = /^#early-(\\d+)-(\\w+)$/.exec(location.hash) || [];
  if (!number) return;
  const begin = () => {
    const host = document.querySelector("#dn-desk[data-ready]");
    if (!host) return requestAnimationFrame(begin);
    if (sessionStorage.getItem("early") === number) return;
    const block = [...document.querySelectorAll("[data-desk-text]")]
      .find((each) => each.textContent.includes("召开会议"));
    // What was saved last may not be on this page yet: nobody can click it before the build comes.
    if (!block) return requestAnimationFrame(begin);
    sessionStorage.setItem("early", number);
    block.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, detail: 1}));
    const type = () => {
      const input = host.shadowRoot.querySelector(".field .input");
      if (!input) return setTimeout(type);
      input.value = `召开会议${number}次。`;
      if (end !== "typing")
        input.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
      if (end !== "stay") location.assign("/-desk/");
    };
    type();
  };
  begin();
})();
"""


def test_nothing_is_lost(desk: RunningDesk, project: Project, context: BrowserContext) -> None:
    """A build ends while the page begins; whoever stays, goes at once or still types is saved."""
    page = opened(desk, context)
    page.add_init_script(EARLY)
    for number in range(100, 100 + TIMES):
        end = ("stay", "go", "typing")[number % 3]
        project.write("other", NOTICE.replace("召开会议3次", f"召开会议{number}次"))
        page.goto("about:blank")
        page.goto(f"{desk.origin}/notices/first/#early-{number}-{end}", wait_until="commit")
        wait_for(lambda n=number: f"召开会议{n}次。" in str(saved(project)))
        if end != "stay":  # the page is on its way, and would break in on the next one
            page.wait_for_url("**/-desk/", wait_until="commit", timeout=SOON)
    (project.content / "notices" / "other.yaml").unlink()


def test_waiting_cells(desk: RunningDesk, project: Project, context: BrowserContext) -> None:
    """Cells that wait for each other are all saved, also when the page is left."""
    page = opened(desk, context)
    page.goto(f"{desk.origin}/-desk/notice/first/#write")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    leaders = page.locator(".desk-cell[name=leader]")
    expect(leaders).to_have_count(2, timeout=SOON)
    page.evaluate(
        """() => {
          const of = (name) => [...document.querySelectorAll(`.desk-cell[name=${name}]`)];
          const set = (cell, value) => {
            cell.focus();
            cell.value = value;
            cell.dispatchEvent(new Event("change"));
          };
          set(of("leader")[0], "甲某某");
          set(of("leader")[1], "乙某某");
          set(of("department")[0], "人事科");
          location.assign("/");
        }"""
    )
    kept = ("甲某某", "乙某某", "人事科")
    wait_for(lambda: all(each in str(saved(project)) for each in kept))


def test_nothing_more_is_typed(
    desk: RunningDesk, project: Project, context: BrowserContext
) -> None:
    """While a field is being saved it takes no keys: they would be in no file."""
    page = opened(desk, context)
    page.locator("[data-desk-text]", has_text="召开会议3次").first.click()
    field = page.locator("#dn-desk .field .input")
    read_only = field.evaluate(
        """input => {
          input.value = "召开会议5次。";
          input.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
          return input.readOnly;
        }"""
    )
    assert read_only
    expect(field).to_have_count(0, timeout=SOON)
    ready(page)
    assert "召开会议5次。" in str(saved(project))
