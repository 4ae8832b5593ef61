"""The preview in a real browser: every save is shown, every mistake explained."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from playwright.sync_api import Error as BrowserError

from tests.conftest import NOTICE, Project
from tests.preview.running import Running, wait_for

pytestmark = pytest.mark.browser
SOON = 8_000  # milliseconds that a test waits for what takes a fifth of a second
PAGE = "notices/first/"


@pytest.fixture
def preview(project: Project) -> Iterator[Running]:
    """Give a running preview, built once."""
    running = Running(project.own_templates())
    wait_for(running.built)
    yield running
    running.stop()


@pytest.fixture
def page(preview: Running, context: BrowserContext) -> Page:
    """Give the notice, open and listening."""
    opened = context.new_page()
    opened.goto(preview.address + PAGE)
    listening(opened)
    return opened


def listening(page: Page) -> None:
    """Wait until the page has drawn the preview's panel and hears of builds."""
    expect(page.locator("#dn-preview[data-listening]")).to_be_attached(timeout=SOON)


def until(page: Page, condition: str) -> None:
    """Wait until `condition` holds; Playwright's own wait needs an eval that the pages forbid."""

    def holds() -> bool:
        try:
            return bool(page.evaluate(condition))
        except BrowserError:  # the page went away to load again
            return False

    wait_for(holds)


def with_figure(figure: int) -> str:
    """Return the notice with another figure."""
    return NOTICE.replace("value: 38", f"value: {figure}")


@pytest.mark.parametrize("pause", [0.2, 1.0, 2.9])
def test_every_save_is_shown(page: Page, project: Project, pause: float) -> None:
    """Two saves a while apart are both shown (livereload alone loses the second)."""
    for figure in (51, 52):
        project.write("first", with_figure(figure))
        expect(page.locator("article")).to_contain_text(f"新建项目{figure}个", timeout=SOON)
        time.sleep(pause)


def test_save_while_the_first_is_loading(page: Page, project: Project) -> None:
    """A save that comes before the reloaded page listens again is shown all the same."""
    for figure in range(60, 75):
        project.write("first", with_figure(figure))
        time.sleep(0.15)
    expect(page.locator("article")).to_contain_text("新建项目74个", timeout=SOON)


def test_file_of_last_year(page: Page, project: Project) -> None:
    """A file that is moved in with a time of last year is built and shown."""
    import os

    draft = project.content / "draft.txt"
    draft.write_text(with_figure(77), encoding="utf-8")
    os.utime(draft, (1_700_000_000, 1_700_000_000))
    draft.replace(project.content / "notices" / "first.yaml")
    expect(page.locator("article")).to_contain_text("新建项目77个", timeout=SOON)


def test_error_appears_and_heals(page: Page, project: Project) -> None:
    """A mistake is laid over the page with line and caret, as text, and goes away by itself."""
    hostile = "<img src=x onerror=alert(1)>"
    broken = NOTICE.replace("2022-02-23", "2022-02-30").replace("value: 38", f"value: '{hostile}'")
    project.write("first", broken)
    overlay = page.locator("#dn-preview .overlay")
    expect(overlay).to_be_visible(timeout=SOON)
    expect(overlay.locator("li")).to_have_count(2)
    expect(overlay).to_contain_text("日期“2022-02-30”在日历上不存在")
    expect(overlay).to_contain_text("first.yaml:4:12")
    expect(overlay).to_contain_text(hostile)
    expect(overlay.locator("img")).to_have_count(0)
    mark, caret = overlay.locator("mark").first, overlay.locator(".caret").first
    assert mark.text_content() == "2022-02-30"
    assert caret.text_content().strip().endswith("^" * 10)
    left = mark.bounding_box()["x"]
    arrow = caret.locator("span").last.bounding_box()["x"]
    assert abs(left - arrow) < 2
    expect(page.locator("article")).to_contain_text("新建项目38个")  # the last good page
    project.write("first", with_figure(81))
    expect(overlay).to_have_count(0, timeout=SOON)
    expect(page.locator("article")).to_contain_text("新建项目81个", timeout=SOON)


def test_broken_template_appears_and_heals(page: Page, preview: Running) -> None:
    """A broken template is named with its line."""
    path = preview.settings.templates / "components" / "answers.html"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole + "{% endfor %}", encoding="utf-8")
    overlay = page.locator("#dn-preview .overlay")
    expect(overlay).to_contain_text("components/answers.html", timeout=SOON)
    path.write_text(whole, encoding="utf-8")
    expect(overlay).to_have_count(0, timeout=SOON)


def test_first_build_that_fails(project: Project, context: BrowserContext) -> None:
    """Where no page was ever built, the errors are shown, and then the page."""
    project.write("first", NOTICE.replace("title:", "titel:"))
    running = Running(project.settings)
    page = context.new_page()
    page.goto(running.address + PAGE)
    expect(page.locator("#dn-preview .overlay")).to_contain_text("titel", timeout=SOON)
    project.write("first", NOTICE)
    expect(page.locator("h1")).to_contain_text("巡察整改进展情况的通报", timeout=SOON)
    running.stop()


