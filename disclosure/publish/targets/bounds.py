"""How much and how long a server may answer, whatever it is or pretends to be."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from disclosure.archive.checksums import LISTING

_T = TypeVar("_T")
_MEBIBYTE = 1024**2


@dataclass(frozen=True)
class Bounds:
    """Limits of one conversation with a server.

    Attributes:
        largest: bytes of a file that is read; it is held in memory.
        largest_list: bytes of a list, be it ours or the server's own of a folder.
        entries: files and folders on the whole target.
        depth: folders within folders.
        seconds: that one operation may take without moving bytes worth mentioning.
        slowest: bytes a second that buy it more time.
    """

    largest: int = 512 * _MEBIBYTE
    largest_list: int = 64 * _MEBIBYTE
    entries: int = 1_000_000
    depth: int = 64
    seconds: float = 120.0
    slowest: int = 4096

    def of(self, place: str) -> int:
        """Return how many bytes the file at a place may have."""
        return self.largest_list if place.rpartition("/")[2] == LISTING else self.largest


USUAL = Bounds()


class TooLargeError(Exception):
    """A server sends more than it may."""


class Meter:
    """Counts the bytes that one operation has moved.

    Attributes:
        moved: bytes, in either direction.
    """

    def __init__(self, moved: int = 0) -> None:
        self.moved = moved


class Collecting:
    """Takes the bytes of an answer, block by block, up to a limit."""

    def __init__(self, limit: int, meter: Meter) -> None:
        self._limit, self._meter = limit, meter
        self._blocks: list[bytes] = []
        self._size = 0

    def __call__(self, block: bytes) -> None:
        """Take a block.

        Raises:
            TooLargeError: that is too much.

        """
        self._size += len(block)
        self._meter.moved += len(block)
        if self._size > self._limit:
            raise TooLargeError(str(self._limit))
        self._blocks.append(block)

    def data(self) -> bytes:
        """Return everything that was taken."""
        return b"".join(self._blocks)


class _Task(Generic[_T]):
    def __init__(self, action: Callable[[], _T]) -> None:
        self._action = action
        self._result: list[_T] = []
        self._error: BaseException | None = None
        self.done = threading.Event()

    def run(self) -> None:
        try:
            self._result.append(self._action())
        except BaseException as error:
            self._error = error
        finally:
            self.done.set()

    def result(self) -> _T:
        if self._error is not None:
            raise self._error
        return self._result[0]


def within(bounds: Bounds, meter: Meter, action: Callable[[], _T], cut: Callable[[], None]) -> _T:
    """Run ``action`` and return what it returns.

    Timeouts of sockets count from byte to byte, so that a server which sends one a second can
    keep us for ever; this counts the whole. ``cut`` ends the connection that the action waits on.

    Raises:
        TimeoutError: it took too long.

    """
    task = _Task(action)
    begun = time.monotonic()
    threading.Thread(target=task.run, daemon=True).start()
    try:
        while not task.done.wait(begun + _allowed(bounds, meter) - time.monotonic()):
            if time.monotonic() - begun >= _allowed(bounds, meter):
                raise TimeoutError(f"> {bounds.seconds:.0f} s")
    except BaseException:  # an interruption from the keyboard too
        cut()
        raise
    return task.result()


def _allowed(bounds: Bounds, meter: Meter) -> float:
    return bounds.seconds + meter.moved / bounds.slowest
