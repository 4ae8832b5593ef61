"""An FTP server, plain or encrypted."""

import io
import secrets
import ssl
from collections.abc import Iterator
from contextlib import suppress
from ftplib import FTP, error_perm, error_temp

from disclosure.model.publishing import PublishTarget
from disclosure.publish.targets.ftp_listing import parse_entry
from disclosure.publish.targets.ftp_replies import is_absent, is_missing_folder, is_unknown_command
from disclosure.publish.targets.ftp_session import FtpSession

_REFUSED = (error_perm, error_temp)


class FtpTarget:
    """A folder on an FTP server (RFC 959).

    A file is uploaded aside and renamed. Where a server refuses to rename over a file, as Windows
    servers may, the old file is deleted right before: for the time of two commands there is none.
    """

    def __init__(self, session: FtpSession) -> None:
        self._session = session
        self._made: set[str] = set()
        self._knows_mlsd = True

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""

        def action(ftp: FTP) -> bytes | None:
            data = io.BytesIO()
            try:
                ftp.retrbinary(f"RETR {self._path(place)}", data.write)
            except _REFUSED as error:
                if is_absent(str(error)) and not self._exists(ftp, place):
                    return None
                raise
            return data.getvalue()

        return self._session.run(action)

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and rename it."""

        def action(ftp: FTP) -> None:
            aside = f"{place}.part"
            try:
                self._upload(ftp, aside, data)
                self._rename(ftp, aside, place)
            except _REFUSED:
                self._discard(ftp, aside)
                raise

        self._session.run(action)

    def claim(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none; the best that can be done, not a certainty.

        FTP has nothing that creates a file for only one of two. The file is uploaded under a name
        of its own, renamed if there is none yet, and read back: of two who come in the same
        moment the one whose file was replaced sees it, unless it looked before the other came.
        """
        aside = f"{place}.{secrets.token_hex(8)}.part"

        def action(ftp: FTP) -> None:
            if self._exists(ftp, place):
                return
            try:
                self._upload(ftp, aside, data)
                if not self._exists(ftp, place):
                    ftp.rename(self._path(aside), self._path(place))
                    return
            except _REFUSED as error:
                self._discard(ftp, aside)
                if not (is_absent(str(error)) and self._exists(ftp, place)):
                    raise
            self._discard(ftp, aside)

        if self.read(place) is not None:
            return False
        self._session.run(action)
        return self.read(place) == data

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""

        def action(ftp: FTP) -> None:
            try:
                ftp.delete(self._path(place))
            except _REFUSED as error:
                if not is_absent(str(error)) or self._exists(ftp, place):
                    raise
            folder = _folder(place)
            with suppress(*_REFUSED):
                while folder:
                    ftp.rmd(self._path(folder))
                    self._made.discard(self._path(folder))
                    folder = _folder(folder)

        self._session.run(action)

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        for name, is_folder in sorted(self._session.run(lambda ftp: self._list(ftp, folder))):
            if is_folder:
                yield from self.places(f"{folder}{name}/")
            else:
                yield folder + name

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _path(self, place: str) -> str:
        return f"{self._session.folder}/{place}".rstrip("/") or "/"

    def _exists(self, ftp: FTP, place: str) -> bool:
        # Many servers tell no size in the ASCII mode in which a listing leaves the connection.
        ftp.voidcmd("TYPE I")
        try:
            return ftp.size(self._path(place)) is not None
        except error_perm as error:
            if is_absent(str(error)):
                return False
            raise

    def _upload(self, ftp: FTP, place: str, data: bytes) -> None:
        folder = _folder(self._path(place))
        try:
            self._store(ftp, place, data)
        except error_perm as error:
            if folder in self._made or not is_missing_folder(str(error)):
                raise
            self._make(ftp, folder)
            self._store(ftp, place, data)
        self._made.add(folder)

    def _store(self, ftp: FTP, place: str, data: bytes) -> None:
        try:
            ftp.storbinary(f"STOR {self._path(place)}", io.BytesIO(data))
        except (BrokenPipeError, ConnectionResetError):
            # Why the server hung up, such as a full disk, it says on the other connection.
            ftp.voidresp()
            raise

    def _make(self, ftp: FTP, folder: str) -> None:
        # Also the folder that the address names: a first upload finds nothing there.
        if folder and folder not in self._made:
            self._make(ftp, _folder(folder))
            with suppress(error_perm):
                ftp.mkd(folder)
            self._made.add(folder)

    def _rename(self, ftp: FTP, aside: str, place: str) -> None:
        source, path = self._path(aside), self._path(place)
        ftp.sendcmd(f"RNFR {source}")
        try:
            ftp.voidcmd(f"RNTO {path}")
        except error_perm:
            if not self._exists(ftp, place):
                raise
            ftp.delete(path)
            ftp.rename(source, path)

    def _discard(self, ftp: FTP, place: str) -> None:
        with suppress(*_REFUSED):
            ftp.delete(self._path(place))

    def _list(self, ftp: FTP, folder: str) -> list[tuple[str, bool]]:
        path = self._path(folder)
        try:
            if self._knows_mlsd:
                with suppress(_UnknownCommandError):
                    return _machine_list(ftp, path)
                self._knows_mlsd = False
            lines: list[str] = []
            # From within: a blank or a hyphen in an argument of LIST is understood in many ways.
            ftp.cwd(path)
            ftp.retrlines("LIST -a", lines.append)
        except _REFUSED as error:
            if is_absent(str(error)):
                return []
            raise
        return [entry for line in lines if (entry := parse_entry(line))]


class _UnknownCommandError(Exception):
    """The server knows no MLSD."""


def _machine_list(ftp: FTP, path: str) -> list[tuple[str, bool]]:
    try:
        entries = list(ftp.mlsd(path))
    except error_perm as error:
        if is_unknown_command(str(error)):
            raise _UnknownCommandError from error
        raise
    kinds = ((name, facts.get("type", "file").lower()) for name, facts in entries)
    return [(name, kind == "dir") for name, kind in kinds if kind not in {"cdir", "pdir"}]


def _folder(place: str) -> str:
    return place.rpartition("/")[0]


def open_ftp(target: PublishTarget, password: str | None) -> FtpTarget:
    """Return the target of an ``ftp:`` or ``ftps:`` address, logged in.

    Raises:
        TargetError: it cannot be reached, its certificate does not fit, or it refuses the login.

    """
    secure = target.url.startswith("ftps:")
    session = FtpSession(target, password, ssl.create_default_context() if secure else None)
    session.run(lambda ftp: ftp.voidcmd("NOOP"))
    return FtpTarget(session)
