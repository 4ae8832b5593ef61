"""Files and folders of an SFTP server: made aside, found, and their errors explained."""

import posixpath
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from paramiko import SSHClient, SSHException

from disclosure.plain_paths import is_plain
from disclosure.publish.target import DEEPEST, MOST_FILES, RemoteFile, TargetError
from disclosure.publish.targets.sftp_connection import reason_of
from disclosure.publish.targets.sftp_session import Session

FILE_MODE, FOLDER_MODE = 0o644, 0o755
READ, ENTER = 0o4, 0o5
_UNSUPPORTED = "unsupported"


class SftpFiles:
    """What the operations of a target are made of."""

    def __init__(self, client: SSHClient, session: Session, root: str, url: str) -> None:
        self._client = client
        self._session = session
        self._root = root
        self._url = url
        self._made: set[str] = set()
        self.decides = False

    def _path(self, place: str) -> str:
        return f"{self._root}/{place}".rstrip("/") or "/"

    def _look(self, folder: str, found: dict[str, RemoteFile], *, closed: bool) -> None:
        if folder.count("/") > DEEPEST:
            raise self._refusal("target.listing", folder)
        try:
            entries = self._session.entries(self._path(folder), MOST_FILES)
        except FileNotFoundError:
            return
        if len(found) + len(entries) > MOST_FILES:
            raise self._refusal("target.listing", folder or "/")
        for entry in entries:
            mode = entry.st_mode or 0
            if not is_name(entry.filename):
                continue  # none of ours
            place = f"{folder}{entry.filename}"
            if stat.S_ISDIR(mode):
                within = closed or mode & ENTER != ENTER
                self._look(f"{place}/", found, closed=within)
            else:
                size = entry.st_size if stat.S_ISREG(mode) else None
                shut = closed or (bool(mode) and not mode & READ)
                found[place] = RemoteFile(size, str(entry.st_mtime or ""), shut)

    def _write_aside(self, place: str, data: bytes) -> str:
        """Write a new file beside a place, whose name is drawn by lot, and return its place."""
        if not is_plain(place):
            raise self._refusal("target.not_plain", place)
        aside = f"{place}.{secrets.token_hex(8)}.part"
        folder = posixpath.dirname(place)
        self._make_folder(folder)
        try:
            self._create(aside, data)
        except FileNotFoundError:
            self._made.clear()  # somebody has deleted a folder of ours
            self._make_folder(folder)
            self._create(aside, data)
        except OSError as error:
            full = self._is_full()  # asked before there is room again
            with suppress(OSError):
                self._session.remove(self._path(aside))
            if full:
                raise self._error("target.full", error) from error
            raise
        return aside

    def _create(self, place: str, data: bytes) -> None:
        with self._session.open(self._path(place), "wbx") as file:
            # One chunk after the other: paramiko forgets errors of chunks sent ahead.
            file.write(data)
            with suppress(OSError):
                file.chmod(FILE_MODE)  # whatever the server's umask says

    def _rename(self, old: str, new: str) -> None:
        try:
            self._session.posix_rename(self._path(old), self._path(new))
        except OSError as error:
            if not isinstance(error, PermissionError) and _UNSUPPORTED not in str(error).lower():
                raise
            # Without the extension, or not allowed to use it: a plain rename does not replace.
            with suppress(FileNotFoundError):
                self._session.remove(self._path(new))
            self._session.rename(self._path(old), self._path(new))

    def _make_folder(self, folder: str) -> None:
        if self._follow(folder):
            return
        if folder:
            self._make_folder(posixpath.dirname(folder))
        path = self._path(folder)
        self._session.mkdir(path)
        with suppress(OSError):
            self._session.chmod(path, FOLDER_MODE)
        self._made.add(folder)

    def _follow(self, folder: str) -> bool:
        """Say whether a folder is there; a link on the way is refused, for it leads elsewhere."""
        if folder in self._made:
            return True
        if folder and not self._follow(posixpath.dirname(folder)):
            return False
        path = self._path(folder)
        try:
            # The folder of the address itself may be a link.
            seen = self._session.lstat(path) if folder else self._session.stat(path)
        except FileNotFoundError:
            return False
        if stat.S_ISLNK(seen.st_mode or 0):
            raise self._refusal("target.linked", folder)
        if not stat.S_ISDIR(seen.st_mode or 0):
            raise FileExistsError(folder)
        self._made.add(folder)
        return True

    def _make_folders(self, folders: Iterable[str]) -> None:
        """Make folders and those above them, level by level, a level at once."""
        every: set[str] = set()
        for folder in folders:
            while folder and folder not in every and folder not in self._made:
                every.add(folder)
                folder = posixpath.dirname(folder)
        for folder in sorted(folder for folder in every if "/" not in folder):
            self._make_folder(folder)
        for depth in sorted({folder.count("/") for folder in every if "/" in folder}):
            level = sorted(folder for folder in every if folder.count("/") == depth)
            self._session.make_many([self._path(folder) for folder in level], FOLDER_MODE)
        self._made |= every

    def _stands(self, place: str) -> bool:
        try:
            self._session.lstat(self._path(place))
        except OSError:
            return False
        return True

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except TargetError:
            raise
        except PermissionError as error:
            raise self._error("target.denied", error) from error
        except (SSHException, EOFError, ConnectionError, TimeoutError) as error:
            self._client.close()  # so that nothing else waits for it
            raise self._error("target.unreachable", error) from error
        except OSError as error:
            if "closed" in str(error).lower():
                raise self._error("target.unreachable", error) from error
            # SFTP has no word for a full disk.
            full = self._is_full()
            raise self._error("target.full" if full else "target.failed", error) from error

    def _is_full(self) -> bool:
        try:
            return not self._session.has_room(self._path(""))
        except (OSError, SSHException, EOFError):
            return False

    def _refusal(self, code: str, place: str) -> TargetError:
        return TargetError(code, target=self._url, reason=place[:200], place=place[:200])

    def _error(self, code: str, error: Exception) -> TargetError:
        return TargetError(code, target=self._url, reason=reason_of(error))


def is_name(name: str) -> bool:
    """Say whether a name in a list could be one of ours."""
    return "/" not in name and is_plain(name)
