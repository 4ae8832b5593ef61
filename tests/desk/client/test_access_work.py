"""axe finds no barrier while something is decided: conflict, refusal, publishing, comparison."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import SITE, Project
from tests.desk.client.conftest import NOTICE, SOON
from tests.desk.client.conftest import ready as readable
from tests.desk.client.test_access_states import is_sound
from tests.desk.client.test_walk import TARGET
from tests.desk.client.test_walk import ready as begun
from tests.desk.conftest import RunningDesk
from tests.desk.test_office import API
from tests.preview.running import wait_for

pytestmark = pytest.mark.browser
FIELD = "#dn-desk .field .input"
SIGNING = ("初审", "复审", "终审")
# What the browser is told half-way, as long as it is looked at.
HELD = """() => {
  const real = window.fetch;
  window.fetch = (address, options) => String(address).includes("/jobs/")
    ? Promise.resolve(new Response(JSON.stringify({ok: true, over: false, done: 17, total: 42})))
    : real(address, options);
  window.goOnWorking = () => { window.fetch = real; };
}"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project without a notice."""
    made = Project(tmp_path_factory.mktemp("work"))
    (made.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    (made.content / "notices" / "first.yaml").unlink()
    return made


@pytest.fixture(scope="module")
def running(project: Project) -> Iterator[RunningDesk]:
    """Give its desk."""
    running = RunningDesk(project.settings)
    yield running
    running.stop()


@pytest.fixture
def window(running: RunningDesk, browser: Browser) -> Iterator[Page]:
    """Give a window of a browser that was not opened yet."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def sealed(running: RunningDesk, reason: str) -> None:
    """Have the notice signed by all and sealed."""
    opened = running.browser()
    for role in SIGNING:
        assert opened.post(f"{API}sign/first", {"role": role, "name": f"{role}人"}).told["ok"]
    told = opened.post(f"{API}seal/first", {"note": reason, "reason": reason}).told
    assert told["ok"], told


def test_closed_and_empty(window: Page, running: RunningDesk, node_modules: Path) -> None:
    """The page that refuses whoever has no key, and a start page without a notice."""
    window.goto(f"{running.origin}/-desk/")
    expect(window.locator(".desk-head")).to_have_css("border-bottom-width", "3px")  # has styles
    is_sound(window, node_modules)
    window.goto(running.desk.address)
    begun(window)
    expect(window.locator("main")).to_contain_text("还没有通报")
    is_sound(window, node_modules)


def test_conflict_and_refusal(
    window: Page, running: RunningDesk, project: Project, node_modules: Path
) -> None:
    """A field that asks whose text it is to be, and takes none meanwhile; and one that is refused."""
    path = project.write("first", NOTICE)
    window.goto(running.desk.address)
    begun(window)
    expect(window.locator(".desk-notice")).to_have_count(1)
    opened = running.browser()
    wait_for(lambda: opened.get("/notices/first/").status == 200)
    window.goto(f"{running.origin}/notices/first/")
    readable(window)
    window.locator("[data-desk-text]", has_text="开展培训2次").first.click()
    window.locator(FIELD).fill("开展培训5次。")
    path.write_text(NOTICE.replace("开展培训2次", "开展培训9次"), encoding="utf-8")
    window.locator(FIELD).press("Enter")
    expect(window.locator("#dn-desk .conflict")).to_be_visible(timeout=SOON)
    expect(window.locator(FIELD)).not_to_be_editable()
    expect(window.locator("#dn-desk .save")).to_be_hidden()
    is_sound(window, node_modules)
    window.locator("#dn-desk .conflict button").first.click()
    expect(window.locator("article")).to_contain_text("开展培训9次", timeout=SOON)
    window.locator("[data-desk-text]", has_text="2022年1月31日").first.click()
    window.locator(FIELD).fill("2022-01-32")
    window.locator(FIELD).press("Enter")
    expect(window.locator("#dn-desk .said p").first).to_be_visible(timeout=SOON)
    is_sound(window, node_modules)


def test_publishing(
    window: Page, running: RunningDesk, project: Project, node_modules: Path
) -> None:
    """What holds it up, the plan, the work half-way and its result; comparison and withdrawal."""
    project.write("first", NOTICE)
    window.goto(running.desk.address)
    shown = window.locator("[data-desk=progress]")

    def press(name: str, said: str) -> None:
        window.goto("about:blank")
        window.goto(f"{running.origin}/-desk/notice/first/#publish")
        begun(window)
        window.get_by_role("button", name=name, exact=True).click()
        expect(shown).to_contain_text(said, timeout=SOON)
        window.evaluate("document.querySelectorAll('#publish details').forEach(d => d.open = true)")

    press("看看会改动什么", "还不能发布")
    is_sound(window, node_modules)
    sealed(running, "首次公布")
    press("看看会改动什么", "要传")
    is_sound(window, node_modules)
    window.evaluate(HELD)
    window.get_by_role("button", name="发布", exact=True).click()
    expect(shown).to_contain_text("17 / 42", timeout=SOON)
    is_sound(window, node_modules)
    window.evaluate("goOnWorking()")
    expect(shown).to_contain_text("已发布", timeout=SOON)
    expect(window.locator(".desk-facts")).to_contain_text("已发布第 1 版", timeout=SOON)
    is_sound(window, node_modules)
    project.write("first", NOTICE.replace("集中学习4次", "集中学习6次"))
    window.goto("about:blank")
    window.goto(f"{running.origin}/-desk/notice/first/#seal")
    begun(window)
    window.evaluate("document.querySelectorAll('#seal details').forEach(d => d.open = true)")
    expect(window.locator("#seal ins").first).to_be_visible(timeout=SOON)
    is_sound(window, node_modules)
    sealed(running, "撤回")
    press("看看会改动什么", "要传")
    expect(window.locator(".desk-next")).to_contain_text("撤回")
    is_sound(window, node_modules)
