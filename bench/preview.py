"""Measure the preview: from a save to the repainted page in Chromium, and what idling costs.

    python bench/preview.py [--notices 1000 --corpus FOLDER] [--saves 30]

Without a corpus it is the project's own content. Prints a line of Markdown; the machine should
have nothing else to do.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from disclosure.project.settings import Settings  # noqa: E402 - the program is not installed
from tests.preview.running import Running, wait_for  # noqa: E402

# Two frames after the text is there it has been painted.
PAINTED = """
document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(() =>
  requestAnimationFrame(() => console.log("painted", Date.now(), document.body.textContent))));
"""


def measure_saves(page: Page, path: Path, saves: int) -> list[float]:
    """Return the milliseconds from each save to the repainted page."""
    text = path.read_text(encoding="utf-8")
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.reload()
    page.wait_for_selector("#dn-preview[data-listening]", state="attached")
    times = []
    for number in range(saves):
        word = f"第{number + 1}次保存"
        del heard[:]
        began = time.time() * 1000
        path.write_text(text.replace("通报\n", f"通报{word}\n", 1), encoding="utf-8")
        while not (shown := [line for line in heard if word in line]):
            page.wait_for_timeout(5)
        times.append(float(shown[0].split()[1]) - began)
        page.wait_for_selector("#dn-preview[data-listening]", state="attached")
        page.wait_for_timeout(300 + 37 * number % 200)
    path.write_text(text, encoding="utf-8")
    return times


def cpu_seconds(pid: int) -> float:
    """Return the processor time a process has used, with all its children."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--saves", type=int, default=30)
    asked = parser.parse_args()
    chromium = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(asked.content, folder / "content")
        settings = Settings(
            folder, folder / "content", ROOT / "templates", folder / "site", folder / ".cache"
        )
        running = Running(settings)
        wait_for(running.built, seconds=600)
        notices = sorted((folder / "content" / "notices").glob("*.yaml"))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_init_script(PAINTED)
        page.goto(f"{running.address}notices/{notices[0].stem}/")
        times = sorted(measure_saves(page, notices[0], asked.saves))
        time.sleep(3)
        before, idle = cpu_seconds(running.process.pid), 10
        time.sleep(idle)
        share = (cpu_seconds(running.process.pid) - before) / idle
        browser.close()
        running.stop()
    p95 = times[max(0, round(len(times) * 0.95) - 1)]
    print(
        f"| {len(notices):,} | {statistics.median(times):.0f} ms | {p95:.0f} ms "
        f"| {times[-1]:.0f} ms | {share:.1%} |"
    )


if __name__ == "__main__":
    main()
