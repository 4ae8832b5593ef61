"""Writing files so that nobody ever meets half of one."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from disclosure.errors import OutputError

STAGING = ".staging"  # the folder in the site where new files are written aside


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 hexadecimal digits."""
    import hashlib  # OpenSSL takes 10 ms to load; a build that changes nothing needs none of it

    return hashlib.sha256(data).hexdigest()


def holds(path: Path, data: bytes) -> bool:
    """Say whether ``path`` is a file with exactly these bytes."""
    try:
        # The size first: most files that differ, differ in length.
        if path.stat().st_size != len(data):
            return False
        with path.open("rb") as file:
            return file.read() == data
    except OSError:
        return False


def write_file(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Write a new file, making its folders.

    Args:
        path: of the file; what stands there is replaced.
        data: its bytes.
        durable: return only when the bytes are on the disk.

    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags, 0o666)
    except FileNotFoundError:
        # Rare beside the files themselves, so it is not asked for first.
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, flags, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Write a file in place of what stands there, whole or not at all.

    Args:
        path: of the file; its folders are made.
        data: its bytes.
        durable: the new bytes are on the disk before the old ones go.

    Raises:
        OSError: it could not be written; what stood there still does.

    """
    draft = path.with_name(f".{path.name}.new")
    try:
        write_file(draft, data, durable=durable)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Give a place beside ``path`` for a new file or folder, which stands there after the block.

    Raises:
        OutputError: something stands there already, or it cannot be written; nothing new does.

    """
    draft = path.with_name(f".{path.name}.new")
    try:
        _refuse_existing(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_tree(draft)  # left by a process that was killed
        yield draft
        if draft.is_file():
            with draft.open("rb+") as file:
                os.fsync(file.fileno())  # it may stand on a stick that is pulled next
        _refuse_existing(path)
        draft.rename(path)
    except OSError as error:
        raise explain_os_error(error, path) from error
    finally:
        with suppress(OSError):
            remove_tree(draft)


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise OutputError("output.exists", path=path.as_posix())


def remove_tree(folder: Path) -> None:
    """Delete a folder of ours with everything in it; one that is not there is fine."""
    import shutil

    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def explain_os_error(error: OSError, path: Path) -> OutputError:
    """Return the error that says in plain words why ``path`` could not be written."""
    reason = error.strerror or str(error)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return OutputError("output.full")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return OutputError("output.denied", path=path.as_posix(), reason=reason)
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        return OutputError("output.folder", path=path.as_posix())
    return OutputError("output.failed", path=path.as_posix(), reason=reason)


@contextmanager
def exclusive(lock: Path, busy: str = "output.busy") -> Iterator[Callable[[], bool]]:
    """Hold ``lock`` for the length of the block; released by the system if the process dies.

    Gives a function that says whether the lock still holds: it does not when somebody has
    deleted its file, for then another process can make and take a new one.

    Args:
        lock: a file; its folder is made where there is none.
        busy: code of the message for whoever comes second; it may name the folder as ``path``.

    Raises:
        OutputError: another process holds it, or it cannot be made.

    """
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain_os_error(error, lock.parent) from error
    with lock.open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError:
            raise OutputError(busy, path=lock.parent.as_posix()) from None
        mine = os.fstat(file.fileno())

        def holds_still() -> bool:
            return lock.exists() and os.path.samestat(mine, lock.stat())

        yield holds_still


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
