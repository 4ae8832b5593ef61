"""What is seen of the files in a local folder."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from disclosure.publish.target import DEEPEST, MOST_FILES, RemoteFile, TargetError

_READ, _ENTER = 0o4, 0o5


def remote_files_below(root: Path, folder: str) -> dict[str, RemoteFile]:
    """Return sizes, times and modes of all files below a folder, by their place below ``root``.

    Links are files; nothing is looked at beyond them.

    Args:
        root: of the site.
        folder: with a final slash; empty for all.

    Raises:
        OSError: it cannot be listed.
        TargetError: there are more folders within folders, or files, than a site has.

    """
    found: dict[str, RemoteFile] = {}
    for place, remote_file in _walk(root, folder, closed=False):
        found[place] = remote_file
        if len(found) > MOST_FILES:
            raise TargetError("target.listing", target=root.as_posix(), reason=str(MOST_FILES))
    return found


def _walk(root: Path, folder: str, *, closed: bool) -> Iterator[tuple[str, RemoteFile]]:
    if folder.count("/") > DEEPEST:
        raise TargetError("target.listing", target=root.as_posix(), reason=folder[:200])
    try:
        entries = sorted(os.scandir(root / folder), key=lambda each: each.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        place = folder + entry.name
        try:
            seen = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            continue  # somebody else's, and gone meanwhile
        if stat.S_ISDIR(seen.st_mode):
            within = closed or seen.st_mode & _ENTER != _ENTER
            yield from _walk(root, f"{place}/", closed=within)
        else:
            yield place, _remote_file(seen, closed=closed)


def _remote_file(seen: os.stat_result, *, closed: bool) -> RemoteFile:
    mark = f"{seen.st_mtime_ns}-{seen.st_ino}"
    closed = closed or not seen.st_mode & _READ
    # A link's own size says nothing of the file.
    size = seen.st_size if stat.S_ISREG(seen.st_mode) else None
    return RemoteFile(size, mark, closed)
