"""axe finds no barrier at any step of a notice, in any state of the desk; nothing is cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from disclosure.clock import moment_in_china
from tests.axe import barriers, violations
from tests.conftest import SITE, Project
from tests.desk.client.conftest import NOTICE, SOON
from tests.desk.client.test_access import folded_out
from tests.desk.client.test_walk import TARGET
from tests.desk.client.test_walk import ready as begun
from tests.desk.client.whole_path import FILE
from tests.desk.conftest import RunningDesk
from tests.desk.test_office import API

pytestmark = pytest.mark.browser
SLIP = NOTICE.replace("召开会议3次。", "召开会议3次,听取汇报。")
STAGES = ("faulty", "slip", "clean", "signed", "sealed", "published")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a project with a notice in each stage, and deadlines that are near."""
    made = Project(tmp_path_factory.mktemp("stages"))
    (made.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    (made.content / "notices" / "first.yaml").unlink()
    soon = moment_in_china()[:10]
    made.write("slip", SLIP.replace("leader: 张某某", f"leader: 张某某\n        deadline: {soon}"))
    for name in ("clean", "signed", "sealed", "published"):
        made.write(name, NOTICE.replace("中共某县某局党组关于", f"中共某县某局党组关于{name}"))
    return made


@pytest.fixture(scope="module")
def running(project: Project) -> Iterator[RunningDesk]:
    """Give its desk, with what is signed, sealed and published."""
    running = RunningDesk(project.settings)
    opened = running.browser()
    for name in STAGES[3:]:
        for role in ("初审", "复审", "终审"):
            told = opened.post(f"{API}sign/{name}", {"role": role, "name": f"{role}人"}).told
            assert told["ok"], told
    for name in STAGES[4:]:
        body = {"note": "首次公布", "reason": "首次公布"}
        told = opened.post(f"{API}seal/{name}", body).told
        assert told["ok"], told
    project.write("faulty", NOTICE.replace("2022-02-23", "2022-02-30"))
    yield running
    running.stop()


@pytest.fixture
def window(running: RunningDesk, browser: Browser) -> Iterator[Page]:
    """Give a window of a browser that was opened with the key."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(running.desk.address)
    begun(page)
    yield page
    context.close()


def is_sound(page: Page, node_modules: Path) -> None:
    """Say that axe finds nothing at any width, light or dark, and nothing is cut off at 200 %."""
    assert list(barriers(page, node_modules)) == []
    page.emulate_media(color_scheme="light", forced_colors="active")
    assert violations(page, node_modules) == []
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 640, "height": 450})
    # What stands beside a text follows it when the window has changed.
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


def test_start(window: Page, node_modules: Path) -> None:
    """The start page with notices in every stage and something that is due."""
    expect(window.locator(".desk-notice")).to_have_count(len(STAGES))
    expect(window.locator(".desk-due li").first).to_be_visible()
    is_sound(window, node_modules)


@pytest.mark.parametrize("stage", STAGES)
def test_every_step(window: Page, running: RunningDesk, node_modules: Path, stage: str) -> None:
    """A notice's page at each step, with everything folded out."""
    window.goto(f"{running.origin}/-desk/notice/{stage}/")
    begun(window)
    if stage != "faulty":
        folded_out(window)
    is_sound(window, node_modules)


def test_what_was_brought_in(window: Page, running: RunningDesk, node_modules: Path) -> None:
    """A file that was read with its guesses, and its account."""
    window.locator("[data-desk=drop] input").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": FILE.encode()}
    )
    expect(window.locator(".desk-import h2")).to_be_focused(timeout=SOON)
    window.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    account = window.locator(".desk-import a").first.get_attribute("href")
    is_sound(window, node_modules)
    window.goto(f"{running.origin}{account}")
    is_sound(window, node_modules)
