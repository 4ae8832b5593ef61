"""Reading what others put into our folders: plain files, up to a size, from where they belong.

A FIFO waits for ever, a device never ends, and a link may lead to what is nobody's to publish.
"""

import errno
import os
import stat
from pathlib import Path
from typing import Final, Literal

Fault = Literal["link", "kind", "large"]
LARGEST: Final = 512 * 1024 * 1024  # bytes of one file; no attachment of a notice comes near
_CHUNK: Final = 1024 * 1024
_REASONS: Final = {
    "link": "it is a link that leads out of its folder",
    "kind": "it is no plain file",
    "large": "it is too large",
}


class UnfitFileError(OSError):
    """A file that is not read.

    Attributes:
        fault: ``link``: it leads out of the folder where it belongs; ``kind``: a folder, device,
            FIFO or socket; ``large``.
        size: its bytes, where it is too large.

    """

    def __init__(self, fault: Fault, path: Path, size: int = 0) -> None:
        super().__init__(errno.EINVAL, _REASONS[fault], str(path))
        self.fault = fault
        self.size = size


def read_file(path: Path, within: Path | None = None, limit: int = LARGEST) -> bytes:
    """Return the bytes of a plain file.

    Args:
        path: of the file.
        within: the folder that no link on the way may leave; None takes what stands at ``path``
            only if that is no link itself.
        limit: the most bytes.

    Raises:
        UnfitFileError: it is something else, lies elsewhere or is too large; nothing was read.
        OSError: it cannot be read.

    """
    if leads_out(path, within):
        raise UnfitFileError("link", path)
    # Not waiting: opening a FIFO without it waits for whoever writes.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not stat.S_ISREG(_status(path).st_mode):
        raise UnfitFileError("kind", path)  # opening some devices already does something
    descriptor = os.open(path, flags)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise UnfitFileError("kind", path)
        if found.st_size > limit:
            raise UnfitFileError("large", path, found.st_size)
        return _read(descriptor, path, limit)
    finally:
        os.close(descriptor)


def leads_out(path: Path, within: Path | None = None) -> bool:
    """Say whether a link at ``path``, or on the way to it from ``within``, leaves ``within``."""
    if within is None:
        return path.is_symlink()
    try:
        inside = path.relative_to(within)
    except ValueError:
        return path.is_symlink()
    place = os.fspath(within)
    for part in inside.parts:
        place = f"{place}/{part}"
        if os.path.islink(place):  # noqa: PTH114 - for every file; a Path costs as much again
            return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(within))
    return False


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except ValueError as error:  # a name with NUL
        raise OSError(errno.EINVAL, str(error), str(path)) from error


def _read(descriptor: int, path: Path, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    # Some files of the system say that they are empty and never end.
    while part := os.read(descriptor, _CHUNK):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise UnfitFileError("large", path, size)
    return b"".join(parts)
