"""Many small files of an SFTP server written and read with all their requests on the way at once.

A file costs ten round trips, and the way to a server may take a tenth of a second. What cannot be
done here is left out, not explained: one by one it is done, or refused with the reason.
"""

import posixpath
import secrets
import stat
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

from paramiko.sftp import (
    CMD_CLOSE,
    CMD_FSETSTAT,
    CMD_OPEN,
    CMD_READ,
    CMD_REMOVE,
    CMD_STAT,
    CMD_WRITE,
    SFTP_FLAG_CREATE,
    SFTP_FLAG_EXCL,
    SFTP_FLAG_READ,
    SFTP_FLAG_WRITE,
    int64,
)
from paramiko.sftp_attr import SFTPAttributes

from disclosure.plain_paths import is_plain
from disclosure.publish.targets.sftp_answers import Attributes, attributes_in, data_in, handle_in
from disclosure.publish.targets.sftp_files import FILE_MODE, SftpFiles

_ONE_PIECE = 1 << 15  # bytes that every server takes, and sends, at once
_LARGEST = 1 << 18  # bytes of a file; a larger one fills the way by itself
_NEW = SFTP_FLAG_WRITE | SFTP_FLAG_CREATE | SFTP_FLAG_EXCL


class SftpBunches(SftpFiles):
    """Writes and reads files a bunch at a time."""

    def write_many(self, files: Mapping[str, bytes]) -> Collection[str]:
        """Write files aside, then rename them; return those that are in place."""
        small = [place for place in files if is_plain(place) and len(files[place]) <= _LARGEST]
        asides = {place: f"{place}.{secrets.token_hex(8)}.part" for place in small}
        with self._explained():
            self._make_folders(posixpath.dirname(place) for place in small)
            handles = self._open(asides, _NEW)
            whole = self._fill(handles, files)
            pairs = [(self._path(asides[place]), self._path(place)) for place in whole]
            renamed = zip(whole, self._session.renames(pairs), strict=True)
            done = {place for place, is_renamed in renamed if is_renamed}
            for place in whole:
                if place not in done:
                    with suppress(OSError):  # where it can be, it is without the extension
                        self._rename(asides[place], place)
                        done.add(place)
            left = [self._path(asides[place]) for place in handles if place not in done]
            self._session.ask_all([(CMD_REMOVE, path) for path in left])
        return done

    def read_many(self, places: Sequence[str]) -> Mapping[str, bytes]:
        """Return those of the files that are there, are files, and are small."""
        with self._explained():
            sizes = self._sizes(places)
            handles = self._open({place: place for place in sizes}, SFTP_FLAG_READ)
            found = self._take(handles, sizes)
        return {place: data for place, data in found.items() if len(data) == sizes[place]}

    def _open(self, places: Mapping[str, str], flags: int) -> dict[str, bytes]:
        """Open a file for each place; return the handles of those that could be opened."""
        none = SFTPAttributes()
        answers = self._session.ask_all(
            [(CMD_OPEN, self._path(opened), flags, none) for opened in places.values()]
        )
        return {
            place: handle_in(answer)
            for place, answer in zip(places, answers, strict=True)
            if not isinstance(answer, Exception)
        }

    def _fill(self, handles: Mapping[str, bytes], files: Mapping[str, bytes]) -> list[str]:
        """Write and close opened files; return those that hold everything."""
        meant: list[str] = []
        requests: list[tuple[object, ...]] = []
        for place, handle in handles.items():
            for at in range(0, len(files[place]), _ONE_PIECE):
                meant.append(place)
                piece = files[place][at : at + _ONE_PIECE]
                requests.append((CMD_WRITE, handle, int64(at), piece))
            # A mode that cannot be set harms nothing; closing may tell that the disk is full.
            meant += ["", place]
            requests += [(CMD_FSETSTAT, handle, Attributes.with_mode(FILE_MODE))]
            requests += [(CMD_CLOSE, handle)]
        answers = zip(meant, self._session.ask_all(requests), strict=True)
        failed = {place for place, answer in answers if isinstance(answer, Exception)}
        return [place for place in handles if place not in failed]

    def _sizes(self, places: Sequence[str]) -> dict[str, int]:
        """Return the sizes of small files, seen before they are opened: a FIFO is waited for."""
        answers = self._session.ask_all([(CMD_STAT, self._path(place)) for place in places])
        seen = {place: attributes_in(answer) for place, answer in zip(places, answers, strict=True)}
        return {
            place: each.st_size or 0
            for place, each in seen.items()
            if stat.S_ISREG(each.st_mode or 0) and (each.st_size or 0) <= _LARGEST
        }

    def _take(self, handles: Mapping[str, bytes], sizes: Mapping[str, int]) -> dict[str, bytes]:
        """Read and close opened files; return what came of each."""
        meant: list[str] = []
        requests: list[tuple[object, ...]] = []
        for place, handle in handles.items():
            for at in range(0, sizes[place], _ONE_PIECE):
                meant.append(place)
                requests.append((CMD_READ, handle, int64(at), min(_ONE_PIECE, sizes[place] - at)))
        answers = self._session.ask_all(requests)
        self._session.ask_all([(CMD_CLOSE, handle) for handle in handles.values()])
        pieces: dict[str, list[bytes]] = {place: [] for place in handles}
        for place, answer in zip(meant, answers, strict=True):
            pieces[place].append(data_in(answer))
        return {place: b"".join(each) for place, each in pieces.items()}
