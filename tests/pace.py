"""The pace of the machine that the tests run on."""

import os


def patient(seconds: float) -> float:
    """Return how long to wait for what takes less than ``seconds`` on an idle machine.

    On a machine at work a thread may wait for its turn many times as long; a server that answers
    at once must not be taken for one that is silent.
    """
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    return seconds * (1 + 2 * waiting)
