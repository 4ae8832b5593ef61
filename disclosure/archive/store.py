"""The store: ``<slug>/<n>/`` and ``log.jsonl``; versions are appended and never altered.

A version is written aside whole, then a journal (the log with its new line) is written; then
the folder is moved into place and the journal becomes the log. Killed before the journal is
there, nothing has happened; killed after it, the next look completes the move.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from disclosure.archive.listing import LISTING
from disclosure.archive.log import Entry, Line, entry_line, head_of, read_lines
from disclosure.errors import OutputError
from disclosure.files import explain_os_error, remove_tree, write_file
from disclosure.plain_paths import is_regular_file

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
        return (self.folder / _STAGING).exists() or (self.folder / _JOURNAL).exists()

    def lines(self) -> tuple[Line, ...]:
        """Return the log, as it stands."""
        try:
            return read_lines((self.folder / LOG).read_bytes())
        except FileNotFoundError:
            return ()

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
            return path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError("archive.unreadable", path=path.as_posix(), reason=reason) from error

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
            write_file(journal.with_suffix(".draft"), new, durable=True)
            journal.with_suffix(".draft").replace(journal)
        except OSError as error:
            _forget(staging, journal.with_suffix(".draft"))
            raise explain_os_error(error, self.folder) from error
        self.recover()
        return head_of(read_lines(new))

    def recover(self) -> bool:
        """Complete what was journalled, clear what was not; say whether there was anything.

        Raises:
            OutputError: the archive cannot be written.

        """
        staging, journal = self.folder / _STAGING, self.folder / _JOURNAL
        if not self.unfinished:
            return False
        try:
            if journal.exists():
                entry = read_lines(journal.read_bytes())[-1].entry
                staged = staging / entry.folder if entry else staging
                if entry and (staged / LISTING).exists():
                    place = self.folder / entry.folder
                    place.parent.mkdir(parents=True, exist_ok=True)
                    staged.rename(place)
                journal.replace(self.folder / LOG)
                _sync(self.folder)
            remove_tree(staging)
            journal.with_suffix(".draft").unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, self.folder) from error
        return True


def _forget(staging: Path, draft: Path) -> None:
    """Take away what could not be written whole; what cannot be taken away is cleared later."""
    try:
        remove_tree(staging)
        draft.unlink(missing_ok=True)
    except OSError:
        return


def _sync(folder: Path) -> None:
    """Make renames durable, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
