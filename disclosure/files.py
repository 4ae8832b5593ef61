"""Writing files so that nobody ever meets half of one."""

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from disclosure.errors import DisclosureError, OutputError

STAGING = ".staging"  # the folder in the site where new files are written aside
_DRAFT: Final = ".disclosure-"
_NEW: Final = ".new"
_DRAFT_NAME: Final = re.compile(r"\.disclosure-[0-9a-f]{16}\.new")
# Whatever was put there for us to find, nothing is written through it.
_EXCLUSIVE: Final = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)
_ABANDONED: Final = 3600.0  # seconds; no command writes a file for so long


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 hexadecimal digits."""
    import hashlib  # OpenSSL takes 10 ms to load; a build that changes nothing needs none of it

    return hashlib.sha256(data).hexdigest()


def holds(path: Path, data: bytes) -> bool:
    """Say whether ``path`` is a file with exactly these bytes; a link is none."""
    try:
        found = os.lstat(path)
        # The size first: most files that differ, differ in length.
        if found.st_size != len(data) or not stat.S_ISREG(found.st_mode):
            return False
        with path.open("rb") as file:
            return file.read() == data
    except (OSError, ValueError):
        return False


def write_file(path: Path, data: bytes | Iterable[bytes], *, durable: bool = False) -> None:
    """Write a new file, making its folders.

    Args:
        path: of the file; what stands there is replaced, and never followed if it is a link.
        data: its bytes, whole or piece by piece.
        durable: return only when the bytes are on the disk.

    """
    descriptor = _create(path)
    try:
        for piece in (data,) if isinstance(data, bytes) else data:
            view = memoryview(piece)
            while view:
                view = view[os.write(descriptor, view) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _create(path: Path) -> int:
    try:
        return os.open(path, _EXCLUSIVE, 0o666)
    except FileNotFoundError:
        # Rare beside the files themselves, so it is not asked for first.
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        path.unlink()
    return os.open(path, _EXCLUSIVE, 0o666)


def replace_file(
    path: Path,
    data: bytes | Iterable[bytes],
    *,
    durable: bool = False,
    check: Callable[[], None] = lambda: None,
) -> None:
    """Write a file in place of what stands there, whole or not at all.

    Args:
        path: of the file; its folders are made. A link that stands there is replaced itself.
        data: its bytes, whole or piece by piece.
        durable: the new bytes are on the disk before the old ones go.
        check: called when they are written aside; what it raises leaves what stands there.

    Raises:
        OSError: it could not be written; what stood there still does.

    """
    draft = draft_beside(path)
    try:
        write_file(draft, data, durable=durable)
        check()
        draft.replace(path)
    except (OSError, DisclosureError):
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    sweep(path.parent)


def keep_copy(path: Path, data: bytes) -> Path:
    """Write ``data`` beside ``path`` under a name that nothing has and the loader passes over.

    Raises:
        OutputError: it cannot be written.

    """
    for number in count(1):
        copy = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            file = copy.open("xb")
        except FileExistsError:
            continue
        except OSError as error:
            raise explain_os_error(error, copy) from error
        try:
            with file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            # Half a copy (the disk is full) would pass for the whole.
            copy.unlink(missing_ok=True)
            raise explain_os_error(error, copy) from error
        return copy
    raise AssertionError  # pragma: no cover - there is always a next number


def draft_beside(path: Path) -> Path:
    """Return a name in the folder of ``path`` that nobody can foresee; nothing stands there.

    What a process that was killed left under such names is taken away by ``sweep``.
    """
    # Not secrets.token_hex: that loads OpenSSL.
    return path.with_name(f"{_DRAFT}{os.urandom(8).hex()}{_NEW}")


def sweep(folder: Path, seconds: float = _ABANDONED) -> None:
    """Take away drafts in ``folder`` that were left by processes that were killed.

    Args:
        folder: looked into, not below.
        seconds: younger ones may be somebody's at work and stay.

    """
    try:
        with os.scandir(folder) as entries:
            left = [entry for entry in entries if _DRAFT_NAME.fullmatch(entry.name)]
        for entry in left:
            if time.time() - entry.stat(follow_symlinks=False).st_mtime >= seconds:
                remove_tree(folder / entry.name)
    except OSError:
        return  # the next one takes them


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Give a place beside ``path`` for a new file or folder, which stands there after the block.

    Nothing stands at that place; whoever writes there opens it exclusively (``xb``).

    Raises:
        OutputError: something stands there already, or it cannot be written; nothing new does.

    """
    draft = draft_beside(path)
    try:
        _refuse_existing(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
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
    """Delete a folder of ours with everything in it; one that is not there is fine.

    A link, file, device or FIFO in its place goes, too; links are not followed.
    """
    import shutil

    if folder.is_symlink() or not folder.is_dir():
        folder.unlink(missing_ok=True)
    else:
        shutil.rmtree(folder)


def explain_os_error(error: OSError, path: Path) -> OutputError:
    """Return the error that says in plain words why ``path`` could not be written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return OutputError("output.full")
    if error.errno == errno.EROFS:
        return OutputError("output.read_only", path=path.as_posix())
    if error.errno in {errno.EACCES, errno.EPERM}:
        return OutputError("output.denied", path=path.as_posix())
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        return OutputError("output.folder", path=path.as_posix())
    # What the system says is in its language; whoever is asked for help can look it up.
    reason = error.strerror or str(error)
    return OutputError("output.failed", path=path.as_posix(), reason=reason)
