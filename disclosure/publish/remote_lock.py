"""The lock: a file on the target that says who is publishing, and what is being changed.

It outlives an interruption; the next publication then knows which places to look at again.
Servers differ in what they decide between two who come at once: so every lock holds a token
drawn by lot, is read back, and read again after a while.
"""

import getpass
import secrets
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from disclosure.clock import moment_in_china
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.locks import exclusive
from disclosure.project.settings import Settings
from disclosure.publish.history import Records
from disclosure.publish.remote_lock_file import LockNote, lock_bytes, read_lock
from disclosure.publish.remote_places import LOCK_FILE, OLD_LOCK_FILE
from disclosure.publish.target import Deciding, Target, TargetError

_NAMED = 5
_ATTEMPTS = 3
_UNREADABLE = frozenset({"target.odd", "target.too_large"})
# Whoever came in the same moment has written by then what we would read.
_LEAST_WAIT, _MOST_WAIT = 0.05, 5.0
_MOST_PAUSE = 1000  # milliseconds


class RemoteLock:
    """Held for the length of a publication.

    Attributes:
        target: where.
        pending: places that our own interrupted publications may have changed, with the digests
            of what they wrote or were about to write there.
        unsure: places of which somebody else's interrupted publication says so.
        announced: whether from here on an interruption leaves something behind.
    """

    def __init__(self, target: Target, name: str, records: Records, note: LockNote) -> None:
        self.target = target
        self.pending: Mapping[str, frozenset[str]] = records.pending(name)
        self.unsure: frozenset[str] = frozenset()
        self.announced = False
        self._name, self._records = name, records
        self._own = note

    def announce(self, digests: Mapping[str, str]) -> None:
        """Say which places are going to be changed, and into what, before the first one is."""
        self._records.announce(self._name, self.pending, digests)
        self._refuse_taken()
        every = {*self.pending, *self.unsure, *digests}
        self.target.write(LOCK_FILE, lock_bytes(self._own, every))
        self.announced = True

    def take(self, *, unlock: bool) -> None:
        """Lock the target, or go on where we, or with ``unlock`` others, were interrupted."""
        for attempt in range(1, _ATTEMPTS + 1):
            begun = time.monotonic()
            before, name = self._standing()
            if before is not None:
                self._take_over(before, name, unlock=unlock)
            if before is not None or self.target.write_new(LOCK_FILE, lock_bytes(self._own, ())):
                self._wait_for_rivals(begun)
                if self._is_ours():
                    return
            rival, _ = self._standing()
            if rival is not None or attempt == _ATTEMPTS:
                raise OutputError("publish.claimed", **_who(rival or LockNote()))
            # Two came at once, and their server has kept neither lock.
            time.sleep(secrets.randbelow(_MOST_PAUSE) / 1000)

    def _wait_for_rivals(self, begun: float) -> None:
        """Wait as long as somebody may need who looked before we had written."""
        if not (isinstance(self.target, Deciding) and self.target.decides):
            spent = time.monotonic() - begun
            time.sleep(min(max(_LEAST_WAIT, 2 * spent), _MOST_WAIT))

    def note_marks(self, marks: Mapping[str, str]) -> None:
        """Note the marks of the files as they are left."""
        self._records.note_marks(self._name, marks)

    def give_back(self) -> None:
        """Remove the lock, if it is still ours."""
        if self._is_ours():
            self.target.remove(LOCK_FILE)

    def _standing(self) -> tuple[LockNote | None, str]:
        """Return the lock that stands there, and its name."""
        for name in (LOCK_FILE, OLD_LOCK_FILE):
            try:
                data = self.target.read(name)
            except TargetError as error:
                if error.code in _UNREADABLE:
                    return LockNote(), name
                if name == LOCK_FILE:
                    raise
                continue  # a server that forbids names with a dot has no old lock either
            if data is not None:
                return read_lock(data), name
        return None, ""

    def _take_over(self, before: LockNote, name: str, *, unlock: bool) -> None:
        if not unlock:
            if not before.readable:
                raise OutputError("publish.claim_garbled", place=name)
            # Whoever holds our lock on this machine is us; so that one was interrupted.
            if before.machine != self._own.machine:
                raise OutputError("publish.claimed", **_who(before))
            if before.refused:
                places = "、".join(before.refused[:_NAMED])
                raise OutputError("publish.claim_refused", place=name, places=places)
        # Of our own, our records know more than a file that anybody can write.
        if before.machine != self._own.machine:
            self.unsure = before.places
        self.announced = bool(self.unsure or self.pending)
        self.target.write(LOCK_FILE, lock_bytes(self._own, {*self.unsure, *self.pending}))
        if name == OLD_LOCK_FILE:
            self.target.remove(OLD_LOCK_FILE)

    def _refuse_taken(self) -> None:
        if not self._is_ours():
            raise OutputError("publish.claimed", **_who(self._standing()[0] or LockNote()))

    def _is_ours(self) -> bool:
        data = self.target.read(LOCK_FILE)
        return data is not None and read_lock(data).token == self._own.token


def _who(note: LockNote) -> dict[str, str]:
    return {"by": note.by, "since": note.since}


@contextmanager
def locked(
    target: Target, name: str, settings: Settings, records: Records, *, unlock: bool
) -> Iterator[RemoteLock]:
    """Hold a target for the length of the block.

    Args:
        target: where.
        name: of the target.
        settings: the project.
        records: what we know of former publications.
        unlock: take it from whoever locks it.

    What goes wrong in the block after something was announced leaves the lock there, for the
    next publication to see.

    Raises:
        OutputError: somebody else is publishing there, or the lock there is not to be believed.
        TargetError: the target does not do what it is asked.

    """
    # Beside what is published: two program folders with one content are one publisher.
    own = settings.content / f".publishing-{name}.lock"
    with exclusive(own, "publish.busy"):
        lock = RemoteLock(target, name, records, ourselves(settings))
        lock.take(unlock=unlock)
        try:
            yield lock
        except BaseException:
            if not lock.announced:
                with suppress(TargetError):
                    lock.give_back()
            raise
        lock.give_back()


def ourselves(settings: Settings) -> LockNote:
    """Return what a new lock of this project on this machine says."""
    return LockNote(
        by=getpass.getuser(),
        # Everybody may read it on some servers; nobody needs the machine's name.
        machine=sha256_hex(f"{socket.gethostname()} {settings.content}".encode())[:12],
        since=moment_in_china(),
        token=secrets.token_hex(8),
    )
