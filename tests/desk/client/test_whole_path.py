"""From the office's Word file to the second published version, all in one window of a browser."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.conftest import SITE, Project
from tests.desk.client.hands import Hand, Keyboard
from tests.desk.client.test_walk import TARGET
from tests.desk.client.test_walk import ready as begun
from tests.desk.client.whole_path import (
    Walk,
    bring_in,
    published,
    walk_to_the_second_version,
    words,
)
from tests.desk.conftest import RunningDesk

pytestmark = pytest.mark.browser
CLICKS, KEYS = 80, 160  # bounds of what the whole path may ask of a clerk


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
def page(context: BrowserContext, running: RunningDesk) -> Page:
    """Give the start page."""
    page = context.new_page()
    page.goto(running.desk.address)
    begun(page)
    return page


def test_from_word_to_the_second_version(
    page: Page, running: RunningDesk, record_property: Callable[[str, object], None]
) -> None:
    """A file with three faults is mended, signed, published, corrected, and published again."""
    hand = Hand(page)
    walk = Walk(hand, running, bring_in(hand))
    first = walk_to_the_second_version(walk)
    whole = (hand.clicks, hand.keys)
    record_property("clicks, keys", f"{first}, with the second version {whole}")
    assert whole[0] <= CLICKS
    assert whole[1] <= KEYS
    out = running.settings.root / "out" / "current"
    now = words(published(out, f"notices/{walk.slug}"))
    assert "已完成3个" in now
    assert "正在整改1个" not in now
    assert "高质量发展" in now
    assert "13812345678" not in now
    assert "正在整改1个" in words(published(out, f"archive/{walk.slug}/1"))
    compared = published(out, f"archive/{walk.slug}/1...2").read_text("utf-8")
    assert "正在整改" in "".join(re.findall(r"<del[^>]*>(.*?)</del>", compared, re.DOTALL))


def test_by_keyboard_alone(
    page: Page, running: RunningDesk, record_property: Callable[[str, object], None]
) -> None:
    """The same with no mouse: everything is reached by Tab, and the focus never gets lost."""
    page.add_init_script(
        "for (const name of ['mousedown', 'pointerdown', 'touchstart'])"
        " addEventListener(name, () => { throw new Error('a mouse'); }, true);"
    )
    mice: list[str] = []
    page.on("pageerror", lambda error: mice.append(str(error)))
    hand = Keyboard(page)
    walk = Walk(hand, running, bring_in(hand))
    walk_to_the_second_version(walk)
    record_property("keys", hand.keys)
    assert mice == []
    out = running.settings.root / "out" / "current"
    assert "已完成3个" in words(published(out, f"notices/{walk.slug}"))
