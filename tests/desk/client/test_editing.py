"""Texts are changed where they are read: clicked, typed, saved on leaving, undone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.conftest import Project
from tests.desk.client.conftest import NOTICE, SOON, ready
from tests.desk.client.values import saved
from tests.desk.conftest import RunningDesk

pytestmark = pytest.mark.browser
OUTCOMES = ["召开会议3次。", "开展培训2次。", "修订制度1项。"]


def outcomes(project: Project) -> Any:
    """Return what was done about the first problem."""
    return saved(project)["sections"][0]["sections"][0]["outcomes"]


def field(page: Page) -> Locator:
    """Return the open field."""
    return page.locator("#dn-desk .field .input")


def tool(page: Page, name: str) -> Locator:
    """Return a tool of the open field."""
    return page.locator(f"#dn-desk .field .{name}")


def text(page: Page, words: str) -> Locator:
    """Return what can be changed on the page and holds these words."""
    return page.locator("[data-desk-text]", has_text=words).first


def did(page: Page, words: str) -> None:
    """Wait until the bar says so."""
    expect(page.locator("#dn-desk .did")).to_have_text(words, timeout=SOON)


def test_a_sentence(page: Page, project: Project) -> None:
    """A click opens the text as typed, with its figures in braces; leaving saves it."""
    text(page, "新建项目38个").click()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("新建项目{built}，同比增长{built.yoy}。")
    field(page).fill("共新建项目{built}，同比增长{built.yoy}。")
    page.locator(".dn-masthead").click(position={"x": 5, "y": 5})
    expect(page.locator("article")).to_contain_text("共新建项目38个，同比增长18.7%。", timeout=SOON)
    assert saved(project)["lead"][1] == "共新建项目{built}，同比增长{built.yoy}。"
    expect(field(page)).to_have_count(0)


@pytest.mark.parametrize(
    ("words", "typed", "new", "path"),
    [
        (
            "（一）招商成效不明显。",
            "招商成效不明显。",
            "招商力度不够。",
            ("sections", 0, "sections", 0, "title"),
        ),
        ("2022年1月31日", "2022-01-31", "2022-02-01", ("as_of",)),
        ("office@example.com", "office@example.com", "gk@example.com", ("contact", "email")),
        ("张某某", "张某某", "王某某", ("sections", 0, "sections", 0, "leader")),
        ("某县某局", "某县某局", "某县某委", ("unit",)),
    ],
)
def test_every_kind(
    page: Page, project: Project, words: str, typed: str, new: str, path: tuple[Any, ...]
) -> None:
    """A heading, a date, a mailbox, a leader, a name: each is a field with what the file holds."""
    page.locator("[data-desk-text]", has_text=re.compile(f"^{words}$")).first.click()
    expect(field(page)).to_have_value(typed)
    field(page).fill(new)
    field(page).press("Enter")
    did(page, "已保存")
    found = saved(project)
    for part in path:
        found = found[part]
    assert found == new


def test_a_state(page: Page, project: Project) -> None:
    """A state is chosen, not typed; both problems keep their own."""
    page.locator(".dn-problem__status").nth(1).click()
    field(page).select_option("已完成")
    field(page).press("Enter")
    expect(page.locator(".dn-problem__status").nth(1)).to_contain_text("已完成", timeout=SOON)
    expect(page.locator(".dn-problem__status").nth(0)).to_contain_text("正在整改")
    assert saved(project)["sections"][0]["sections"][1]["status"] == "已完成"


def test_by_keyboard_alone(page: Page, project: Project) -> None:
    """Tab reaches a text, Enter opens it, Enter saves it, the focus stays where it was."""
    text(page, "召开会议3次").focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("又开1次。")
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_contain_text("召开会议3次。又开1次。", timeout=SOON)
    assert "又开1次" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").endswith("开展培训2次。")
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value("开展培训2次。")
    for _ in range(8):
        page.keyboard.press("Tab")  # through the tools, on to the next text
    expect(field(page)).to_have_count(0)
    expect(text(page, "修订制度1项")).to_be_focused()


def test_escape_gives_up(page: Page, project: Project) -> None:
    """Esc leaves the text as it was."""
    text(page, "召开会议3次").click()
    field(page).fill("别的")
    field(page).press("Escape")
    expect(field(page)).to_have_count(0)
    expect(text(page, "召开会议3次")).to_be_focused()
    assert (project.content / "notices" / "first.yaml").read_text(encoding="utf-8") == NOTICE
    text(page, "召开会议3次").click()
    expect(field(page)).to_have_value("召开会议3次。")


def test_enter_of_an_input_method(page: Page) -> None:
    """Enter that ends a word in pinyin saves nothing."""
    text(page, "召开会议3次").click()
    field(page).evaluate(
        "e => e.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    expect(field(page)).to_be_focused()


def test_add(page: Page, project: Project) -> None:
    """A new item is written when it has a text, and not before."""
    text(page, "召开会议3次").click()
    tool(page, "add").click()
    expect(field(page)).to_have_value("")
    assert outcomes(project) == OUTCOMES
    field(page).fill("走访企业9家。")
    field(page).press("Enter")
    expect(page.locator("article")).to_contain_text("二是走访企业9家。", timeout=SOON)
    assert outcomes(project) == [OUTCOMES[0], "走访企业9家。", *OUTCOMES[1:]]
    text(page, "走访企业9家").click()
    tool(page, "add").click()
    field(page).press("Enter")
    assert len(outcomes(project)) == 4


def test_add_before_what_is_no_text(page: Page, project: Project) -> None:
    """An item is added to a list that ends with something without a text, and no conflict told."""
    end = "closing: [特此公示。, {part: signature}]\nsignature: {name: 某局, date: 2022-02-23}\n"
    project.write("first", NOTICE + end)
    text(page, "特此公示").click()
    tool(page, "add").click()
    field(page).fill("欢迎监督。")
    field(page).press("Enter")
    expect(page.locator("article")).to_contain_text("欢迎监督。", timeout=SOON)
    assert saved(project)["closing"] == ["特此公示。", "欢迎监督。", {"part": "signature"}]


def test_add_a_problem(page: Page, project: Project) -> None:
    """Behind a problem's heading another problem is added, of the same kind."""
    text(page, "学习不够深入").click()
    tool(page, "add").click()
    field(page).fill("作风不够扎实。")
    field(page).press("Enter")
    expect(page.locator("article")).to_contain_text("（三）作风不够扎实。", timeout=SOON)
    assert saved(project)["sections"][0]["sections"][2] == {
        "title": "作风不够扎实。",
        "kind": "问题",
    }


