"""A clerk's way in a real browser: mend, sign, seal, publish, all by the buttons of the desk."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import NOTICE, SITE, Project
from tests.desk.conftest import RunningDesk

SOON = 15_000  # milliseconds that a test waits at most
TARGET = "publish:\n  targets:\n    - {name: folder, url: 'file:out', mode: 整体切换}\n"
HURT = NOTICE.replace("予以公布。", "予以公布，已经学习３次。")


@pytest.fixture
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Give a desk of a project that is published to a folder, with a slip in its notice."""
    project = Project(tmp_path_factory.mktemp("walk"))
    (project.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    project.write("first", HURT)
    running = RunningDesk(project.settings)
    yield running
    running.stop()


@pytest.fixture
def page(context: BrowserContext, running: RunningDesk) -> Page:
    """Give the notice's page at the desk, reached as a clerk reaches it."""
    page = context.new_page()
    page.goto(running.desk.address)
    page.get_by_role("link", name="巡察整改进展情况的通报").click()
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until what stands on the page can be used."""
    expect(page.locator("html[data-desk-ready]")).to_be_attached(timeout=SOON)


def step(page: Page, name: str) -> None:
    """Open a step, if it is not."""
    if page.locator(f"#{name}").get_attribute("open") is None:
        page.locator(f".desk-steps a[href='#{name}']").click()


def test_first_publication(page: Page, running: RunningDesk) -> None:
    """The slip is mended by its button, three sign, and the site stands where readers find it."""
    step(page, "check")
    page.locator("#check").get_by_role("button", name="改好").first.click()
    expect(page.locator("#desk-said")).to_have_text("已保存", timeout=SOON)
    written = (running.settings.content / "notices" / "first.yaml").read_text(encoding="utf-8")
    assert written == HURT.replace("３", "3")
    page.reload()
    for role, name in (("初审", "甲某"), ("复审", "乙某"), ("终审", "丙某")):
        ready(page)
        expect(page.locator(".desk-next")).to_contain_text(role, timeout=SOON)
        page.get_by_label("姓名").fill(name)
        page.get_by_role("button", name="审签", exact=True).click()
        expect(page.locator("#desk-said")).to_contain_text(name, timeout=SOON)
    ready(page)
    page.get_by_role("button", name="定版", exact=True).click()
    expect(page.locator(".desk-next")).to_contain_text("可以发布", timeout=SOON)
    ready(page)
    page.get_by_role("button", name="看看会改动什么").click()
    expect(page.locator("[data-desk=progress]")).to_contain_text("要传", timeout=SOON)
    assert not (running.settings.root / "out").exists()
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.locator("[data-desk=progress]")).to_contain_text("已发布", timeout=SOON)
    page.reload()
    expect(page.locator(".desk-facts")).to_contain_text("已发布第 1 版", timeout=SOON)
    assert list((running.settings.root / "out").rglob("notices/first/index.html"))


def test_waiver_and_refusal(page: Page, running: RunningDesk) -> None:
    """A waiver asks for its reason; a name that nobody has is refused where it was typed."""
    step(page, "check")
    finding = page.locator("#check .desk-finding", has_text="３")
    finding.get_by_role("button", name="不改，说明理由").click()
    finding.get_by_role("textbox").fill("照原文")
    finding.get_by_role("button", name="保留原文").click()
    expect(page.locator("#desk-said")).to_have_text("已保存", timeout=SOON)
    written = (running.settings.content / "notices" / "first.yaml").read_text(encoding="utf-8")
    assert "# 豁免 typography.compatibility：照原文\n" in written
    step(page, "sign")
    page.get_by_label("姓名").fill("甲\u200b某")
    page.get_by_role("button", name="审签", exact=True).click()
    expect(page.locator("[data-refused]")).to_be_visible(timeout=SOON)
