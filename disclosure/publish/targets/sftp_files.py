"""Files and folders of an SFTP server: made aside, found, and their errors explained."""

import posixpath
import secrets
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from paramiko import SFTPError, SSHClient, SSHException
from paramiko.sftp import CMD_LSTAT, CMD_MKDIR, CMD_SETSTAT
from paramiko.sftp_attr import SFTPAttributes

from disclosure.plain_paths import is_plain
from disclosure.publish.target import AT_ONCE, DEEPEST, MOST_FILES, RemoteFile, TargetError
from disclosure.publish.targets.sftp_answers import Attributes, attributes_in
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

    def _look(self, folder: str) -> dict[str, RemoteFile]:
        """Return what is below a folder, some folders at once, the deepest that are known first."""
        found: dict[str, RemoteFile] = {}
        unseen, folders = [(folder, False)], 0
        while unseen:
            bunch, unseen = unseen[-AT_ONCE:], unseen[:-AT_ONCE]
            paths = [self._path(each) for each, _ in bunch]
            for (each, closed), entries in zip(
                bunch, self._session.entries_of(paths, MOST_FILES), strict=True
            ):
                if isinstance(entries, FileNotFoundError):
                    continue
                if isinstance(entries, Exception):
                    raise entries
                folders += 1
                if len(found) + folders + len(entries) > MOST_FILES:
                    raise self._refusal("target.listing", each or "/")
                unseen += self._sort_out(each, entries, found, closed=closed)
        return found

    def _sort_out(
        self,
        folder: str,
        entries: Iterable[SFTPAttributes],
        found: dict[str, RemoteFile],
        *,
        closed: bool,
    ) -> list[tuple[str, bool]]:
        """Put the files of a folder with ``found``; return its folders and which are closed."""
        folders = []
        for entry in entries:
            mode = entry.st_mode or 0
            if not is_name(entry.filename):
                continue  # none of ours
            place = f"{folder}{entry.filename}"
            if stat.S_ISDIR(mode):
                if place.count("/") >= DEEPEST:
                    raise self._refusal("target.listing", place)
                folders.append((f"{place}/", closed or mode & ENTER != ENTER))
            else:
                size = entry.st_size if stat.S_ISREG(mode) else None
                shut = closed or (bool(mode) and not mode & READ)
                found[place] = RemoteFile(size, str(entry.st_mtime or ""), shut)
        return folders

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
        if every:
            self._make_folder("")
        for depth in sorted({folder.count("/") for folder in every}):
            self._make_level(sorted(folder for folder in every if folder.count("/") == depth))

    def _make_level(self, folders: Sequence[str]) -> None:
        """Make folders whose parents are there."""
        session, paths = self._session, [self._path(folder) for folder in folders]
        answers = session.ask_all([(CMD_MKDIR, path, SFTPAttributes()) for path in paths])
        made = [
            folder
            for folder, answer in zip(folders, answers, strict=True)
            if not isinstance(answer, Exception)
        ]
        mode = Attributes.with_mode(FOLDER_MODE)
        session.ask_all([(CMD_SETSTAT, self._path(folder), mode) for folder in made])
        self._made.update(made)
        # The others may be there, and may be links that lead elsewhere.
        others = [folder for folder in folders if folder not in self._made]
        seen = session.ask_all([(CMD_LSTAT, self._path(folder)) for folder in others])
        for folder, answer in zip(others, seen, strict=True):
            if stat.S_ISDIR(attributes_in(answer).st_mode or 0):
                self._made.add(folder)
            else:
                self._make_folder(folder)

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
        except (SSHException, SFTPError, EOFError, ConnectionError, TimeoutError) as error:
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
