"""Locks: one process at a time, over all program folders and machines that see the lock's file.

The lock lies beside what it guards. Where the file system has no locks (many network shares),
a second file takes their place: it is there or not, and says whose it is.
"""

import errno
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from disclosure.errors import LockedError
from disclosure.files import draft_beside, explain_os_error, write_file

# What systems answer that have no locks there.
_NO_LOCKS: Final = frozenset(
    getattr(errno, name)
    for name in ("ENOLCK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL", "EBADF")
)
_NOT_WRITABLE: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_TRIES: Final = 5
_LARGEST: Final = 4096


@contextmanager
def exclusive(
    lock: Path, busy: str = "output.busy", notify: Callable[[], None] | None = None
) -> Iterator[Callable[[], bool]]:
    """Hold ``lock`` for the length of the block; released by the system if the process dies.

    Gives a function that says whether the lock still holds: it does not when somebody has
    deleted its file, for then another process can make and take a new one.

    Args:
        lock: a file; its folder is made where there is none. In a folder that nobody can write
            to (a read-only medium) there is nothing to guard, and nothing is held.
        busy: code of the message for whoever comes second; it may name the folder as ``path``.
        notify: called when the file system has no locks and a file takes their place.

    Raises:
        LockedError: another process holds it.
        OutputError: it cannot be made.

    """
    try:
        descriptor = _open(lock)
    except OSError as error:
        raise explain_os_error(error, lock) from error
    if descriptor is None:
        yield lambda: True
        return
    with os.fdopen(descriptor, "rb") as file:
        mine = os.fstat(file.fileno())

        def holds_still() -> bool:
            return lock.exists() and os.path.samestat(mine, lock.stat())

        held = held_file(lock)
        if _take(file.fileno(), lock, busy):
            _refuse_living(held)
            yield holds_still
            return
        with _taken_by_file(held):
            if notify is not None:
                notify()
            yield lambda: holds_still() and held.exists()


def can_be_made(lock: Path) -> bool:
    """Say whether a lock's file is there or can be made."""
    try:
        descriptor = _open(lock)
    except OSError:
        return False
    if descriptor is None:
        return False
    os.close(descriptor)
    return True


def _open(lock: Path) -> int | None:
    """Return a descriptor of the lock's file; None where nobody can write."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | flags, 0o666)
    except OSError as error:
        if error.errno not in _NOT_WRITABLE:
            raise
        try:
            descriptor = os.open(lock, os.O_RDONLY | flags)  # another user's
        except FileNotFoundError:
            if error.errno == errno.EROFS or not os.access(lock.parent, os.W_OK):
                return None
            raise error from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EEXIST, "not a plain file", str(lock))
    return descriptor


def _take(descriptor: int, lock: Path, busy: str) -> bool:
    """Lock the file; False where the file system has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return False
        raise LockedError(busy, path=lock.parent.as_posix()) from None
    return True


def held_file(lock: Path) -> Path:
    """Return the file that takes the place of a lock."""
    return lock.with_name(f"{lock.name}.held")


@contextmanager
def _taken_by_file(held: Path) -> Iterator[None]:
    """Make ``held``, which only one process can, for the length of the block."""
    mine = json.dumps(_ourselves(), ensure_ascii=False).encode() + b"\n"
    for _ in range(_TRIES):
        if _made(held, mine):
            break
        _refuse_living(held)
    else:
        raise _held_by(held, _read(held))
    try:
        yield
    finally:
        with suppress(OSError):
            if held.read_bytes() == mine:
                held.unlink()


def _made(held: Path, data: bytes) -> bool:
    """Put the file into place whole, if there is none."""
    draft = draft_beside(held)
    try:
        write_file(draft, data, durable=True)
        try:
            os.link(draft, held)
        except FileExistsError:
            return False
        except OSError:  # no hard links either: made first, then filled
            with held.open("xb") as file:
                file.write(data)
    except FileExistsError:
        return False
    except OSError as error:
        raise explain_os_error(error, held) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return True


def _refuse_living(held: Path) -> None:
    """Take ``held`` away if its process is known to be dead; refuse it otherwise."""
    if not os.path.lexists(held):
        return
    owner = _read(held)
    ours = _ourselves()
    near = all(owner.get(key) == ours[key] for key in ("machine", "space"))
    if not near or not isinstance(owner.get("pid"), int) or _lives(owner):
        raise _held_by(held, owner)
    # Moved first: of several that see it dead, one gets it, and it is looked at again.
    aside = draft_beside(held)
    try:
        held.rename(aside)
        if _read(aside) != owner:  # a new one, made meanwhile
            with suppress(OSError):
                os.link(aside, held)
            raise _held_by(held, _read(aside))
        aside.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise explain_os_error(error, held) from error


def _held_by(held: Path, owner: dict[str, Any]) -> LockedError:
    who = {key: str(owner.get(key, "?"))[:100] for key in ("by", "machine", "since")}
    return LockedError("output.held", path=held.as_posix(), **who)


def _read(held: Path) -> dict[str, Any]:
    try:
        if not stat.S_ISREG(os.lstat(held).st_mode):
            return {}
        with held.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _ourselves() -> dict[str, str | int]:
    # Imported here: hardly any file system is without locks, and every build takes one.
    import getpass
    import socket
    from datetime import UTC, datetime

    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "?"
    pid = os.getpid()
    return {
        "by": user,
        "machine": socket.gethostname(),
        "space": _process_space(),
        "pid": pid,
        "began": _began(pid),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _lives(owner: dict[str, Any]) -> bool:
    pid: int = owner["pid"]
    if sys.platform == "win32" or pid <= 0:
        return True  # there is no harmless way to ask
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    # The number may have gone to another process since.
    return bool(owner.get("began", "") == _began(pid))


def _process_space() -> str:
    """Return which processes we see: those of another container have numbers of their own."""
    try:
        return os.readlink("/proc/self/ns/pid")  # noqa: PTH115 - no path, but a name
    except OSError:
        return ""


def _began(pid: int) -> str:
    """Return when a process began, in the system's own count; empty where it does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except (OSError, ValueError):
        return ""
    return f"{boot} {fields[19]}" if len(fields) > 19 else ""
