"""Killing: a child that repeats something is ended at some moment, over and over."""

import os
import random
import signal
import time
from collections.abc import Callable

# 200 once in a while.
ROUNDS = int(os.environ.get("DISCLOSURE_KILLS", "12"))


def killed(work: Callable[[int], object], seconds: float, chance: random.Random) -> None:
    """Let a child do ``work(0)``, ``work(1)``, … and kill it after at most ``seconds``."""
    child = _forked(work)
    time.sleep(chance.random() * seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def both(work: Callable[[int], object], other: Callable[[int], object], times: int) -> None:
    """Let two children do their work so often, at once; what they raise is their own matter."""
    children = [_forked(each, times) for each in (work, other)]
    for child in children:
        os.waitpid(child, 0)


def measured(work: Callable[[], object]) -> float:
    """Return how long something takes, on a machine that may have much else to do."""
    began = time.monotonic()
    work()
    return time.monotonic() - began


def _forked(work: Callable[[int], object], times: int = 1000) -> int:
    child = os.fork()
    if child:
        return child
    # In the child, which must never get back into pytest.
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    try:
        for number in range(times):
            work(number)
    finally:
        os._exit(0)
