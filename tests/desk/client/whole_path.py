"""The steps from the office's Word file to the second published version, for a hand to walk."""

import re
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, expect

from tests.desk.client.conftest import ready
from tests.desk.client.hands import SOON, Hand
from tests.desk.client.test_walk import ready as begun
from tests.desk.conftest import RunningDesk
from tests.importer.word_files import docx, p
from tests.preview.running import wait_for

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


def bring_in(hand: Hand) -> str:
    """Drop the file, confirm its guesses, keep the draft; return the name of the notice."""
    page = hand.page
    hand.look("start")
    hand.bring("通报.docx", docx("".join(map(p, FILE.splitlines()))))
    box = page.locator(".desk-import")
    expect(box.locator("h2")).to_be_focused(timeout=SOON)
    hand.look("brought")
    right = box.locator(".desk-guess .desk-button:not(.desk-button--quiet)")
    while right.count():
        hand.click(right)
        hand.holds()
    if (sure := box.locator("input[type=checkbox]")).count():
        hand.click(sure)
    slug = box.locator("input[name=slug]").input_value()
    hand.click(box.locator("button[type=submit]"))
    page.wait_for_url(f"**/-desk/notice/{slug}/", timeout=SOON)
    begun(page)
    hand.holds()
    hand.look("kept")
    return slug


def open_step(walk: Walk, name: str) -> None:
    """Fold a step out, if it is not."""
    if walk.page.locator(f"#{name}").get_attribute("open") is None:
        walk.hand.click(walk.page.locator(f"a[href='#{name}']"))


def mend(walk: Walk, finding: str, within: str, *keys: tuple[str, int] | str) -> None:
    """Go from a finding to its sentence, change it there by keys, and come back."""
    hand, page = walk.hand, walk.page
    open_step(walk, "check")
    entry = page.locator("#check .desk-finding", has_text=finding)
    hand.click(entry.get_by_role("link"))
    ready(page)
    hand.holds()
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
    hand.holds()


def back(walk: Walk) -> None:
    """Go back to the notice's own page at the desk."""
    walk.hand.click(walk.page.locator(f"a[href^='/-desk/notice/{walk.slug}/']").first)
    begun(walk.page)


def correct(walk: Walk) -> None:
    """Change the state of the third problem, where it is read and in the table."""
    hand, page = walk.hand, walk.page
    open_step(walk, "write")
    hand.click(page.locator(f"a[href='/notices/{walk.slug}/']"))
    ready(page)
    change(walk, "正在整改。", ("Control+End", 1), ("Backspace", 5), "已完成。")
    change(walk, "已完成2个", ("Control+End", 1), ("Backspace", 10), "3个。")
    back(walk)
    open_step(walk, "write")
    hand.click(page.locator("summary", has_text="问题").last)
    hand.look("table")
    state = page.locator(".desk-cell[name=status]").nth(2)
    hand.click(state)
    hand.press("Control+a")
    hand.type("已完成")
    hand.press("Enter")
    expect(page.locator("#desk-said")).to_contain_text("已保存", timeout=SOON)
    hand.holds()
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
        hand.holds()
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
    hand.holds()
    hand.click(page.get_by_role("button", name="发布", exact=True))
    expect(page.locator("[data-desk=progress]")).to_contain_text("已发布", timeout=SOON)
    hand.holds()
    hand.look("published")
    hand.click(page.locator("[data-desk=progress]").get_by_role("button"))
    expect(page.locator(".desk-facts")).to_contain_text(f"已发布第 {number} 版", timeout=SOON)
    begun(page)
    hand.holds()


def walk_to_the_second_version(walk: Walk) -> tuple[int, int]:
    """Mend three faults, sign, publish, correct, publish again; return the cost of the first."""
    hand, running = walk.hand, walk.running
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
    first = (hand.clicks, hand.keys)
    out = running.settings.root / "out" / "current"
    assert "正在整改1个" in words(published(out, f"notices/{walk.slug}"))
    correct(walk)
    sign(walk)
    seal_and_publish(walk, 2, "第三个问题已完成")
    return first


def published(out: Path, place: str) -> Path:
    """Return the page of a place as readers of the folder get it."""
    (found,) = out.rglob(f"{place}/index.html")
    return found


def words(path: Path) -> str:
    """Return what a page says."""
    return re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))
