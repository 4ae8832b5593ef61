"""The progress line: how many are done, how fast, and how long it will take."""

import sys
import time
from typing import TextIO

from disclosure.messages import say

_SHOWN_AFTER = 1.0  # seconds: what is over sooner needs no line
_SHOWN_EVERY = 0.2
_CELLS = 24


class ProgressLine:
    """Writes one line over and over; nothing where nobody looks, and nothing for short work."""

    def __init__(self, language: str, stream: TextIO | None = None) -> None:
        self._language = language
        self._stream = stream or sys.stderr
        self._begun = time.monotonic()
        self._due = self._begun + _SHOWN_AFTER
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` are done."""
        now = time.monotonic()
        if now < self._due or not self._stream.isatty():
            return
        self._due = now + _SHOWN_EVERY
        self._shown = True
        self._stream.write("\r" + self._line(done, total, now - self._begun) + "\x1b[K")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, done: int, total: int, seconds: float) -> str:
        filled = _CELLS * done // max(total, 1)
        rate = done / seconds if seconds else 0.0
        values = {
            "bar": "#" * filled + "-" * (_CELLS - filled),
            "done": str(done),
            "total": str(total),
            "rate": f"{rate:.0f}",
            "left": f"{(total - done) / rate:.0f}" if rate else "?",
        }
        return say("cli.progress", self._language, values)
