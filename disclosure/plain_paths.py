"""Names of files that somebody else may have written: believed only where they are plain.

A journal, a listing, a remote lock or a zip says which files are ours to replace, read or
delete. None of them may lead out of the folder that they speak of, on any system.
"""

import os
import re
import stat
from pathlib import Path
from typing import Final

_LONGEST_PART = 255  # bytes; what ext4, NTFS and exFAT have in common
# What nearly every file of ours is called; plain without a second look.
_USUAL: Final = re.compile(r"(?:[a-z0-9][a-z0-9.-]{0,99}/)*[a-z0-9][a-z0-9.-]{0,99}")


def is_plain(name: str) -> bool:
    """Say whether ``name`` is a relative path that stays below its root on every system.

    Plain are names with ``/`` between parts that are neither empty, ``.`` nor ``..``, without
    backslashes, colons (drives and streams on Windows), control characters or lone surrogates.
    """
    if _USUAL.fullmatch(name):
        return True
    if "\\" in name or ":" in name or not name.isprintable():
        return False
    return all(
        part not in {"", ".", ".."} and len(part.encode()) <= _LONGEST_PART
        for part in name.split("/")
    )


def below(root: Path, name: str) -> Path | None:
    """Return the place of ``name`` below ``root``; None where it would not stay there.

    Args:
        root: a folder; it may itself be a link.
        name: as a journal or listing gives it.

    None too where a folder on the way is a link, for that leads elsewhere.
    """
    if not is_plain(name):
        return None
    place = root
    for part in name.split("/")[:-1]:
        place /= part
        if place.is_symlink():
            return None
    return root / name


def is_regular_file(path: Path) -> bool:
    """Say whether ``path`` itself is a file with bytes: no link, device, socket or FIFO."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False
