"""Hands of a clerk: one with a mouse, one with nothing but a keyboard."""

import base64
import os
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SOON = 20_000  # milliseconds that a test waits at most
MOST = 400  # presses of Tab to reach anything on a page of the desk
DROP = """async ([name, data]) => {
  const held = new DataTransfer();
  held.items.add(new File([Uint8Array.from(atob(data), c => c.charCodeAt(0))], name));
  document.querySelector("[data-desk=drop]")
    .dispatchEvent(new DragEvent("drop", {dataTransfer: held, bubbles: true, cancelable: true}));
}"""
# By which key an element is reached from where the focus is; "" where it is there.
WAY = """e => {
  const at = e.getRootNode().activeElement;
  if (at === e) return "";
  return at && at !== document.body && at.compareDocumentPosition(e) & 2 ? "Shift+Tab" : "Tab";
}"""
SWITCHES = "e => e.matches('input[type=checkbox], input[type=radio]')"
IS_FIELD = "e => e.matches('input, textarea, select')"


class Hand:
    """A clerk's hand: what it presses in the browser is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = self.keys = self.seen = 0
        folder = os.environ.get("DISCLOSURE_PICTURES")
        self.folder = Path(folder) if folder else None

    def bring(self, name: str, data: bytes) -> None:
        """Drop a file on the start page."""
        self.page.evaluate(DROP, [name, base64.b64encode(data).decode()])
        self.clicks += 1  # the file was dragged

    def holds(self) -> None:
        """Say that the focus is somewhere; whoever has a mouse needs none."""

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


class Keyboard(Hand):
    """A hand without a mouse: it reaches everything by Tab, and never loses its place."""

    def bring(self, name: str, data: bytes) -> None:
        """Choose a file; the window of the system in which it is chosen is not the desk's."""
        files = self.page.locator(".desk-drop input[type=file]")
        files.evaluate("e => e.addEventListener('click', () => e.title = 'asked', {once: true})")
        self.reach(self.page.locator(".desk-drop button"))
        self.press("Enter")
        expect(files).to_have_attribute("title", "asked")
        files.set_input_files({"name": name, "mimeType": "", "buffer": data})

    def click(self, what: Locator) -> None:
        """Reach something and do with it what the keyboard does."""
        what = what.first
        expect(what).to_be_attached(timeout=SOON)
        self.reach(what)
        if what.evaluate(SWITCHES):
            self.press("Space")
        elif not what.evaluate(IS_FIELD):
            self.press("Enter")

    def reach(self, what: Locator) -> None:
        """Press Tab, or Shift and Tab, until something has the focus."""
        expect(what).to_be_visible(timeout=SOON)
        for _ in range(MOST):
            if not (key := what.evaluate(WAY)):
                return
            self.press(key)
        raise AssertionError(f"not reached by the keyboard: {what}")

    def holds(self) -> None:
        """Say that the focus is somewhere."""
        expect(self.page.locator(":focus").first).to_be_attached(timeout=SOON)
