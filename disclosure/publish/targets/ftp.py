"""An FTP server, plain or encrypted."""

import re
import secrets
import ssl
from collections.abc import Iterator
from contextlib import suppress
from ftplib import error_perm, error_reply, error_temp
from typing import NoReturn

from disclosure.model.publishing import PublishTarget
from disclosure.publish.target import RemoteFile
from disclosure.publish.targets.bounds import USUAL, Bounds, Collecting, Meter
from disclosure.publish.targets.ftp_dialect import is_absent, parse_entry, parse_facts
from disclosure.publish.targets.ftp_session import FtpSession
from disclosure.publish.targets.ftp_upload import FtpUpload
from disclosure.publish.targets.ftp_wire import PlainWire
from disclosure.publish.targets.walk import Entry, remote_files_in, walk

_REFUSED = (error_perm, error_temp)
_NAME_IN_LINE = re.compile(r"[\r\n\0]")


class FtpTarget:
    """A folder on an FTP server (RFC 959).

    A file is uploaded aside and renamed. Where a server refuses to rename over a file, as Windows
    servers may, the old file is deleted right before: for the time of two commands there is none.
    Where it refuses to rename at all, the file is written over, and read back by who publishes.
    """

    def __init__(self, session: FtpSession) -> None:
        self._session = session
        self._upload = FtpUpload(self._path)
        self._knows_mlsd = True

    @property
    def swaps(self) -> bool:
        """Whether files are written aside and renamed, as far as was seen."""
        return self._upload.renames

    def read(self, place: str) -> bytes | None:
        """Return a file; None where there is none."""

        def action(ftp: PlainWire, meter: Meter) -> bytes | None:
            taken = Collecting(self._session.bounds.of(place), meter)
            try:
                ftp.receive(f"RETR {self._path(place)}", "I", taken)
            except _REFUSED as error:
                if is_absent(str(error)) and not self._upload.exists(ftp, place):
                    return None
                raise
            return taken.data()

        return self._session.run(action, place)

    def write(self, place: str, data: bytes) -> None:
        """Write a file aside and rename it."""
        self._session.run(
            lambda ftp, _: self._upload.write(ftp, place, data), place, sending=len(data)
        )

    def write_new(self, place: str, data: bytes) -> bool:
        """Write a file only if there is none; the best that can be done, not a certainty.

        FTP has nothing that creates a file for only one of two. The file is uploaded under a name
        of its own, renamed if there is none yet, and read back: of two who come in the same
        moment the one whose file was replaced sees it, unless it looked before the other came.
        """
        aside = f"{place}.{secrets.token_hex(8)}.part"
        if self.read(place) is not None:
            return False
        self._session.run(
            lambda ftp, _: self._upload.write_new(ftp, place, aside, data), place, sending=len(data)
        )
        return self.read(place) == data

    def remove(self, place: str) -> None:
        """Delete a file, and folders that are empty without it."""

        def action(ftp: PlainWire, _: Meter) -> None:
            try:
                ftp.delete(self._path(place))
            except _REFUSED as error:
                if not is_absent(str(error)) or self._upload.exists(ftp, place):
                    raise
            folder = place.rpartition("/")[0]
            with suppress(*_REFUSED, error_reply):
                while folder:
                    ftp.rmd(self._path(folder))
                    self._upload.forget(self._path(folder))
                    folder = folder.rpartition("/")[0]

        self._session.run(action, place)

    def places(self, folder: str = "") -> Iterator[str]:
        """Yield the places of all files below ``folder``."""
        for place, _ in self._walk(folder):
            yield place

    def remote_files(self, folder: str = "") -> dict[str, RemoteFile]:
        """Return what the server tells of all files below ``folder``, by place."""
        return remote_files_in(self._walk(folder))

    def sizes(self, folder: str = "") -> dict[str, int]:
        """Return how many bytes the files below ``folder`` have, as far as the server tells."""
        found = self._walk(folder)
        return {place: entry.size for place, entry in found if entry.size is not None}

    def modes(self, folder: str = "") -> dict[str, int]:
        """Return the rights of the files below ``folder``, as far as the server tells."""
        found = self._walk(folder)
        return {place: entry.mode for place, entry in found if entry.mode is not None}

    def open_to_readers(self, place: str) -> bool:
        """Let everybody read a file and enter its folders; say whether the server does it."""
        return self._session.run(lambda ftp, _: self._upload.open_to_readers(ftp, place), place)

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _path(self, place: str) -> str:
        return f"{self._session.folder}/{place}".rstrip("/") or "/"

    def _walk(self, folder: str) -> Iterator[tuple[str, Entry]]:
        return walk(self._entries, folder, self._session.bounds, self._refuse)

    def _refuse(self, reason: str) -> NoReturn:
        raise self._session.error("target.listing", reason)

    def _entries(self, folder: str) -> list[Entry]:
        found = self._session.run(lambda ftp, meter: self._list(ftp, folder, meter), folder)
        for entry in found:
            if _NAME_IN_LINE.search(entry.name):
                self._refuse(f"{folder}“{entry.name}”")
        return found

    def _list(self, ftp: PlainWire, folder: str, meter: Meter) -> list[Entry]:
        path = self._path(folder)
        if self._knows_mlsd:
            with suppress(error_perm):
                lines = self._lines(ftp, f"MLSD {path}", meter)
                return [entry for line in lines if (entry := parse_facts(line))]
        try:
            # From within: a blank or a hyphen in an argument of LIST is understood in many ways.
            ftp.cwd(path)
            lines = self._lines(ftp, "LIST -a", meter)
        except _REFUSED as error:
            if is_absent(str(error)):
                return []
            raise
        # There is such a folder, so what was refused was MLSD.
        self._knows_mlsd = False
        return [entry for line in lines if (entry := parse_entry(line))]

    def _lines(self, ftp: PlainWire, command: str, meter: Meter) -> list[str]:
        taken = Collecting(self._session.bounds.largest_list, meter)
        ftp.receive(command, "A", taken)
        text = taken.data().decode(ftp.encoding, "surrogateescape")
        return [line.removesuffix("\r") for line in text.split("\n") if line.strip()]


def open_ftp(target: PublishTarget, password: str | None, bounds: Bounds = USUAL) -> FtpTarget:
    """Return the target of an ``ftp:`` or ``ftps:`` address, logged in.

    Raises:
        TargetError: it cannot be reached, its certificate does not fit, it refuses the login, or
            there is no such folder.

    """
    secure = target.url.startswith("ftps:")
    context = ssl.create_default_context() if secure else None
    session = FtpSession(target, password, context, bounds)
    session.run(lambda ftp, _: ftp.voidcmd("NOOP"))
    return FtpTarget(session)
