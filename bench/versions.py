"""Measure what versions cost: bytes of the archive's part of a site, time to build and to verify.

    python bench/versions.py [1,12,25,50]

One notice, the first one of this repository, is sealed so many times; each version moves its
first state on or back, its first figure up, and adds a sentence to one of its answers in turn.
Builds from nothing, builds with one version more and ``verify`` are whole processes in one
process each, output in memory where there is ``/dev/shm``; the smallest of three runs.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from disclosure.project.settings import Settings  # noqa: E402
from tests.versioning.sealer import sign_and_seal  # noqa: E402

SLUG = "2022-02-23-jxzszx"
RUNS = 3
FIRST_SECOND = 1_645_000_000


class Cost(NamedTuple):
    """What an archive of so many versions costs."""

    versions: int
    pages: int
    compared: int
    history: int
    whole: int
    cold: float
    again: float
    verified: float


def next_text(text: str, number: int) -> str:
    """Return the notice as its version of this number says it."""
    text = re.sub(r"(id: new_projects\n(?:    .*\n)*?    value: )\d+", rf"\g<1>{37 + number}", text)
    found = re.finditer(r"^ +outcomes:\n +- .*(?=。$)", text, re.MULTILINE)
    answers = [match.end() for match in found]
    at = answers[number % len(answers)]
    return f"{text[:at]}，第{number}次回访时群众表示满意{text[at:]}"


def seal_all(settings: Settings, versions: int) -> None:
    """Seal so many versions, each signed."""
    path = settings.content / "notices" / f"{SLUG}.yaml"
    text = path.read_text("utf-8").replace("招商合服务中心", "招商合作服务中心")
    for number in range(1, versions + 1):
        text = next_text(text, number)
        path.write_text(text, encoding="utf-8")
        os.environ["SOURCE_DATE_EPOCH"] = str(FIRST_SECOND + 86_400 * number)
        sign_and_seal(settings, SLUG, f"第{number}次更新")


def timed(*words: str) -> float:
    """Run a command of the program and return its seconds."""
    begun = time.perf_counter()
    command = [sys.executable, "-P", "-m", "disclosure", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begun


def measure(root: Path, versions: int) -> Cost:
    """Seal so many versions of a notice and return what they cost."""
    content, output = root / "content", root / "site"
    shutil.copytree(ROOT / "content", content)
    settings = Settings(root, content, ROOT / "templates", output, root / ".cache")
    seal_all(settings, versions)
    places = ("--content", str(content), "--output", str(output), "--jobs", "1")
    cold = []
    for _ in range(RUNS):
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(ROOT / ".cache" / "builds", ignore_errors=True)
        cold.append(timed("build", *places))
    verified = min(timed("verify", "--content", str(content)) for _ in range(RUNS))
    archive = output / "archive" / SLUG
    compared = list(archive.glob("*...*/index.html"))
    files = [path for path in archive.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    cost = Cost(
        versions,
        len(compared),
        sum(path.stat().st_size for path in compared),
        (archive / "index.html").stat().st_size,
        size,
        min(cold),
        0,
        verified,
    )
    text = next_text((content / "notices" / f"{SLUG}.yaml").read_text("utf-8"), versions + 1)
    (content / "notices" / f"{SLUG}.yaml").write_text(text, encoding="utf-8")
    os.environ["SOURCE_DATE_EPOCH"] = str(FIRST_SECOND + 86_400 * (versions + 1))
    sign_and_seal(settings, SLUG, "再一次更新")
    return cost._replace(again=timed("build", *places))


def main() -> None:
    """Print the table."""
    counts = [int(each) for each in (sys.argv[1:] or ["1,12,25,50"])[0].split(",")]
    memory = Path("/dev/shm")  # noqa: S108 - memory, so that no disk is measured
    print(
        "| versions | comparisons | their bytes | history "
        "| archive part | cold build | one more | verify |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for count in counts:
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            cost = measure(Path(folder), count)
        print(
            f"| {cost.versions} | {cost.pages} | {cost.compared / 1024:,.0f} KiB "
            f"| {cost.history / 1024:,.0f} KiB | {cost.whole / 1024:,.0f} KiB "
            f"| {cost.cold:.2f} s | {cost.again:.2f} s | {cost.verified:.2f} s |",
            flush=True,
        )


if __name__ == "__main__":
    main()
