"""Measure the desk: from a click to the open field, and from saving to the repainted page.

    python bench/desk.py [--content FOLDER | --corpus JSON_DIR --notices 1000] [--saves 30]

Without a folder it is the project's own content; a corpus is what ``bench/corpus.py`` converts.
Prints a line of Markdown with the load of the machine, which should have nothing else to do.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.corpus import write_corpus  # noqa: E402
from disclosure.project.settings import Settings  # noqa: E402 - the program is not installed
from tests.desk.conftest import RunningDesk  # noqa: E402

# In the page: a click on a paragraph, until the field stands there and has the focus.
CLICK = """async () => {
  const block = document.querySelector("article p[data-desk-text]");
  const shadow = document.querySelector("#dn-desk").shadowRoot;
  const began = performance.now();
  block.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, detail: 1}));
  while (!shadow.activeElement || !shadow.activeElement.matches(".input"))
    await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""
# From leaving the field to the second frame after the built page has been taken over.
SAVE = """async word => {
  const input = document.querySelector("#dn-desk").shadowRoot.querySelector(".input");
  const seen = document.documentElement.dataset.deskBuilt;
  input.value = input.value.replace(/（第\\d+次）$/, "") + word;
  const began = performance.now();
  input.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
  while (document.documentElement.dataset.deskBuilt === seen
         || !document.querySelector("article").textContent.includes(word))
    await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""


def measure(page: Page, saves: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each click and of each save."""
    clicks, times = [], []
    for number in range(saves):
        clicks.append(float(page.evaluate(CLICK)))
        times.append(float(page.evaluate(SAVE, f"（第{number + 1}次）")))
        page.wait_for_timeout(300 + 37 * number % 200)
    return sorted(clicks), sorted(times)


def p95(times: list[float]) -> float:
    """Return what 95 of 100 stay below."""
    return times[max(0, round(len(times) * 0.95) - 1)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--notices", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=30)
    asked = parser.parse_args()
    chromium = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        if asked.corpus:
            write_corpus(asked.corpus, folder / "content", asked.notices)
        else:
            shutil.copytree(asked.content, folder / "content")
        settings = Settings(
            folder, folder / "content", ROOT / "templates", folder / "site", folder / ".cache"
        )
        running = RunningDesk(settings)
        try:
            notices = sorted((folder / "content" / "notices").glob("*.yaml"))
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            page.set_default_timeout(600_000)
            page.goto(running.desk.address)
            page.goto(f"{running.origin}/notices/{notices[0].stem}/")
            page.wait_for_selector("#dn-desk[data-ready]", state="attached")
            clicks, saves = measure(page, asked.saves)
            browser.close()
        finally:
            running.stop()
    print(
        f"| {len(notices):,} | click {statistics.median(clicks):.0f} ms, p95 {p95(clicks):.0f} ms "
        f"| save {statistics.median(saves):.0f} ms, p95 {p95(saves):.0f} ms "
        f"| load {os.getloadavg()[0]:.1f} |"
    )


if __name__ == "__main__":
    main()
