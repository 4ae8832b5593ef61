"""A folder on a server that speaks SFTP (OpenSSH and others)."""

import posixpath
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from urllib.parse import unquote, urlsplit

from paramiko import SSHClient, SSHException

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import TargetError
from disclosure.publish.targets.sftp_connection import connect, reason_of
from disclosure.publish.targets.sftp_session import Session

_ONE_READ = 1 << 15
_LINK_ASIDE = ".link.new"
_UNSUPPORTED = "unsupported"


def open_sftp(target: PublishTarget, password: str | None) -> "SftpTarget":
    """Return a folder of a server whose host key is known.

    Args:
        target: its address; with a pinned host key only that one is accepted, else those in the
            user's ``known_hosts``.
        password: where neither the SSH agent nor the user's keys open the door.

    Raises:
        TargetError: it cannot be reached, is not the known one, or refuses the login.

    """
    client, session = connect(target, password)
    root = unquote(urlsplit(target.url).path).rstrip("/")
    return SftpTarget(client, session, root, target.url)


class SftpTarget:
    """A folder of the server; can switch releases.

    Where the server cannot rename over a file (it is no OpenSSH), the old one is deleted first:
    for a moment neither is there.
    """

    def __init__(self, client: SSHClient, session: Session, root: str, url: str) -> None:
        self._client = client
        self._session = session
        self._root = root
        self._url = url
        self._made: set[str] = set()

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        with self._explained():
            try:
                with self._session.open(self._path(place), "rb") as file:
                    size = file.stat().st_size or 0
                    if size > _ONE_READ:
                        file.prefetch(size)
                    return file.read(size) if size else b""
            except FileNotFoundError:
                return None
            except PermissionError:
                raise
            except OSError:
                if self._is_folder(place):
                    return None
                raise

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and rename it."""
        folder, _, name = place.rpartition("/")
        aside = posixpath.join(folder, f".{name}.new")
        with self._explained():
            self._make_folder(folder)
            try:
                self._create(aside, data, "wb")
            except FileNotFoundError:
                self._made.clear()  # somebody has deleted a folder of ours
                self._make_folder(folder)
                self._create(aside, data, "wb")
            self._rename(aside, place)

    def claim(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none."""
        with self._explained():
            self._make_folder(posixpath.dirname(place))
            try:
                self._create(place, data, "wbx")
            except PermissionError:
                raise
            except OSError:
                if self._stands(place):
                    return False
                raise
            return True

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""
        with self._explained():
            with suppress(FileNotFoundError):
                self._session.remove(self._path(place))
            folder = posixpath.dirname(place)
            with suppress(OSError):
                while folder:
                    self._session.rmdir(self._path(folder))
                    self._made.discard(folder)
                    folder = posixpath.dirname(folder)

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``; links count as files."""
        with self._explained():
            try:
                entries = self._session.listdir_attr(self._path(folder))
            except FileNotFoundError:
                return
        for entry in sorted(entries, key=lambda each: each.filename):
            if stat.S_ISDIR(entry.st_mode or 0):
                yield from self.places(f"{folder}{entry.filename}/")
            else:
                yield f"{folder}{entry.filename}"

    def link(self, old: str, new: str) -> None:
        """Let ``new`` be the same file as ``old``; a copy through here where there are no links."""
        with self._explained():
            self._make_folder(posixpath.dirname(new))
            try:
                self._session.hard_link(self._path(old), self._path(new))
            except FileNotFoundError:
                raise
            except OSError:
                self.write(new, self.read(old) or b"")

    def link_many(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Link each first to its second, many at once."""
        with self._explained():
            self._make_folders(posixpath.dirname(new) for _, new in pairs)
            paths = [(self._path(old), self._path(new)) for old, new in pairs]
            failed = set(self._session.hard_links(paths))
        for pair, path in zip(pairs, paths, strict=True):
            if path in failed:
                self.link(*pair)

    def point(self, name: str, folder: str) -> None:
        """Let the link ``name`` lead to ``folder``, at once."""
        with self._explained():
            aside = self._path(_LINK_ASIDE)
            with suppress(FileNotFoundError):
                self._session.remove(aside)
            self._session.symlink(folder, aside)
            self._rename(_LINK_ASIDE, name)

    def pointed(self, name: str) -> str:
        """Return the folder to which a link leads."""
        with self._explained():
            try:
                return self._session.readlink(self._path(name)) or ""
            except PermissionError:
                raise
            except OSError:
                return ""  # not there, or no link

    def rename_folder(self, old: str, new: str) -> None:
        """Rename a folder."""
        with self._explained():
            self._session.rename(self._path(old), self._path(new))
            self._made.clear()

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in ``folder``."""
        with self._explained():
            try:
                entries = self._session.listdir_attr(self._path(folder))
            except FileNotFoundError:
                return ()
        return tuple(sorted(e.filename for e in entries if stat.S_ISDIR(e.st_mode or 0)))

    def remove_folder(self, folder: str) -> None:
        """Delete a folder with everything in it."""
        within = folder.rstrip("/")
        for name in self.folders(within):
            self.remove_folder(f"{within}/{name}")
        with self._explained():
            try:
                names = self._session.listdir(self._path(within))
                self._session.remove_many([self._path(f"{within}/{name}") for name in names])
                self._session.rmdir(self._path(within))
            except FileNotFoundError:
                return
            finally:
                self._made.clear()

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def _path(self, place: str) -> str:
        return f"{self._root}/{place}".rstrip("/") or "/"

    def _create(self, place: str, data: bytes, mode: str) -> None:
        with self._session.open(self._path(place), mode) as file:
            # One chunk after the other: paramiko forgets errors of chunks sent ahead.
            file.write(data)

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
        if folder in self._made:
            return
        if folder:
            self._make_folder(posixpath.dirname(folder))
        try:
            self._session.mkdir(self._path(folder))
        except OSError:
            if not self._is_folder(folder):
                raise
        self._made.add(folder)

    def _make_folders(self, folders: Iterable[str]) -> None:
        """Make folders and those above them, level by level, a level at once."""
        every: set[str] = set()
        for folder in folders:
            while folder and folder not in every and folder not in self._made:
                every.add(folder)
                folder = posixpath.dirname(folder)
        for depth in sorted({folder.count("/") for folder in every}):
            level = sorted(folder for folder in every if folder.count("/") == depth)
            self._session.make_many([self._path(folder) for folder in level])
        self._made |= every

    def _is_folder(self, place: str) -> bool:
        try:
            return stat.S_ISDIR(self._session.stat(self._path(place)).st_mode or 0)
        except OSError:
            return False

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

    def _error(self, code: str, error: Exception) -> TargetError:
        return TargetError(code, target=self._url, reason=reason_of(error))
