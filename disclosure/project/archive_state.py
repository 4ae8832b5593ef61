"""The state of the archive: whether anything in it is other than at the last build.

Asked by every build, so it looks at names and stats only and reads no file.
"""

import os
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from disclosure.project.fingerprint import SETTLED_AFTER_NS

UNSETTLED: Final = "?"


def state_of_archive(folder: str) -> str:
    """Return a mark of every file below ``folder``: its name, size, times and inode.

    Empty without any. ``UNSETTLED``, which equals no state, while a file is so young that it
    could change again and keep its stats.
    """
    mark, count, newest = 0, 0, 0
    for path, found in _below(folder):
        newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
        count += 1
        seen = f"{path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}\n"
        # Against accidents and hands; whoever can forge times of status can forge all this.
        mark = zlib.crc32(seen[len(folder) :].encode("utf-8", "replace"), mark)
    if newest > time.time_ns() - SETTLED_AFTER_NS:
        return UNSETTLED
    return f"{count}-{mark:08x}" if count else ""


def same_state(before: str, now: str) -> bool:
    """Say whether nothing has changed, for certain."""
    return before == now != UNSETTLED


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file, link and device below a folder, in the order of their names."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            # A link itself: it is none of ours, and another inode than the file that it hides.
            with suppress(FileNotFoundError):
                yield entry.path, entry.stat(follow_symlinks=False)
