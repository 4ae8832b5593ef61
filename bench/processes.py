"""One build as a whole process: seconds, processor time and memory, of it and all below it."""

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """What a build cost.

    Attributes:
        cpu: seconds of processor time, user and system, of all its processes.
        wall: seconds.
        memory: the largest sum over its processes, in MiB; pages that two share count twice.

    """

    cpu: float
    wall: float
    memory: float


def run(command: tuple[str, ...]) -> Cost:
    """Run a build.

    Raises:
        RuntimeError: it failed.

    """
    began = time.perf_counter()
    # As everywhere but in some containers: what Python has compiled is kept.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment)
    largest = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, largest))
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed")
    # The kernel knows the peak of the largest process; only a sum has to be watched.
    return Cost(used.ru_utime + used.ru_stime, wall, max(largest[0], used.ru_maxrss / 1024))


def median(costs: Iterable[Cost]) -> Cost:
    """Return the medians of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


def _watch(pid: int, largest: list[float]) -> None:
    while size := _memory_of(pid):
        largest[0] = max(largest[0], size)
        time.sleep(0.05)


def _memory_of(pid: int) -> float:
    """Return the resident memory of a process and all below it, in MiB; 0 when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:
        return 0.0
    own = [line.split()[1] for line in fields.splitlines() if line.startswith("VmRSS")]
    return sum(map(int, own)) / 1024 + sum(_memory_of(int(each)) for each in below)
