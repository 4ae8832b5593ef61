"""A real browser for the tests of every package: one a process, for Playwright runs only once."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.required import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

ROOT = Path(__file__).resolve().parents[1]
# The same Chromium without windows comes first: half the processor's time, for every fresh context
# would open one.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
]  # fmt: skip


def chromium() -> Path:
    """Return the path of Chromium."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else missing("Chromium")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Give Chromium."""
    path = chromium()
    from playwright.sync_api import sync_playwright  # most runs have no test for it

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Give the folder of the npm packages."""
    folder = ROOT / "node_modules"
    if not (folder / "axe-core" / "axe.min.js").is_file():
        missing("axe-core (npm ci)")
    return folder


@pytest.fixture
def context(browser: "Browser") -> "Iterator[BrowserContext]":
    """Give a fresh browser context of a desktop's width."""
    fresh = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    yield fresh
    fresh.close()
