"""What the command line says: exit statuses, lines, the progress line.

No other module of it prints. Whatever a line is made of, nothing in it moves the cursor or
hides: sentences have their values made visible already, and here every line is, once more.
"""

import sys
import time
from collections.abc import Iterable
from typing import Final, TextIO

from disclosure.messages import say
from disclosure.visible import visible

CLEAN: Final = 0
FAILED: Final = 1  # errors in content or build
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells report it

_SHOWN_AFTER = 1.0  # seconds: what is over sooner needs no line
_SHOWN_EVERY = 0.2
_CELLS = 24


def print_lines(lines: Iterable[str]) -> None:
    """Print results on stdout; a line may have several, which are its own."""
    for line in lines:
        print(_shown(line))  # noqa: T201


def print_aside(line: str) -> None:
    """Print on stderr, at once, what is worth knowing but is no result."""
    print(_shown(line), file=sys.stderr, flush=True)  # noqa: T201


class ProgressLine:
    """How many are done, how fast, and how long it will take.

    Writes one line over and over; nothing where nobody looks, and nothing for short work.
    """

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


def _shown(line: str) -> str:
    return "\n".join(visible(part) for part in line.split("\n"))
