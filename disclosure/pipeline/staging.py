"""Staging: new files are written aside, then moved into the site in one go.

Until ``commit`` nothing in the site changes. A journal makes the move itself repairable: if
the program dies in the middle, the next start completes it.
"""

import contextlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from disclosure.archive.checksums import listing_bytes
from disclosure.control_characters import refuse_controls
from disclosure.errors import OutputError
from disclosure.files import STAGING, explain_os_error, holds, remove_tree, sha256_hex, write_file
from disclosure.pipeline.journal import (
    Journal,
    carry_out,
    may_be_deleted,
    site_digests,
    write_journal,
)
from disclosure.pipeline.written import Written, note_written, read_written
from disclosure.plain_paths import is_regular_file
from disclosure.render import urls
from disclosure.render.site_order import in_order


class StagedFile(NamedTuple):
    """One file of the site, compared with what stands there.

    Attributes:
        url: place in the site.
        digest: SHA-256 of its bytes.
        changed: whether the site holds other bytes, and these were written aside.
    """

    url: str
    digest: str
    changed: bool


class StagingArea:
    """Where files are written aside; knows what may be replaced, keeps no account.

    Attributes:
        output: the site.
        own: places of the files that earlier builds made.
    """

    def __init__(self, output: Path, own: frozenset[str]) -> None:
        self.output = output
        self.own = own
        self._folders: dict[str, bool] = {}
        self._foreign: set[str] = set()

    def put(self, url: str, data: bytes) -> StagedFile:
        """Write one file aside, unless the site holds the same.

        Raises:
            OutputError: a file that is not ours is in the way, it holds a control character, or
                writing failed.
        """
        refuse_controls(url, data)
        digest = sha256_hex(data)
        folder = url.rpartition("/")[0]
        is_there = self._is_there(folder)
        if is_there and holds(self.output / url, data):
            return StagedFile(url, digest, changed=False)
        self._refuse_foreign_folder(folder)
        if is_there:
            self._refuse_foreign(url, self.output / url)
        try:
            write_file(self.output / f"{STAGING}/{url}", data)
        except OSError as error:
            raise explain_os_error(error, self.output / url) from error
        return StagedFile(url, digest, changed=True)

    def _is_there(self, folder: str) -> bool:
        """Say whether the site has a folder; until ``commit`` a build makes none in it."""
        found = self._folders.get(folder)
        if found is None:
            found = self._folders[folder] = self._look_at(folder)
        return found

    def _look_at(self, folder: str) -> bool:
        # Nothing is looked for below a folder that is not there: a new notice has six files.
        if folder and not self._is_there(folder.rpartition("/")[0]):
            return False
        try:
            mode = os.lstat(self.output / folder).st_mode
        except (OSError, ValueError):
            return False
        if folder and not stat.S_ISDIR(mode):
            self._foreign.add(folder)
        return True

    def _refuse_foreign_folder(self, folder: str) -> None:
        if not (folder and self._foreign):
            return
        self._refuse_foreign_folder(folder.rpartition("/")[0])
        if folder in self._foreign:
            raise OutputError("output.foreign", path=(self.output / folder).as_posix())

    def _refuse_foreign(self, url: str, target: Path) -> None:
        ours = url in self.own or url == urls.LISTING
        if os.path.lexists(target) and not (ours and is_regular_file(target)):
            raise OutputError("output.foreign", path=target.as_posix())