def test_delete_and_undo(page: Page, project: Project) -> None:
    """What is deleted comes back with Ctrl+Z, and goes again with Ctrl+Y."""
    text(page, "开展培训2次").click()
    tool(page, "delete").click()
    expect(page.locator("article")).not_to_contain_text("开展培训2次", timeout=SOON)
    assert outcomes(project) == [OUTCOMES[0], OUTCOMES[2]]
    page.keyboard.press("Control+z")
    expect(page.locator("article")).to_contain_text("二是开展培训2次。", timeout=SOON)
    assert outcomes(project) == OUTCOMES
    page.keyboard.press("Control+y")
    expect(page.locator("article")).not_to_contain_text("开展培训2次", timeout=SOON)
    assert outcomes(project) == [OUTCOMES[0], OUTCOMES[2]]


def test_delete_a_section(page: Page, project: Project) -> None:
    """With its heading a whole problem is deleted."""
    text(page, "招商成效不明显").click()
    tool(page, "delete").click()
    expect(page.locator("article")).not_to_contain_text("召开会议3次", timeout=SOON)
    assert [each["title"] for each in saved(project)["sections"][0]["sections"]] == [
        "学习不够深入。"
    ]


def test_move(page: Page, project: Project) -> None:
    """An item goes up and down, and the focus goes with it."""
    text(page, "修订制度1项").click()
    field(page).press("Alt+ArrowUp")
    expect(page.locator("article")).to_contain_text("二是修订制度1项。", timeout=SOON)
    assert outcomes(project) == [OUTCOMES[0], OUTCOMES[2], OUTCOMES[1]]
    expect(text(page, "修订制度1项")).to_be_focused()
    page.keyboard.press("Enter")
    tool(page, "down").click()
    expect(page.locator("article")).to_contain_text("三是修订制度1项。", timeout=SOON)
    assert outcomes(project) == OUTCOMES


