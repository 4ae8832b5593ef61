"""From the office's Word file to the second published version, all in one window of a browser."""

import base64
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.conftest import SITE, Project
from tests.desk.client.conftest import ready
from tests.desk.client.test_walk import TARGET, step
from tests.desk.client.test_walk import ready as begun
from tests.desk.conftest import RunningDesk
from tests.importer.word_files import docx, p
from tests.preview.running import wait_for

pytestmark = pytest.mark.browser
SOON = 20_000  # milliseconds that a test waits at most
CLICKS, KEYS = 80, 160  # bounds of what the whole path may ask of a clerk
SIGNING = (("初审", "甲某"), ("复审", "乙某"), ("终审", "丙某"))
# One figure too many (3, not 2 and 2), one character lost (高质量发展), one private telephone.
FILE = """\
中共某县某局党组关于巡察整改进展情况的通报
根据县委统一部署，2021年9月至11月，县委第一巡察组对某局党组开展了巡察，2021年12月20日反馈了巡察意见。现将巡察整改进展情况予以公布。
巡察反馈的3个问题，已完成2个，正在整改2个。
一、整改情况
（一）会议制度落实不够。
整改情况：一是召开会议3次。二是修订制度1项。整改状态：已完成。
（二）招商成效不明显。
整改情况：一是走访企业12家。二是出台推动高质发展的意见1份。整改状态：已完成。
（三）学习不够深入。
整改情况：一是集中学习4次。二是由办公室李某某（13812345678）负责督办。整改状态：正在整改。
二、下一步工作
持续抓好整改落实。
联系方式：电话0563-2263070；电子邮箱office@example.com。
中共某县某局党组
2022年2月23日
"""
DROP = """async ([name, data]) => {
  const held = new DataTransfer();
  held.items.add(new File([Uint8Array.from(atob(data), c => c.charCodeAt(0))], name));
  document.querySelector("[data-desk=drop]")
    .dispatchEvent(new DragEvent("drop", {dataTransfer: held, bubbles: true, cancelable: true}));
}"""


class Hand:
    """A clerk's hand: what it presses in the browser is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = self.keys = self.seen = 0
        folder = os.environ.get("DISCLOSURE_PICTURES")
        self.folder = Path(folder) if folder else None

    def click(self, what: Locator) -> None:
        """Click."""
        what.click(timeout=SOON)
        self.clicks += 1

    def press(self, key: str, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            self.page.keyboard.press(key)
        self.keys += times

    def type(self, text: str) -> None:
        """Type where the focus is; each character is one keystroke."""
        self.page.keyboard.type(text)
        self.keys += len(text)

    def look(self, name: str) -> None:
        """Take pictures of a step, where a folder for them is named."""
        if self.folder is None:
            return
        self.seen += 1
        for width in (390, 820, 1440):
            self.page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                path = self.folder / f"{self.seen:02}-{name}-{width}-{scheme}.png"
                self.page.screenshot(path=path)
        self.page.emulate_media(color_scheme="light")


class Walk(NamedTuple):
    """Who walks, at which desk, and how the notice is named there."""

    hand: Hand
    running: RunningDesk
    slug: str

    @property
    def page(self) -> Page:
        """The one window."""
        return self.hand.page

    @property
    def written(self) -> str:
        """What the notice's file holds."""
        path = self.running.settings.content / "notices" / f"{self.slug}.yaml"
        return path.read_text(encoding="utf-8")


@pytest.fixture
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """Give a desk without a notice, of a project that is published to a folder."""
    project = Project(tmp_path_factory.mktemp("path"))
    for path in (project.content / "notices").glob("*.yaml"):
        path.unlink()
    (project.content / "site.yaml").write_text(SITE + TARGET, encoding="utf-8")
    running = RunningDesk(project.settings)
    yield running
    running.stop()


@pytest.fixture
def hand(context: BrowserContext, running: RunningDesk) -> Hand:
    """Give a hand at the start page."""
    page = context.new_page()
    page.goto(running.desk.address)
    begun(page)
    return Hand(page)


def bring_in(hand: Hand) -> str:
    """Drop the file, confirm its guesses, keep the draft; return the name of the notice."""
    page = hand.page
    data = base64.b64encode(docx("".join(map(p, FILE.splitlines())))).decode()
    hand.look("start")
    page.evaluate(DROP, ["通报.docx", data])
    hand.clicks += 1  # the file was dragged
    box = page.locator(".desk-import")
    expect(box.locator("h2")).to_be_focused(timeout=SOON)
    hand.look("brought")
    right = box.locator(".desk-guess .desk-button:not(.desk-button--quiet)")
    while right.count():
        hand.click(right)
    if (sure := box.locator("input[type=checkbox]")).count():
        hand.click(sure)
    slug = box.locator("input[name=slug]").input_value()
    hand.click(box.locator("button[type=submit]"))
    page.wait_for_url(f"**/-desk/notice/{slug}/", timeout=SOON)
    begun(page)
    hand.look("kept")
    return slug


def mend(walk: Walk, finding: str, within: str, *keys: tuple[str, int] | str) -> None:
    """Go from a finding to its sentence, change it there by keys, and come back."""
    hand, page = walk.hand, walk.page
    step(page, "check")
    entry = page.locator("#check .desk-finding", has_text=finding)
    hand.click(entry.get_by_role("link"))
    ready(page)
    hand.look("place")
    change(walk, within, *keys)
    back(walk)


