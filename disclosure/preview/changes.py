"""Changes: which files differ from the last look, found by looking.

Not by the system's notifications: they do not come over network shares. What was changed last
is looked at in every turn, the rest in slices, so that a thousand notices cost little.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_HOT = 100  # files looked at in every turn
_TURNS_A_ROUND = 10  # after so many turns everything was looked at


class _Look(NamedTuple):
    """What tells one state of a file from another; the time may be any, also of last year."""

    modified: int
    size: int
    inode: int


class _Folder(NamedTuple):
    """A folder as it was when its names were last read."""

    modified: int
    depth: int
    files: frozenset[str]


class Changes:
    """Watches folders with everything below them.

    Editors' own files (hidden, or ending in ``~``) are left out.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._roots = [folder.as_posix() for folder in folders]
        self._files: dict[str, _Look] = {}
        self._folders: dict[str, _Folder] = {}
        self._waiting: list[str] = []
        self._share = _HOT
        for root in self._roots:
            self._read(root, 0, set())
        newest = sorted(self._files, key=lambda path: self._files[path].modified, reverse=True)
        self._hot = newest[:_HOT]

    def look(self) -> set[str]:
        """Return the files that were changed, made or deleted since they were last looked at."""
        changed: set[str] = set()
        for path, folder in list(self._folders.items()):
            # Deeper ones hold attachments, and are a notice's each.
            if folder.depth <= 1 and _modified(path) != folder.modified:
                self._read(path, folder.depth, changed)
        for path in self._hot:
            self._check(path, changed)
        for path in self._slice():
            if path in self._files:
                self._check(path, changed)
            else:
                self._read(path, self._folders[path].depth if path in self._folders else 0, changed)
        if changed:
            kept = (path for path in self._hot if path not in changed)
            self._hot = [*changed, *kept][:_HOT]
        return changed

    def _slice(self) -> list[str]:
        """Return what is to be looked at in this turn beside what is hot."""
        if not self._waiting:
            self._waiting = list(dict.fromkeys([*self._roots, *self._folders, *self._files]))
            self._share = max(_HOT, 1 + len(self._waiting) // _TURNS_A_ROUND)
        found = self._waiting[: self._share]
        del self._waiting[: self._share]
        return found

    def _read(self, folder: str, depth: int, changed: set[str]) -> None:
        """Read which files a folder has; those that are known are not looked at."""
        modified = _modified(folder)
        before = self._folders.pop(folder, _Folder(0, depth, frozenset()))
        files: set[str] = set()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    path = f"{folder}/{entry.name}"
                    if entry.name.startswith(".") or entry.name.endswith("~"):
                        continue
                    # Links to folders are not followed: they may lead anywhere, or round and round.
                    if not entry.is_dir(follow_symlinks=False):
                        files.add(path)
                    elif path not in self._folders:
                        self._read(path, depth + 1, changed)
        except OSError:
            modified = 0
        if modified or folder in self._roots:
            self._folders[folder] = _Folder(modified, depth, frozenset(files))
        else:
            self._forget_below(folder, changed)
        for path in files ^ before.files:
            self._check(path, changed)

    def _forget_below(self, folder: str, changed: set[str]) -> None:
        for path in [each for each in self._folders if each.startswith(f"{folder}/")]:
            self._read(path, 0, changed)

    def _check(self, path: str, changed: set[str]) -> None:
        look = _look(path)
        if look == self._files.get(path):
            return
        changed.add(path)
        if look is None:
            del self._files[path]
        else:
            self._files[path] = look


def _look(path: str) -> _Look | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - hundreds a second
    except OSError:
        return None
    return _Look(found.st_mtime_ns, found.st_size, found.st_ino)


def _modified(folder: str) -> int:
    look = _look(folder)
    return look.modified if look else 0
