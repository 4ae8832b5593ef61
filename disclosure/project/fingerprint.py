"""File states: what a file was when it was last looked at, to know whether to read it again.

A file state is the SHA-256 of the file's bytes and its stats: what the file system says of it.
Equal stats spare reading the file; only the digest says what is in it.
"""

import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple, NewType

from disclosure.bounded_reading import LARGEST
from disclosure.files import sha256_hex

FileState = NewType("FileState", str)

ABSENT: Final = FileState("")
_LINK = b"link\0"
_UNSETTLED = "?"
_DIGEST_LENGTH = 64
# FAT counts in steps of two seconds: a file touched just now could change again and keep its
# stats, so stats this young are not noted.
SETTLED_AFTER_NS: Final = 2_500_000_000


def stat_of(path: str) -> str:
    """Return size, times of content and of status (ns), and inode; empty for no regular file.

    Of a link it says, too, which link it is.

    The time of status, where the system has one, cannot be set back by hand as the other can.
    """
    try:
        found = os.lstat(path)
        link = ""
        if stat.S_ISLNK(found.st_mode):
            link = f"-{found.st_ctime_ns}-{found.st_ino}"
            found = os.stat(path)  # noqa: PTH116 - a Path costs as much again
    except (OSError, ValueError):
        return ""
    if not stat.S_ISREG(found.st_mode):
        return ""
    return _stats(found) + link


def _stats(found: os.stat_result) -> str:
    return f"{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}-{found.st_ino}"


def digest_in(state: FileState) -> str:
    """Return the SHA-256 in a file state; empty when there was no file."""
    return state[:_DIGEST_LENGTH]


def state_of_file(digest: str, stats: str) -> FileState:
    """Return the state of a file that was just written."""
    return FileState(f"{digest} {stats}") if stats else ABSENT


def state_as_read(data: bytes, stats: str) -> FileState:
    """Return the state of a file that somebody else may be writing.

    Args:
        data: its bytes.
        stats: from before they were read.
    """
    return state_of_file(sha256_hex(data), stats if _is_settled(stats) else _UNSETTLED)


class OpenFolder(NamedTuple):
    """A folder whose files are all looked at: from the open folder the way to each is short.

    Attributes:
        path: of the folder, with a final slash.
        start: what the system is asked for begins with; empty where it goes from ``descriptor``.
        descriptor: of the folder; None where there is no such folder, and on Windows.
    """

    path: str
    start: str
    descriptor: int | None


@contextmanager
def opened(folder: Path) -> Iterator[OpenFolder]:
    """Open a folder for the length of the block."""
    path, descriptor = f"{folder.as_posix()}/", None
    if os.stat in os.supports_dir_fd:
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield OpenFolder(path, path if descriptor is None else "", descriptor)
    finally:
        if descriptor is not None:
            os.close(descriptor)


class FileProbe:
    """Looks at files, reading those whose stats are not those that were noted."""

    def __init__(self, *, every: bool = False) -> None:
        """Prepare to look.

        Args:
            every: read every file, whatever its stats.
        """
        self.every = every
        self.stale_stats: list[str] = []

    def look(self, path: str, noted: FileState) -> FileState:
        """Return the file as it is now; ``ABSENT`` when it is not to be read, or cannot be."""
        stats = stat_of(path)
        same = _stats_in(noted) == stats
        if same and not self.every:
            return noted
        if not stats or int(stats.partition("-")[0]) > LARGEST:
            return ABSENT
        try:
            data = _read(path)
        except OSError:
            return ABSENT
        # A link in place of the same file is another state: whoever reads it looks where it leads.
        seen = state_as_read(_LINK + data if os.path.islink(path) else data, stats)  # noqa: PTH114
        if not same:
            return seen
        if digest_in(seen) == digest_in(noted):
            return noted
        self.stale_stats.append(path)
        return seen

    def stands(self, path: str, noted: FileState) -> bool:
        """Say whether a file that we wrote is as we left it."""
        stats = stat_of(path)
        if not stats or _stats_in(noted) != stats:
            return False
        return not self.every or self.look(path, noted) == noted

    def all_stand(self, site: OpenFolder, folder: str, noted: Mapping[str, FileState]) -> bool:
        """Say whether files that we wrote are as we left them.

        Args:
            site: where they stand.
            folder: in it, with a final slash; or empty.
            noted: of files by their places in that.

        A build looks at every file of the site: no detours.
        """
        start = site.start + folder
        for place, state in noted.items():
            try:
                # Builds write no links; one in place of a file has stats of its own.
                found = os.lstat(start + place, dir_fd=site.descriptor)
            except (OSError, ValueError):
                return False
            if _stats_in(state) != _stats(found):
                return False
        return not self.every or all(
            self.look(site.path + folder + place, state) == state for place, state in noted.items()
        )


def _stats_in(state: FileState) -> str:
    return state[_DIGEST_LENGTH + 1 :]


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - see stat_of
        return file.read()


def _is_settled(stats: str) -> bool:
    times = [int(part) for part in stats.split("-")[1:3]]
    return time.time_ns() - max(times) > SETTLED_AFTER_NS


def look_at_tree(
    folder: Path,
    before: Mapping[str, FileState],
    probe: FileProbe,
    end: str | tuple[str, ...] = "",
) -> dict[str, FileState]:
    """Return the files below a folder as they are now, by their places in it.

    Args:
        folder: of the files.
        before: what was noted of them.
        probe: looks at each.
        end: of the names that count.

    """
    start = len(folder.as_posix()) + 1
    return {
        path[start:]: probe.look(path, before.get(path[start:], ABSENT))
        for path in sorted(_files_below(folder.as_posix(), end))
    }


def same_digest(before: FileState, now: FileState) -> bool:
    """Say whether a file has the bytes that it had, or still is none."""
    return before == now or digest_in(before) == digest_in(now)


def same_digests(before: Mapping[str, FileState], now: Mapping[str, FileState]) -> bool:
    """Say whether files have the names and the bytes that they had."""
    return before == now or _digests_in(before) == _digests_in(now)


def _digests_in(states: Mapping[str, FileState]) -> dict[str, str]:
    return {name: digest_in(state) for name, state in states.items()}


def _files_below(folder: str, end: str | tuple[str, ...]) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        place = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files_below(place, end)
        elif place.endswith(end):
            yield place