def test_missing_page_listens(preview: Running, project: Project, context: BrowserContext) -> None:
    """The 404 page reloads, too: when its notice is written it turns into it."""
    page = context.new_page()
    page.goto(preview.address + "notices/second/")
    expect(page.locator("h1")).to_have_text("没有找到这一页")
    listening(page)
    project.write("second", with_figure(91))
    expect(page.locator("article")).to_contain_text("新建项目91个", timeout=SOON)


def test_findings_jump_to_the_sentence(page: Page, preview: Running, project: Project) -> None:
    """The corner counts findings; one that is followed scrolls to its sentence and marks it."""
    panel = page.locator("#dn-preview .panel")
    summary = panel.locator("> summary")
    no_time = panel.locator("li", has_text="notice.no_time")
    expect(summary).to_contain_text("检查发现")
    expect(no_time).to_have_count(0)
    project.write("first", NOTICE.replace("published_time: 09:30\n", ""))
    expect(no_time).to_have_count(1, timeout=SOON)
    expect(no_time).to_be_hidden()
    summary.click()
    expect(panel).to_contain_text("没有填写发布时刻")
    no_time.locator("a.jump").click()
    outlined = page.evaluate("document.activeElement.textContent")
    assert "2022-02-23" in outlined
    page.goto(preview.address)
    listening(page)
    expect(no_time).to_be_visible()  # stays open from page to page
    no_time.locator("a.jump").click()
    page.wait_for_url(re.compile("/notices/first/#finding-[0-9]+$"))
    until(page, "document.activeElement.textContent.includes('2022-02-23')")


def test_what_the_rules_find_is_in_the_panel(page: Page, project: Project) -> None:
    """Errors come first, many of a kind stand as one, and no page is loaded again for them."""
    sentence = "会议3次,学习2次。身份证号11010519491231002X。甲,乙,丙。"
    loaded: list[Page] = []
    page.on("load", lambda page: loaded.append(page))
    project.write("first", NOTICE.replace("现将", f"{sentence}现将"))
    panel = page.locator("#dn-preview .panel")
    expect(panel).to_contain_text("privacy.identity", timeout=SOON)
    panel.locator("> summary").click()
    first = panel.locator(".inside > ol > li").first
    expect(first).to_contain_text("错误")
    expect(first).not_to_contain_text("19491231")
    marks = panel.locator(".inside > ol > li", has_text="typography.half_width")
    expect(marks).to_have_count(1)
    marks.locator(".alike > summary").click()
    expect(marks.locator(".alike li")).to_have_count(2)
    assert len(loaded) == 1  # for the build


def test_scroll_position_is_kept(page: Page, project: Project) -> None:
    """A reload leaves the reader where the reader was."""
    page.set_viewport_size({"width": 390, "height": 500})
    page.evaluate("window.scrollTo(0, 700)")
    before = page.evaluate("window.scrollY")
    assert before > 300
    project.write("first", with_figure(42))
    expect(page.locator("article")).to_contain_text("新建项目42个", timeout=SOON)
    until(page, f"Math.abs(window.scrollY - {before}) < 3")


def test_all_open_pages_follow(preview: Running, project: Project, browser: Browser) -> None:
    """Two tabs, large print and a telephone all show a save."""
    contexts = [
        browser.new_context(locale="zh-CN", viewport={"width": width, "height": 800})
        for width in (1440, 1440, 390)
    ]
    pages = []
    for context, address in zip(contexts, (PAGE, PAGE + "big/", PAGE), strict=True):
        page = context.new_page()
        page.goto(preview.address + address)
        listening(page)
        pages.append(page)
    project.write("first", with_figure(43))
    for page in pages:
        expect(page.locator("article")).to_contain_text("新建项目43个", timeout=SOON)
    for context in contexts:
        context.close()


def test_who_has_set_out_arrives(
    preview: Running, project: Project, context: BrowserContext
) -> None:
    """A build that ends while somebody is on the way to another page does not call them back."""
    page = context.new_page()
    page.goto(preview.address)
    listening(page)
    built = preview.state()["version"]

    def slowly(route: Route) -> None:
        project.write("first", with_figure(52))
        wait_for(lambda: preview.state()["version"] != built)
        time.sleep(1)  # what the first page does about it, it does by now
        route.continue_()

    page.route(f"**/{PAGE}", slowly)
    page.goto(preview.address + PAGE)
    expect(page.locator("article")).to_contain_text("新建项目52个", timeout=SOON)
    assert page.url.endswith(PAGE)


def test_other_pages_are_served_during_a_build(preview: Running, project: Project) -> None:
    """While many notices are built, a page that is there is answered at once."""
    for number in range(150):
        project.write(f"many-{number:03}", NOTICE)
    answered = 0
    while preview.get("/notices/many-149/")[0] != 200:
        status, _, body = preview.get("/notices/first/")
        assert status == 200
        assert body.endswith(b"</html>\n")
        answered += 1
    assert answered > 5


def test_nothing_foreign_is_asked_for(
    preview: Running, project: Project, context: BrowserContext
) -> None:
    """The preview asks only its own server, and the page's policy lets all of it through."""
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(preview.address + PAGE)
    listening(page)
    project.write("first", NOTICE.replace("2022-02-23", "2022-02-30"))
    expect(page.locator("#dn-preview .overlay")).to_be_visible(timeout=SOON)
    assert all(url.startswith(preview.address) for url in asked)
    assert [text for text in said if "Content Security Policy" in text or "Refused" in text] == []
