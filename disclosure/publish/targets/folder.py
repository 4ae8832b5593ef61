"""A folder of this machine, or of a drive that it sees."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from disclosure.files import explain_os_error, remove_tree
from disclosure.plain_paths import below, is_plain
from disclosure.publish.remote_places import bound_of
from disclosure.publish.target import RemoteFile, TargetError
from disclosure.publish.targets import folder_walk

_LINK_ASIDE = "current.part"
_FILE_MODE, _FOLDER_MODE = 0o644, 0o755
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NOTHING = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


class FolderTarget:
    """A local folder; can switch releases where the system knows symbolic links.

    Nothing is written or deleted through a link below the folder: that would be elsewhere.

    Attributes:
        folder: which; it may itself be a link.
        decides: whether the last ``write_new`` was decided by the system, in one step.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.decides = False

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        with self._explained():
            try:
                descriptor = os.open(self.folder / place, os.O_RDONLY | _NO_WAIT)
            except _NOTHING:
                return None
            with open(descriptor, "rb") as file:  # noqa: PTH123
                seen = os.fstat(descriptor)
                if stat.S_ISDIR(seen.st_mode):
                    return None
                if not stat.S_ISREG(seen.st_mode):
                    raise self._error("target.odd", place=place)
                if seen.st_size > bound_of(place):
                    raise self._error("target.too_large", place=place)
                return file.read(seen.st_size)

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and rename it."""
        with self._explained():
            path = self._path(place)
            aside = self._write_aside(path, data)
            try:
                aside.replace(path)
            except OSError:
                aside.unlink(missing_ok=True)
                raise

    def write_new(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none; it comes into place whole."""
        with self._explained():
            path = self._path(place)
            aside = self._write_aside(path, data)
            self.decides = True
            try:
                os.link(aside, path)
            except (FileExistsError, FileNotFoundError):
                return False
            except OSError:
                # A disk without links. Two who look at once are told apart by who looks last.
                self.decides = False
                if os.path.lexists(path):
                    return False
                aside.replace(path)
            finally:
                aside.unlink(missing_ok=True)
            return True

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""
        with self._explained():
            path = self._path(place)
            with suppress(NotADirectoryError):
                path.unlink(missing_ok=True)
            with suppress(OSError):
                for parent in path.parents:
                    if parent == self.folder:
                        break
                    parent.rmdir()

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        yield from self.remote_files(folder)

    def remote_files(self, folder: str = "") -> Mapping[str, RemoteFile]:
        """Return sizes, times and modes of all files below ``folder``."""
        with self._explained():
            return folder_walk.remote_files_below(self.folder, folder)

    def open_to_readers(self, place: str) -> bool:
        """Set the modes of a file and its folders for readers."""
        path = self._path(place)
        try:
            path.chmod(_FILE_MODE)
            for parent in path.parents:
                if parent == self.folder:
                    break
                if stat.S_IMODE(parent.stat().st_mode) & 0o5 != 0o5:
                    parent.chmod(_FOLDER_MODE)
        except OSError:
            return False
        return bool(path.stat().st_mode & 0o4)

    def link(self, old: str, new: str) -> None:
        """Let ``new`` be the same file as ``old``; a copy where the disk knows no links."""
        with self._explained():
            source, path = self._path(old), self._path(new)
            self._make(path.parent)
            try:
                os.link(source, path)
            except FileNotFoundError:
                raise
            except OSError:
                self._write_aside(path, source.read_bytes()).replace(path)

    def link_many(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Link each first to its second."""
        for old, new in pairs:
            self.link(old, new)

    def can_point(self) -> bool:
        """Try with a link of its own, which goes again, whether there can be links."""
        name = f"{secrets.token_hex(8)}.part"
        with self._explained():
            self._make(self.folder)
            path = self.folder / name
            try:
                path.symlink_to("releases", target_is_directory=True)
            except OSError as error:
                if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES}:
                    raise
                return False
            path.unlink(missing_ok=True)  # whoever is publishing here clears what is left
            return True

    def can_link(self) -> bool:
        """Try with a small file of its own, which goes again, whether it can have two names."""
        with self._explained():
            first = self._write_aside(self.folder / "link", b"1")
            second = first.with_name(f"{secrets.token_hex(8)}.part")
            try:
                os.link(first, second)
            except FileNotFoundError:
                raise
            except OSError:
                return False
            finally:
                first.unlink(missing_ok=True)
                second.unlink(missing_ok=True)
            return True

    def room(self) -> int | None:
        """Return how many bytes there is room for; None where the system does not tell."""
        try:
            return shutil.disk_usage(self.folder).free
        except OSError:
            return None

    def point(self, name: str, folder: str) -> None:
        """Let the link ``name`` lead to ``folder``, at once."""
        with self._explained():
            aside = self.folder / _LINK_ASIDE
            aside.unlink(missing_ok=True)
            aside.symlink_to(folder, target_is_directory=True)
            aside.replace(self.folder / name)

    def pointed(self, name: str) -> str:
        """Return the folder to which a link leads."""
        with self._explained():
            path = self.folder / name
            return path.readlink().as_posix() if path.is_symlink() else ""

    def rename_folder(self, old: str, new: str) -> None:
        """Rename a folder."""
        with self._explained():
            self._path(old).rename(self._path(new))

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in ``folder``."""
        with self._explained():
            path = self.folder / folder
            if not path.is_dir():
                return ()
            entries = (each for each in path.iterdir() if each.is_dir() and not each.is_symlink())
            return tuple(sorted(each.name for each in entries))

    def remove_folder(self, folder: str) -> None:
        """Delete a folder with everything in it."""
        with self._explained():
            remove_tree(self._path(folder))

    def close(self) -> None:
        """Do nothing: there is no connection."""

    def _path(self, place: str) -> Path:
        """Return where a place is to be changed; never beyond a link."""
        path = below(self.folder, place)
        if path is None:
            code = "target.linked" if is_plain(place) else "target.not_plain"
            raise self._error(code, place=place)
        return path

    def _write_aside(self, path: Path, data: bytes) -> Path:
        self._make(path.parent)
        # Nobody can have put a link there: the name is drawn by lot, and must be new.
        aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW
        descriptor = os.open(aside, flags, _FILE_MODE)
        try:
            with open(descriptor, "wb") as file:  # noqa: PTH123
                file.write(data)
            with suppress(OSError):
                aside.chmod(_FILE_MODE)  # whatever this process's umask says
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        return aside

    def _make(self, folder: Path) -> None:
        """Make a folder and those above it, for readers to enter."""
        if folder.is_dir():
            return
        if folder.parent != folder:
            self._make(folder.parent)
        folder.mkdir(exist_ok=True)
        with suppress(OSError):
            folder.chmod(_FOLDER_MODE)

    def _error(self, code: str, **params: str) -> TargetError:
        return TargetError(
            code, target=self.folder.as_posix(), reason=params.get("place", ""), **params
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            known = explain_os_error(error, self.folder)
            code = _CODES.get(known.code, "target.failed")
            reason = error.strerror or str(error)
            raise TargetError(code, target=self.folder.as_posix(), reason=reason) from error


_CODES = {
    "output.full": "target.full",
    "output.denied": "target.denied",
    "output.read_only": "target.denied",
}