def test_split(page: Page, project: Project) -> None:
    """A text is split at the caret, with what was typed before."""
    text(page, "召开会议3次").click()
    field(page).fill("召开会议3次。𠮷字也算一个，听取汇报。")
    field(page).evaluate("e => e.setSelectionRange(15, 15)")
    field(page).press("Control+Enter")
    expect(page.locator("article")).to_contain_text("二是听取汇报。", timeout=SOON)
    assert outcomes(project)[:2] == ["召开会议3次。𠮷字也算一个，", "听取汇报。"]


@pytest.mark.parametrize("choice", ["theirs", "mine"])
def test_conflict(page: Page, project: Project, choice: str) -> None:
    """A text that was changed meanwhile is shown beside the typed one, and never written over."""
    text(page, "召开会议3次").click()
    field(page).fill("召开会议5次。")
    page.route("**/state.json*", lambda route: route.abort())  # the page hears nothing of it
    project.write("first", NOTICE.replace("召开会议3次", "召开会议4次"))
    field(page).press("Enter")
    box = page.locator("#dn-desk .conflict")
    expect(box).to_contain_text("召开会议4次。", timeout=SOON)
    expect(box).to_contain_text("召开会议5次。")
    assert outcomes(project)[0] == "召开会议4次。"
    page.unroute("**/state.json*")
    box.locator(f".{choice} button").click()
    wanted = {"theirs": "召开会议4次。", "mine": "召开会议5次。"}[choice]
    expect(field(page)).to_have_count(0)
    assert outcomes(project)[0] == wanted


def test_leaving_an_undecided_conflict(page: Page, desk: RunningDesk, project: Project) -> None:
    """Who goes away before choosing has chosen nothing, whatever the file holds then."""
    text(page, "召开会议3次").click()
    field(page).fill("召开会议5次。")
    page.route("**/state.json*", lambda route: route.abort())
    project.write("first", NOTICE.replace("召开会议3次", "召开会议4次"))
    field(page).press("Enter")
    expect(page.locator("#dn-desk .conflict")).to_be_visible(timeout=SOON)
    project.write("first", NOTICE)
    page.goto(f"{desk.origin}/")
    page.goto(f"{desk.origin}/notices/first/")
    ready(page)
    assert outcomes(project) == OUTCOMES


def test_refused(page: Page, project: Project) -> None:
    """What would not load stays in the field with the reason, as text; the file is as it was."""
    text(page, "2022年1月31日").click()
    field(page).fill("<img src=x onerror=alert(1)>")
    field(page).press("Enter")
    said = page.locator("#dn-desk .said")
    expect(said).to_contain_text("日期", timeout=SOON)
    expect(said.locator("img")).to_have_count(0)
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("<img src=x onerror=alert(1)>")
    assert (project.content / "notices" / "first.yaml").read_text(encoding="utf-8") == NOTICE


def test_second_writer(page: Page, project: Project) -> None:
    """While a field is open the page follows another writer, and the field stays as it is."""
    text(page, "召开会议3次").click()
    field(page).fill("召开会议5次。")
    field(page).evaluate("e => e.setSelectionRange(2, 4)")
    project.write("first", NOTICE.replace("集中学习4次", "集中学习7次"))
    expect(page.locator("article")).to_contain_text("集中学习7次", timeout=SOON)
    expect(field(page)).to_be_focused()
    assert field(page).evaluate("e => [e.value, e.selectionStart, e.selectionEnd]") == [
        "召开会议5次。", 2, 4,
    ]  # fmt: skip
    field(page).press("Enter")
    expect(page.locator("article")).to_contain_text("召开会议5次。", timeout=SOON)
    found = saved(project)["sections"][0]["sections"]
    assert found[1]["outcomes"][0] == "集中学习7次。"


def test_leaving_the_page(page: Page, desk: RunningDesk, project: Project) -> None:
    """Who goes to another page with an open field loses nothing."""
    text(page, "召开会议3次").click()
    field(page).fill("召开会议6次。")
    page.goto(f"{desk.origin}/")
    page.goto(f"{desk.origin}/notices/first/")
    expect(page.locator("article")).to_contain_text("召开会议6次。", timeout=SOON)
    assert outcomes(project)[0] == "召开会议6次。"