class Staging:
    """Keeps account of one build's files and moves them into the site.

    Attributes:
        area: where its files are written aside.
        digests: SHA-256 of every file accepted so far, by place in the site.
        changed: places of those that differ from the site.
        left: places that the listing named and ``commit`` did not delete, for what stands there
            is not as a build made it, or no build is known to have made it.
        committing: a journal has been written; from here on only forward.
    """

    def __init__(self, output: Path, record: Path) -> None:
        """Look at what earlier builds made.

        Args:
            output: the site.
            record: where builds note what they wrote there.

        Raises:
            OutputError: the listing is a link or no file.
        """
        self._output = output
        self._folder = output / STAGING
        self._made_output = not output.exists()
        listing = output / urls.LISTING
        if os.path.lexists(listing) and not is_regular_file(listing):
            raise OutputError("output.foreign", path=listing.as_posix())
        self._listed = site_digests(output)
        self._record = record
        self.area = StagingArea(output, frozenset(self._listed))
        self.digests: dict[str, str] = {}
        # What files were made from, with the number of the first, in the order of ``digests``: a
        # notice has six, and a dictionary of all is larger than everything else that is known.
        self._origins: list[tuple[int, str]] = []
        self.changed: list[str] = []
        self.left: list[str] = []
        self.committing = False

    def accept(self, staged: StagedFile, origin: str) -> bool:
        """Take account of a file that was put into the staging area.

        Args:
            staged: the file.
            origin: what it is made from, for messages.

        Returns:
            False when the place is taken already by another file of this build.
        """
        if staged.url in self.digests:
            return False
        self._begin(origin)
        self.digests[staged.url] = staged.digest
        if staged.changed:
            self.changed.append(staged.url)
        return True

    def keep(self, digests: Mapping[str, str], origin: str) -> None:
        """Take account of files of the last build that stay as they are.

        Args:
            digests: by place in the site; the places are no other file's.
            origin: what they are made from, for messages.
        """
        self._begin(origin)
        self.digests.update(digests)

    def origin_of(self, url: str) -> str:
        """Return what an accepted file was made from."""
        number = [*self.digests].index(url)
        return next(origin for first, origin in reversed(self._origins) if first <= number)

    def _begin(self, origin: str) -> None:
        if not self._origins or self._origins[-1][1] != origin:
            self._origins.append((len(self.digests), origin))

    def commit(self) -> int:
        """Move what has changed into the site and delete what is no longer part of it.

        Returns:
            How many files were deleted.

        Raises:
            OutputError: the site could not be written; the next start completes the move.
        """
        stale = sorted(self.area.own.difference(self.digests))
        listing = self.area.put(urls.LISTING, listing_bytes(self.digests))
        self.accept(listing, urls.LISTING)
        if not (self.changed or stale):
            return 0
        written = read_written(self._record)
        gone = self._delete_only_ours(stale, written)
        if not self.changed and not gone:
            return 0
        journal = Journal(_moves(self._output, self.changed), tuple(gone))
        # Before anything moves, so that it is known whenever this is interrupted. What cannot be
        # noted will be left and named when it is no longer part of the site.
        with contextlib.suppress(OSError):
            note_written(self._record, written, self._listed, self.digests, gone)
        write_journal(self._output, journal)
        self.committing = True
        carry_out(self._output, journal)
        return len(gone)

    def _delete_only_ours(self, urls: list[str], written: Written) -> list[str]:
        """Return which of these may be deleted; what others put in their place is left."""
        listed = self._listed
        ours = [url for url in urls if may_be_deleted(self._output, url, listed, written)]
        standing = (url for url in urls if os.path.lexists(self._output / url))
        self.left = [url for url in standing if url not in ours]
        return ours

    def discard(self) -> None:
        """Forget everything; the site stays as it was."""
        try:
            remove_tree(self._folder)
            if self._made_output and self._output.is_dir() and not any(self._output.iterdir()):
                self._output.rmdir()
        except OSError:
            pass  # what is left is removed at the next start


def _moves(output: Path, changed: list[str]) -> tuple[str, ...]:
    """Return what is to be moved, in order; a notice that is new to the site in one piece."""
    whole: dict[str, bool] = {}
    moves: list[str] = []
    for url in changed:
        parts = url.split("/", 2)
        if len(parts) < 3:
            moves.append(url)
            continue
        folder = f"{parts[0]}/{parts[1]}"
        if folder not in whole:
            whole[folder] = not os.path.lexists(output / folder)
            if whole[folder]:
                moves.append(folder)
        if not whole[folder]:
            moves.append(url)
    return in_order(moves)
