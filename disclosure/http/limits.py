"""How long and how much: of one answer, and of all that one command asks."""

import time
from typing import Final, NamedTuple

from disclosure.errors import OutputError


class HttpError(OutputError):
    """An address was not answered as asked; its sentence is a reason, to stand in another.

    Codes: ``http.slow``, ``http.large``, ``http.garbled``, ``http.elsewhere``, ``http.inner``,
    ``http.address``, ``http.system``, ``http.status``, ``http.spent``.
    """


class Limits(NamedTuple):
    """Bounds of a client.

    Attributes:
        answer: bytes of one answer.
        total: bytes of all answers.
        patience: seconds for one answer to come, and for each ``pace`` bytes one second more.
        seconds: for all answers.
        pace: bytes a second that a large answer must keep up.
    """

    answer: int
    total: int
    patience: float
    seconds: float
    pace: int = 32 * 1024


HEAD_BYTES: Final = 64 * 1024


class Session:
    """Counts what all answers together take; threads may share it."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._ends = time.monotonic() + limits.seconds
        self._taken = 0

    def begin(self) -> "Watch":
        """Return the watch over one answer.

        Raises:
            HttpError: time or bytes are spent.

        """
        if time.monotonic() >= self._ends or self._taken >= self.limits.total:
            raise HttpError("http.spent")
        return Watch(self, self._ends)

    def take(self, count: int) -> None:
        """Count bytes.

        Raises:
            HttpError: they are more than all answers may have.

        """
        self._taken += count
        if self._taken > self.limits.total + HEAD_BYTES:
            raise HttpError("http.large")


class Watch:
    """Counts what one answer takes."""

    def __init__(self, session: Session, ends: float) -> None:
        self._session = session
        self._limits = session.limits
        self._begun = time.monotonic()
        self._ends = ends
        self._taken = 0

    def left(self) -> float:
        """Return how many seconds the next bytes may take.

        Raises:
            HttpError: none are left.

        """
        allowed = self._limits.patience + self._taken / self._limits.pace
        left = min(self._begun + allowed, self._ends) - time.monotonic()
        if left <= 0:
            raise HttpError("http.slow")
        return left

    def take(self, count: int) -> None:
        """Count bytes that came.

        Raises:
            HttpError: they are too many.

        """
        self._taken += count
        self._session.take(count)
        if self._taken > self._limits.answer + HEAD_BYTES:
            raise HttpError("http.large")
