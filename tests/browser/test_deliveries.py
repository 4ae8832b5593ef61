"""Deliveries in a real browser: pasted into pages of others, copied, opened from a disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.axe import folded_out, violations
from tests.browser.hosts import HOSTS, NEUTRAL, page_with
from tests.render.deliveries.parcels import EVERY, NOTICES, SEED, delivery, plain, squeezed

pytestmark = pytest.mark.browser

# What decides whether an article reads right; font-family is the host's affair.
LOOKS = """(root) => {
  const text = ['font-size', 'font-weight', 'font-style', 'color', 'white-space'];
  const box = ['margin-top', 'margin-bottom', 'margin-left', 'padding-top', 'padding-left', 'background-color', 'display'];
  const line = ['line-height', 'text-align', 'text-indent'];
  const border = ['border-top-width', 'border-top-style', 'border-top-color', 'border-left-width', 'border-left-style'];
  const cell = [...text, ...box.slice(3), ...line, ...border, 'vertical-align'];
  const looks = {
    TABLE: [...box, ...border, 'border-collapse', 'width'], TH: cell, TD: cell,
    STRONG: text, A: [...text, 'text-decoration-line'], SPAN: text,
  };
  return [...root.querySelectorAll('p, h2, h3, h4, table, th, td, strong, a, span')].map((e) => {
    const style = getComputedStyle(e);
    const names = looks[e.tagName] || [...text, ...box, ...line, 'border-left-width'];
    // As wide as its page, whatever that is.
    const value = (name) => name === 'width' ? String(Math.abs(e.offsetWidth - root.clientWidth) <= 32) : style.getPropertyValue(name);
    return [e.tagName, e.textContent.slice(0, 20), Object.fromEntries(names.map((n) => [n, value(n)]))];
  });
}"""
BODIES = {"reset": "body > div", "framework": "main", "tables": ".editor", "neutral": "body > div"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the delivery of the notice that uses every part."""
    for name, data in delivery(EVERY).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def fragment_of(path: Path) -> str:
    """Return the fragment of a notice."""
    return delivery(path)["fragment.html"].decode("utf-8-sig")


def looks(page: Page, host: str, template: str, fragment: str) -> list[Any]:
    """Return the computed styles of everything that was pasted."""
    page.set_content(page_with(template, fragment))
    return list(page.locator(BODIES[host]).first.evaluate(LOOKS))


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", [EVERY, SEED], ids=lambda path: path.stem)
def test_looks_the_same_everywhere(context: BrowserContext, host: str, path: Path) -> None:
    """In a hostile page everything has the size, weight, margins and borders of a plain one."""
    page = context.new_page()
    wanted = looks(page, "neutral", NEUTRAL, fragment_of(path))
    found = looks(page, host, HOSTS[host], fragment_of(path))
    assert len(wanted) > 30
    assert found == wanted


def test_the_hosts_are_hostile(context: BrowserContext) -> None:
    """Without inline styles each of those pages does change the looks."""
    page = context.new_page()
    text = delivery(EVERY)["fragment-plain.html"].decode("utf-8-sig")
    wanted = looks(page, "neutral", NEUTRAL, text)
    for host, template in HOSTS.items():
        assert looks(page, host, template, text) != wanted, host


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("host", ["reset", "framework"])
def test_nothing_sticks_out(context: BrowserContext, host: str, width: int) -> None:
    """No notice is wider than a telephone in a page that fits one, nor is 公众号."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    for path in NOTICES:
        files = delivery(path)
        wechat = files["wechat.html"].decode()
        for text in (page_with(HOSTS[host], fragment_of(path)), wechat):
            page.set_content(text)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, path.stem


@pytest.fixture
def clipboard(browser: Browser) -> Iterator[Page]:
    """Give a page with an editor to paste into."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    yield page
    context.close()


def paste(page: Page) -> None:
    """Paste into an editor of another page."""
    page.goto("about:blank")
    page.set_content('<!DOCTYPE html><title>t</title><div id="editor" contenteditable></div>')
    page.locator("#editor").focus()
    page.keyboard.press("Control+V")


def test_copy_button(clipboard: Page, folder: Path) -> None:
    """The button copies the fragment; pasted into an editor it has its text and its looks."""
    clipboard.goto((folder / "copy.html").as_uri())
    clipboard.get_by_role("button", name="全选复制").click()
    assert clipboard.get_by_role("status").inner_text().startswith("已复制")
    paste(clipboard)
    editor = clipboard.locator("#editor")
    found = [each for each in editor.evaluate(LOOKS) if each[0] in {"P", "H2", "H3", "TD", "TH"}]
    wanted = looks(clipboard, "neutral", NEUTRAL, fragment_of(EVERY))
    assert found == [each for each in wanted if each[0] in {"P", "H2", "H3", "TD", "TH"}]


def test_copy_by_hand(clipboard: Page, folder: Path) -> None:
    """Ctrl+A and Ctrl+C take the text and nothing of the page around it, also without script."""
    context = clipboard.context.browser
    assert context is not None
    quiet = context.new_context(java_script_enabled=False)
    page = quiet.new_page()
    page.goto((folder / "copy.html").as_uri())
    assert page.get_by_role("button").count() == 0
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    paste(clipboard)
    pasted = squeezed(clipboard.locator("#editor").inner_text())
    left_out = ("中共某县某局党组关于", "发布单位：", "来源：", "发布时间：")
    wanted = squeezed(
        plain(delivery(EVERY), *left_out).replace("（https://www.example.gov.cn/a?b=1&c=2）", "")
    )
    assert pasted[: len(wanted)] == wanted
    assert "复制正文" not in pasted
    quiet.close()


@pytest.mark.parametrize("name", ["standalone.html", "copy.html", "wechat.html"])
@pytest.mark.parametrize("width", [390, 1440])
def test_pages_open_from_a_disk(
    browser: Browser, node_modules: Path, folder: Path, name: str, width: int
) -> None:
    """They ask for nothing, break no policy of their own, and axe finds no barrier in them."""
    context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": 900})
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / name).as_uri())
    assert said == []
    assert asked == [(folder / name).as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    if name == "wechat.html":
        return  # goes into an editor; nobody reads it here
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900})
    page = folded_out(context.new_page(), (folder / name).as_uri())
    assert violations(page, node_modules) == []
    context.close()


def test_links_to_attachments(folder: Path, context: BrowserContext) -> None:
    """The links of the page in one file find the attachments beside it."""
    page = context.new_page()
    page.goto((folder / "standalone.html").as_uri())
    href = page.evaluate("document.querySelector('.dn-files a').href")
    assert href == (folder / "files" / "plan.pdf").as_uri()
    assert (folder / "files" / "plan.pdf").is_file()
