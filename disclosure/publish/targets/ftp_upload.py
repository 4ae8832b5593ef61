"""How a file comes onto an FTP server: aside and renamed, or as the server lets it."""

import io
from collections.abc import Callable
from contextlib import suppress
from ftplib import error_perm, error_reply, error_temp

from disclosure.publish.targets.ftp_dialect import (
    is_absent,
    is_missing_folder,
    may_be_forbidden,
)
from disclosure.publish.targets.ftp_wire import PlainWire

_REFUSED = (error_perm, error_temp)
_FILE = "644"
_FOLDER = "755"


class FtpUpload:
    """Writes files, and remembers what the server was found not to do.

    Args:
        path: returns the path of a place on the server.

    Attributes:
        renames: whether the server renames files, as far as was seen.

    """

    def __init__(self, path: Callable[[str], str]) -> None:
        self._path = path
        self._made: set[str] = set()
        self.renames = True
        self._sets_modes = True

    def write(self, ftp: PlainWire, place: str, data: bytes) -> None:
        """Write a file; readers see the old one or the new one wherever the server can do it."""
        if not self.renames:
            self._put_over(ftp, place, data)
            return
        aside, uploaded = f"{place}.part", False
        try:
            self._put(ftp, aside, data)
            uploaded = True
            self._bring(ftp, aside, place)
        except _REFUSED as error:
            self._discard(ftp, aside)
            if not may_be_forbidden(str(error)):
                raise
            # Another error would only hide the first. Only who can write new files may delete.
            with suppress(*_REFUSED):
                (self._put_over if uploaded else self._put)(ftp, place, data)
                return
            raise

    def write_new(self, ftp: PlainWire, place: str, aside: str, data: bytes) -> None:
        """Write a file if there is none."""
        if self.exists(ftp, place):
            return
        if not self.renames:
            self._put(ftp, place, data)
            return
        try:
            self._put(ftp, aside, data)
            if not self.exists(ftp, place):
                ftp.rename(self._path(aside), self._path(place))
                return
        except _REFUSED as error:
            self._discard(ftp, aside)
            if self.exists(ftp, place):
                return
            if not may_be_forbidden(str(error)):
                raise
            with suppress(*_REFUSED):
                self._put(ftp, place, data)
                return
            raise
        self._discard(ftp, aside)

    def exists(self, ftp: PlainWire, place: str) -> bool:
        """Say whether there is a file."""
        # Many servers tell no size in the ASCII mode in which a listing leaves the connection.
        ftp.voidcmd("TYPE I")
        try:
            return ftp.sendcmd(f"SIZE {self._path(place)}").startswith("213")
        except error_perm as error:
            if is_absent(str(error)):
                return False
        # It does not know SIZE, or does not let us ask.
        try:
            return ftp.sendcmd(f"RNFR {self._path(place)}").startswith("3")
        except error_perm as error:
            if is_absent(str(error)):
                return False
            raise

    def open_to_readers(self, ftp: PlainWire, place: str) -> bool:
        """Let everybody read a file and enter its folders; say whether the server does it."""
        done = self._set_mode(ftp, self._path(place), _FILE)
        folder = place.rpartition("/")[0]
        while folder:
            # A folder may be somebody else's, and open all the same.
            self._set_mode(ftp, self._path(folder), _FOLDER)
            folder = folder.rpartition("/")[0]
        return done

    def forget(self, path: str) -> None:
        """Note that a folder is gone."""
        self._made.discard(path)

    def _put(self, ftp: PlainWire, place: str, data: bytes) -> None:
        path = self._path(place)
        folder = path.rpartition("/")[0]
        try:
            self._store(ftp, path, data)
        except error_perm as error:
            below = place.rpartition("/")[0]
            if not below or folder in self._made or not is_missing_folder(str(error)):
                raise
            self._make(ftp, below)
            self._store(ftp, path, data)
        self._made.add(folder)
        # The server's own rights may be for its user alone, and the web server is another.
        if self._sets_modes:
            self._sets_modes = self._set_mode(ftp, path, _FILE)

    def _store(self, ftp: PlainWire, path: str, data: bytes) -> None:
        try:
            ftp.storbinary(f"STOR {path}", io.BytesIO(data))
        except (BrokenPipeError, ConnectionResetError):
            # Why the server hung up, such as a full disk, it says on the other connection.
            ftp.voidresp()
            raise

    def _put_over(self, ftp: PlainWire, place: str, data: bytes) -> None:
        try:
            self._put(ftp, place, data)
        except error_perm as error:
            if not may_be_forbidden(str(error)) or not self.exists(ftp, place):
                raise
            ftp.delete(self._path(place))
            self._put(ftp, place, data)

    def _make(self, ftp: PlainWire, folder: str) -> None:
        """Make a folder below that of the address, and those that it is in."""
        path = self._path(folder)
        if path in self._made:
            return
        if above := folder.rpartition("/")[0]:
            self._make(ftp, above)
        with suppress(error_perm, error_reply):
            ftp.mkd(path)
            self._set_mode(ftp, path, _FOLDER)
        self._made.add(path)

    def _bring(self, ftp: PlainWire, aside: str, place: str) -> None:
        source, path = self._path(aside), self._path(place)
        try:
            ftp.sendcmd(f"RNFR {source}")
        except error_perm:
            self.renames = False
            raise
        try:
            ftp.voidcmd(f"RNTO {path}")
        except error_perm:
            if not self.exists(ftp, place):
                raise
            ftp.delete(path)
            ftp.rename(source, path)

    def _set_mode(self, ftp: PlainWire, path: str, mode: str) -> bool:
        try:
            ftp.sendcmd(f"SITE CHMOD {mode} {path}")
        except _REFUSED:
            return False
        return True

    def _discard(self, ftp: PlainWire, place: str) -> None:
        with suppress(*_REFUSED, error_reply):
            ftp.delete(self._path(place))
