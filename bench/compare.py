"""Time a comparison of two versions of the notice with 64 problems.

    python bench/compare.py

Prints the median and the longest of 20 comparisons in milliseconds, by structure and wording,
for one changed outcome and for a rewriting of every third paragraph.
"""

import statistics
import sys
import time
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from disclosure.document.comparison import Version, compare  # noqa: E402
from disclosure.model.wording import compare_paragraphs  # noqa: E402
from disclosure.project.versions import text_of  # noqa: E402
from disclosure.render.composed import NoticeSource, compose  # noqa: E402
from disclosure.render.outputs import plain_text  # noqa: E402
from disclosure.render.renderer import Renderer, open_renderer  # noqa: E402
from disclosure.source.load import load_notice, load_site  # noqa: E402

NOTICE = ROOT / "tests" / "cases" / "notices" / "15-64-problems.yaml"
ROUNDS = 20


def renderer() -> Renderer:
    """Return what renders plain text."""
    site = load_site((ROOT / "content" / "site.yaml").read_bytes(), PurePosixPath("site.yaml"))
    assert site.model is not None  # noqa: S101
    return open_renderer(site.model, ROOT / "templates")


def version(text: str, tools: Renderer) -> tuple[Version, tuple[str, ...]]:
    """Return a text as values and as paragraphs."""
    loaded, found = load_notice(text.encode(), PurePosixPath("notice.yaml"))
    assert loaded is not None, found  # noqa: S101
    source = NoticeSource("notice", loaded.notice, loaded.figures, loaded.outline, {})
    return text_of(loaded, plain_text(compose(source, tools)), {})


def measure(name: str, old: str, new: str) -> None:
    """Print the times of one comparison."""
    tools = renderer()
    (before, old_lines), (after, new_lines) = version(old, tools), version(new, tools)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        compare(before, after)
        compare_paragraphs(old_lines, new_lines)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name:<28}{statistics.median(times):8.1f} ms{max(times):8.1f} ms")


def main() -> None:
    """Measure and print."""
    text = NOTICE.read_text("utf-8")
    print(f"{'':<28}{'median':>11}{'longest':>11}")
    measure("one outcome", text, text.replace("完成", "已经完成", 1))
    lines = text.split("\n")
    every = [
        line.replace("，", "；").replace("整改", "落实整改") if at % 3 == 0 else line
        for at, line in enumerate(lines)
    ]
    measure("every third line", text, "\n".join(every))


if __name__ == "__main__":
    main()
