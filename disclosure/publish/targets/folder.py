"""A folder of this machine, or of a drive that it sees."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from disclosure.files import explain_os_error, remove_tree, replace_file
from disclosure.publish.target import TargetError

_LINK_ASIDE = ".link.new"


class FolderTarget:
    """A local folder; can switch releases where the system knows symbolic links."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""
        with self._explained():
            try:
                return self._path(place).read_bytes()
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
                return None

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and rename it."""
        with self._explained():
            replace_file(self._path(place), data, durable=False)

    def claim(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none."""
        with self._explained():
            path = self._path(place)
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                return False
            return True

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""
        with self._explained():
            path = self._path(place)
            path.unlink(missing_ok=True)
            with suppress(OSError):
                for parent in path.parents:
                    if parent == self.folder:
                        break
                    parent.rmdir()

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        with self._explained():
            for path in sorted(self._path(folder).rglob("*")):
                if path.is_symlink() or not path.is_dir():
                    yield path.relative_to(self.folder).as_posix()

    def link(self, old: str, new: str) -> None:
        """Let ``new`` be the same file as ``old``; a copy where the disk knows no links."""
        with self._explained():
            source, path = self._path(old), self._path(new)
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(source, path)
            except PermissionError:
                path.write_bytes(source.read_bytes())

    def link_many(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Link each first to its second."""
        for old, new in pairs:
            self.link(old, new)

    def point(self, name: str, folder: str) -> None:
        """Let the link ``name`` lead to ``folder``, at once."""
        with self._explained():
            aside = self._path(_LINK_ASIDE)
            aside.unlink(missing_ok=True)
            aside.symlink_to(folder, target_is_directory=True)
            aside.replace(self._path(name))

    def pointed(self, name: str) -> str:
        """Return the folder to which a link leads."""
        with self._explained():
            path = self._path(name)
            return path.readlink().as_posix() if path.is_symlink() else ""

    def rename_folder(self, old: str, new: str) -> None:
        """Rename a folder."""
        with self._explained():
            self._path(old).rename(self._path(new))

    def folders(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders in ``folder``."""
        with self._explained():
            path = self._path(folder)
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
        return self.folder / place

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            known = explain_os_error(error, self.folder)
            code = _CODES.get(known.code, "target.failed")
            reason = error.strerror or str(error)
            raise TargetError(code, target=self.folder.as_posix(), reason=reason) from error


_CODES = {"output.full": "target.full", "output.denied": "target.denied"}