def test_the_desk_ended(page: Page, desk: RunningDesk) -> None:
    """Where the desk does not answer, the field stays and says so; the draft outlives a reload."""
    text(page, "召开会议3次").click()
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('gone')); }")
    field(page).fill("召开会议8次。")
    field(page).press("Enter")
    expect(page.locator("#dn-desk .said")).to_contain_text("没有丢", timeout=SOON)
    expect(field(page)).to_have_value("召开会议8次。")
    page.reload()
    page.locator("#dn-desk[data-ready]").wait_for(state="attached")
    text(page, "召开会议3次").click()
    expect(field(page)).to_have_value("召开会议8次。")


def test_links_in_sentences(page: Page, desk: RunningDesk) -> None:
    """A click on a figure's link opens the sentence; the keyboard follows the link."""
    link = page.locator("article a.dn-ref").first
    link.click()
    expect(field(page)).to_have_value("新建项目{built}，同比增长{built.yoy}。")
    field(page).press("Escape")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#m-1")


def test_findings(page: Page, project: Project) -> None:
    """A finding stands with its text; a button repairs it, another keeps it for a reason."""
    project.write("first", NOTICE.replace("召开会议3次。", "召开会议3次,听取汇报。"))
    marked = page.locator(".dn-desk-finding, .dn-desk-error", has_text="听取汇报")
    expect(marked).to_have_text("一是召开会议3次,听取汇报。", timeout=SOON)
    marked.click()
    box = page.locator("#dn-desk .field .findings")
    box.locator(".fix").click()
    did(page, "已保存")
    expect(page.locator("article")).to_contain_text("召开会议3次，听取汇报。", timeout=SOON)
    expect(marked).to_have_count(0, timeout=SOON)
    assert outcomes(project)[0] == "召开会议3次，听取汇报。"


def test_a_waiver_needs_a_reason(page: Page, project: Project) -> None:
    """What is kept against a rule is kept with a reason, which stands in the file."""
    project.write("first", NOTICE.replace("召开会议3次。", "召开会议3次,听取汇报。"))
    page.locator(".dn-desk-finding, .dn-desk-error", has_text="听取汇报").click()
    box = page.locator("#dn-desk .field .findings")
    box.locator(".waive").click()
    box.locator(".waive").click()
    expect(box).to_contain_text("请写明理由")
    box.locator("input").fill("原文如此")
    page.keyboard.press("Enter")
    did(page, "已保存")
    assert "原文如此" in (project.content / "notices" / "first.yaml").read_text(encoding="utf-8")
    assert outcomes(project)[0] == "召开会议3次,听取汇报。"


def test_another_browser_only_reads(desk: RunningDesk, browser: Browser, page: Page) -> None:
    """A browser without the key sees the page and can change nothing."""
    other = browser.new_context().new_page()
    other.goto(f"{desk.origin}/notices/first/")
    expect(other.locator("#dn-preview[data-listening]")).to_be_attached(timeout=SOON)
    expect(other.locator("[data-desk-text], #dn-desk")).to_have_count(0)
    other.context.close()


def test_the_policy_holds(desk: RunningDesk, context: BrowserContext) -> None:
    """The page's own policy lets all of it through, and nothing foreign is asked for."""
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(desk.desk.address)
    page.goto(f"{desk.origin}/notices/first/")
    text(page, "召开会议3次").click()
    field(page).fill("召开会议9次。")
    field(page).press("Enter")
    expect(page.locator("article")).to_contain_text("召开会议9次。", timeout=SOON)
    assert said == []
    assert all(url.startswith(desk.origin) for url in asked)


def test_too_long(page: Page, project: Project) -> None:
    """A text longer than the desk takes at once stays in its field, which says so."""
    text(page, "召开会议3次").click()
    field(page).evaluate("e => { e.value = '字'.repeat(400000) }")
    field(page).press("Enter")
    said = page.locator("#dn-desk .said")
    expect(said).to_contain_text("这段文字太长，没有保存", timeout=SOON)
    assert len(field(page).input_value()) == 400000
    assert (project.content / "notices" / "first.yaml").read_text(encoding="utf-8") == NOTICE
