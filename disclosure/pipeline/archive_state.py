"""The state of the archive: whether anything in it is other than at the last build.

Asked by every build, so it looks at names and stamps only and reads no file.
"""

import os
import zlib
from collections.abc import Iterator
from typing import Final

from disclosure.pipeline.sights import is_settled, stamp_of

UNSETTLED: Final = "?"


def state_of_archive(folder: str) -> str:
    """Return a mark of every file below ``folder``: its name, size, times and inode.

    Empty without any. ``UNSETTLED``, which equals no state, while a file is so young that it
    could change again and keep its stamp.
    """
    mark, count = 0, 0
    for path in _below(folder):
        stamp = stamp_of(path)
        if stamp and not is_settled(stamp):
            return UNSETTLED
        count += 1
        # Against accidents and hands; whoever can forge times of status can forge all this.
        mark = zlib.crc32(f"{path[len(folder) :]}\0{stamp}\n".encode("utf-8", "replace"), mark)
    return f"{count}-{mark:08x}" if count else ""


def same_state(before: str, now: str) -> bool:
    """Say whether nothing has changed, for certain."""
    return before == now != UNSETTLED


def _below(folder: str) -> Iterator[str]:
    """Yield every file, link and device below a folder, in an order of its own."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path)
        else:
            yield path
