"""A folder on a server that speaks SFTP (OpenSSH and others)."""

import posixpath
import secrets
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from disclosure.model.publishing import PublishTarget
from disclosure.publish.remote_places import bound_of
from disclosure.publish.target import DEEPEST, MOST_FILES, RemoteFile
from disclosure.publish.targets.sftp_bunches import SftpBunches
from disclosure.publish.targets.sftp_connection import connect
from disclosure.publish.targets.sftp_files import (
    ENTER,
    FILE_MODE,
    FOLDER_MODE,
    READ,
    is_name,
)

_ONE_READ = 1 << 15
_LINK_ASIDE = "current.part"


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


class SftpTarget(SftpBunches):
    """A folder of the server; can switch releases.

    Where the server cannot rename over a file (it is no OpenSSH), the old one is deleted first:
    for a moment neither is there. Nothing is written or deleted through a link below the folder.

    Attributes:
        decides: whether the last ``write_new`` was decided by the server, in one step.
    """

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        with self._explained():
            try:
                # Before it is opened, for a FIFO would be waited for.
                seen = self._session.stat(self._path(place))
            except FileNotFoundError:
                return None
            if stat.S_ISDIR(seen.st_mode or 0):
                return None
            if seen.st_mode and not stat.S_ISREG(seen.st_mode):
                raise self._refusal("target.odd", place)
            size = seen.st_size or 0
            if size > bound_of(place):
                raise self._refusal("target.too_large", place)
            try:
                with self._session.open(self._path(place), "rb") as file:
                    if size > _ONE_READ:
                        file.prefetch(size)
                    return file.read(size) if size else b""
            except FileNotFoundError:
                return None

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and rename it."""
        with self._explained():
            aside = self._write_aside(place, data)
            try:
                self._rename(aside, place)
            except OSError:
                with suppress(OSError):
                    self._session.remove(self._path(aside))
                raise

    def write_new(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none; it comes into place whole."""
        with self._explained():
            if self._stands(place):
                return False
            aside = self._write_aside(place, data)
            try:
                self._session.hard_link(self._path(aside), self._path(place))
            except OSError:
                self.decides = False
            else:
                # Some servers (rclone) say yes and link nothing.
                self.decides = self._stands(place)
            try:
                return self.decides or self._write_new_unlinked(aside, place)
            finally:
                with suppress(OSError):
                    self._session.remove(self._path(aside))

    def _write_new_unlinked(self, aside: str, place: str) -> bool:
        """Rename where nothing stands; a server may let both of two who look at once do it."""
        if self._stands(place) or not self._stands(aside):
            return False
        try:
            self._session.rename(self._path(aside), self._path(place))
        except OSError:
            if self._stands(place):
                return False
            raise
        return True

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""
        with self._explained():
            if not self._follow(posixpath.dirname(place)):
                return
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
        yield from self.remote_files(folder)

    def remote_files(self, folder: str = "") -> Mapping[str, RemoteFile]:
        """Return sizes, times and modes of all files below ``folder``."""
        with self._explained():
            return self._look(folder)

    def open_to_readers(self, place: str) -> bool:
        """Set the modes of a file and its folders for readers."""
        with self._explained():
            try:
                self._session.chmod(self._path(place), FILE_MODE)
                folder = posixpath.dirname(place)
                while folder:
                    mode = self._session.stat(self._path(folder)).st_mode or 0
                    if mode & ENTER != ENTER:
                        self._session.chmod(self._path(folder), FOLDER_MODE)
                    folder = posixpath.dirname(folder)
                return bool((self._session.stat(self._path(place)).st_mode or 0) & READ)
            except (PermissionError, FileNotFoundError):
                return False

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

    def can_point(self) -> bool:
        """Try with a link of its own, which goes again, whether there can be links."""
        with self._explained():
            self._make_folder("")
            path = self._path(f"{secrets.token_hex(8)}.part")
            try:
                self._session.symlink("releases", path)
            except PermissionError:
                raise
            except OSError:
                return False
            with suppress(FileNotFoundError):  # whoever is publishing here clears what is left
                self._session.remove(path)
            return True

    def can_link(self) -> bool:
        """Try with a small file of its own, which goes again, whether it can have two names."""
        first, second = (f"{secrets.token_hex(8)}.part" for _ in range(2))
        self.write(first, b"1")
        with self._explained():
            try:
                self._session.hard_link(self._path(first), self._path(second))
                return self._stands(second)
            except OSError:
                return False
            finally:
                for each in (first, second):
                    with suppress(OSError):
                        self._session.remove(self._path(each))

    def point(self, name: str, folder: str) -> None:
        """Let the link ``name`` lead to ``folder``, at once.

        Some servers (ProFTPD) rename what a link leads to instead of the link: there the old link
        goes and a new one is made, and for a moment there is none.
        """
        with self._explained():
            path = self._path(name)
            if self._moves_links():
                aside = self._path(_LINK_ASIDE)
                with suppress(FileNotFoundError):
                    self._session.remove(aside)
                self._session.symlink(folder, aside)
                self._rename(_LINK_ASIDE, name)
                return
            with suppress(FileNotFoundError):
                self._session.remove(path)
            self._session.symlink(folder, path)

    def _moves_links(self) -> bool:
        """Try with a link of its own, which goes again, whether a link can be renamed."""
        session, mark = self._session, secrets.token_hex(8)
        folder, link, moved = (f"{mark}-{part}.part" for part in ("folder", "link", "moved"))
        session.mkdir(self._path(folder))
        try:
            session.symlink(folder, self._path(link))
            self._rename(link, moved)
            return stat.S_ISLNK(session.lstat(self._path(moved)).st_mode or 0)
        except OSError:
            return False
        finally:
            for left in (link, moved):
                with suppress(OSError):
                    session.remove(self._path(left))
            for left in (folder, moved):
                with suppress(OSError):
                    session.rmdir(self._path(left))

    def pointed(self, name: str) -> str:
        """Return the folder to which a link leads."""
        with self._explained():
            try:
                leads = self._session.readlink(self._path(name)) or ""
            except PermissionError:
                raise
            except OSError:
                return ""  # not there, or no link
            # Some servers tell where it leads from the root of all files.
            return leads.removeprefix(f"{self._root}/")

    def rename_folder(self, old: str, new: str) -> None:
        """Rename a folder."""
        with self._explained():
            self._session.rename(self._path(old), self._path(new))
            self._made.clear()

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in ``folder``."""
        with self._explained():
            try:
                entries = self._session.entries(self._path(folder), MOST_FILES)
            except FileNotFoundError:
                return ()
        names = (each.filename for each in entries if stat.S_ISDIR(each.st_mode or 0))
        return tuple(name for name in names if is_name(name))

    def remove_folder(self, folder: str) -> None:
        """Delete a folder with everything in it."""
        within = folder.rstrip("/")
        if within.count("/") > DEEPEST:
            raise self._refusal("target.listing", within)
        for name in self.folders(within):
            self.remove_folder(f"{within}/{name}")
        with self._explained():
            try:
                names = [e.filename for e in self._session.entries(self._path(within), MOST_FILES)]
                paths = [self._path(f"{within}/{name}") for name in names if is_name(name)]
                self._session.remove_many(paths)
                self._session.rmdir(self._path(within))
            except FileNotFoundError:
                return
            finally:
                self._made.clear()

    def close(self) -> None:
        """Hang up."""
        self._client.close()