def change(walk: Walk, within: str, *keys: tuple[str, int] | str) -> None:
    """Click what is read, type in its field, and save it by Enter."""
    hand, page = walk.hand, walk.page
    hand.click(page.locator("[data-desk-text]", has_text=within).first)
    expect(page.locator("#dn-desk .field .input")).to_be_focused()
    for each in keys:
        hand.type(each) if isinstance(each, str) else hand.press(*each)
    hand.look("field")
    before = walk.written
    hand.press("Enter")
    expect(page.locator("#dn-desk .field")).to_have_count(0, timeout=SOON)
    wait_for(lambda: walk.written != before)


def back(walk: Walk) -> None:
    """Go back to the notice's own page at the desk."""
    walk.hand.click(walk.page.locator(f"a[href^='/-desk/notice/{walk.slug}/']").first)
    begun(walk.page)


def correct(walk: Walk) -> None:
    """Change the state of the third problem, where it is read and in the table."""
    hand, page = walk.hand, walk.page
    step(page, "write")
    hand.clicks += 1
    hand.click(page.locator(f"a[href='/notices/{walk.slug}/']"))
    ready(page)
    change(walk, "正在整改。", ("Control+End", 1), ("Backspace", 5), "已完成。")
    change(walk, "已完成2个", ("Control+End", 1), ("Backspace", 10), "3个。")
    back(walk)
    step(page, "write")
    hand.click(page.locator("summary", has_text="问题").last)
    hand.look("table")
    state = page.locator(".desk-cell[name=status]").nth(2)
    hand.click(state)
    hand.press("Control+a")
    hand.type("已完成")
    hand.press("Enter")
    expect(page.locator("#desk-said")).to_contain_text("已保存", timeout=SOON)
    page.reload()


def sign(walk: Walk) -> None:
    """Let the three sign, one after the other."""
    hand, page = walk.hand, walk.page
    for role, name in SIGNING:
        begun(page)
        expect(page.locator(".desk-next")).to_contain_text(role, timeout=SOON)
        hand.look(f"sign-{role}")
        hand.click(page.get_by_label("姓名"))
        hand.type(name)
        hand.press("Enter")
        expect(page.locator("#desk-said")).to_contain_text(name, timeout=SOON)
    begun(page)


def seal_and_publish(walk: Walk, number: int, note: str) -> None:
    """Seal what was signed, and publish it to the folder."""
    hand, page = walk.hand, walk.page
    hand.look("seal")
    if note:
        hand.click(page.locator("#seal-note"))
        hand.type(note)
    hand.click(page.get_by_role("button", name="定版", exact=True))
    expect(page.locator(".desk-next")).to_contain_text("可以发布", timeout=SOON)
    begun(page)
    hand.click(page.get_by_role("button", name="发布", exact=True))
    expect(page.locator("[data-desk=progress]")).to_contain_text("已发布", timeout=SOON)
    hand.look("published")
    hand.click(page.locator("[data-desk=progress]").get_by_role("button"))
    expect(page.locator(".desk-facts")).to_contain_text(f"已发布第 {number} 版", timeout=SOON)
    begun(page)


def test_from_word_to_the_second_version(
    hand: Hand, running: RunningDesk, record_property: Callable[[str, object], None]
) -> None:
    """A file with three faults is mended, signed, published, corrected, and published again."""
    began = time.monotonic()
    walk = Walk(hand, running, bring_in(hand))
    mend(
        walk,
        "2＋2＝4",
        "巡察反馈的3个问题",
        ("Control+End", 1),
        ("ArrowLeft", 2),
        ("Backspace", 1),
        "1",
    )
    mend(walk, "高质", "高质发展", ("Control+Home", 1), ("ArrowRight", 6), "量")
    mend(walk, "手机号", "13812345678", ("Control+Home", 1), ("ArrowRight", 7), ("Delete", 13))
    assert "正在整改1个。" in walk.written
    assert "高质量发展" in walk.written
    assert "13812345678" not in walk.written
    sign(walk)
    seal_and_publish(walk, 1, "")
    first = (hand.clicks, hand.keys, time.monotonic() - began)
    out = running.settings.root / "out" / "current"
    assert "正在整改1个" in words(published(out, f"notices/{walk.slug}"))

    correct(walk)
    sign(walk)
    seal_and_publish(walk, 2, "第三个问题已完成")
    whole = (hand.clicks, hand.keys, time.monotonic() - began)
    record_property("clicks, keys, seconds", f"{first}, with the second version {whole}")
    assert whole[0] <= CLICKS
    assert whole[1] <= KEYS
    now = words(published(out, f"notices/{walk.slug}"))
    assert "已完成3个" in now
    assert "正在整改1个" not in now
    assert "高质量发展" in now
    assert "13812345678" not in now
    assert "正在整改1个" in words(published(out, f"archive/{walk.slug}/1"))
    compared = published(out, f"archive/{walk.slug}/1...2").read_text("utf-8")
    assert "正在整改" in "".join(re.findall(r"<del[^>]*>(.*?)</del>", compared, re.DOTALL))


def published(out: Path, place: str) -> Path:
    """Return the page of a place as readers of the folder get it."""
    (found,) = out.rglob(f"{place}/index.html")
    return found


def words(path: Path) -> str:
    """Return what a page says."""
    return re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))
