"""The store: ``<slug>/<n>/`` and ``log.jsonl``; versions are appended and never altered.

A version is written aside whole, then a journal (the log with its new line) is written; then
the folder is moved into place and the journal becomes the log. Killed before the journal is
there, nothing has happened; killed after it, the next look completes the move. A journal is
only believed if it is the log with one line more, of a version that lies there as it says.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from disclosure.archive.checksums import LISTING
from disclosure.archive.log import Entry, Line, entry_line, head_of, read_lines
from disclosure.bounded_reading import read_file
from disclosure.errors import OutputError
from disclosure.files import (
    explain_os_error,
    remove_tree,
    replace_file,
    sha256_hex,
    sweep,
    write_file,
)
from disclosure.plain_paths import below, is_regular_file

LOG = "log.jsonl"
_JOURNAL = "log.jsonl.new"
_STAGING = ".sealing"


class Store:
    """The archive of one project; whoever writes holds a lock (``disclosure.files.exclusive``)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def unfinished(self) -> bool:
        """Whether a version was being added when its process ended."""
        return any(os.path.lexists(self.folder / name) for name in (_STAGING, _JOURNAL))

    def lines(self) -> tuple[Line, ...]:
        """Return the log, as it stands.

        Raises:
            OutputError: it cannot be read, or is a link or no file.

        """
        path = self.folder / LOG
        try:
            return read_lines(read_file(path))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise _unreadable(path, error) from error

    def versions(self, slug: str) -> tuple[Entry, ...]:
        """Return what the log says of a notice, in its order."""
        entries = (line.entry for line in self.lines())
        return tuple(entry for entry in entries if entry is not None and entry.slug == slug)

    def read(self, entry: Entry, name: str) -> bytes:
        """Return a file of a version.

        Raises:
            OutputError: it cannot be read.

        """
        path = self.folder / entry.folder / name
        if path.exists() and not is_regular_file(path):
            raise OutputError("archive.no_source", path=path.as_posix())
        try:
            return read_file(path)
        except OSError as error:
            raise _unreadable(path, error) from error

    def append(self, entry: Entry, files: Mapping[str, bytes]) -> str:
        """Add a version and return the new head.

        Args:
            entry: its line; number, digests and chain must fit.
            files: content by name, the listing among them.

        Raises:
            OutputError: the archive cannot be written; it is as it was.

        """
        lines = self.lines()
        if entry.previous != head_of(lines) or (self.folder / entry.folder).exists():
            raise OutputError("archive.moved", path=self.folder.as_posix())
        staging = self.folder / _STAGING
        journal = self.folder / _JOURNAL
        new = b"".join(line.data + b"\n" for line in lines) + entry_line(entry)
        try:
            remove_tree(staging)
            for name, data in files.items():
                write_file(staging / entry.folder / name, data, durable=True)
            replace_file(journal, new, durable=True)
        except OSError as error:
            _forget(staging)
            raise explain_os_error(error, self.folder) from error
        self.recover()
        return head_of(read_lines(new))

    def recover(self) -> bool:
        """Complete what was journalled, clear what was not; say whether there was anything.

        Raises:
            OutputError: the archive cannot be written, or the journal is not to be believed; then
                it is gone, and the log is as it was.

        """
        staging, journal = self.folder / _STAGING, self.folder / _JOURNAL
        if not self.unfinished:
            return False
        try:
            refused = False
            if os.path.lexists(journal):
                entry = self._believed(journal)
                refused = entry is None
                if entry is not None:
                    staged, place = staging / entry.folder, self.folder / entry.folder
                    if staged.exists():
                        place.parent.mkdir(parents=True, exist_ok=True)
                        staged.rename(place)
                    journal.replace(self.folder / LOG)
                    _sync(self.folder)
                else:
                    remove_tree(journal)
            remove_tree(staging)
            sweep(self.folder, 0)
        except OSError as error:
            raise explain_os_error(error, self.folder) from error
        if refused:
            raise OutputError("archive.journal", path=journal.as_posix())
        return True

    def _believed(self, journal: Path) -> Entry | None:
        """Return the version that a journal adds; None where it is not as ``append`` writes it."""
        lines = self.lines()
        try:
            data = read_file(journal)
        except OSError:
            return None
        known = read_lines(data)
        entry = known[-1].entry if known else None
        before = b"".join(line.data + b"\n" for line in lines)
        if entry is None or data != before + entry_line(entry) or entry.previous != head_of(lines):
            return None
        staging = self.folder / _STAGING
        staged, placed = (below(each, entry.folder + LISTING) for each in (staging, self.folder))
        if staged is None or placed is None or staging.is_symlink():
            return None
        moved = not os.path.lexists(staged)
        if not moved and os.path.lexists(placed.parent):
            return None
        listing = placed if moved else staged
        if not all(is_regular_file(each) or _is_folder(each) for each in listing.parent.rglob("*")):
            return None
        return entry if _holds_digest(listing, entry.listing) else None


def _holds_digest(path: Path, digest: str) -> bool:
    try:
        return sha256_hex(read_file(path)) == digest
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _unreadable(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError("archive.unreadable", path=path.as_posix(), reason=reason)


def _forget(staging: Path) -> None:
    """Take away what could not be written whole; what cannot be taken away is cleared later."""
    with suppress(OSError):
        remove_tree(staging)


def _sync(folder: Path) -> None:
    """Make renames durable, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
