"""SFTP as paramiko speaks it, with what OpenSSH adds and many questions asked at once."""

import time
from collections.abc import Callable, Sequence

from paramiko import Channel, SSHException
from paramiko.message import Message
from paramiko.sftp import (
    CMD_CLOSE,
    CMD_EXTENDED,
    CMD_EXTENDED_REPLY,
    CMD_HANDLE,
    CMD_MKDIR,
    CMD_NAME,
    CMD_OPENDIR,
    CMD_READDIR,
    CMD_REMOVE,
    CMD_SETSTAT,
    CMD_STATUS,
    SFTPError,
)
from paramiko.sftp_attr import SFTPAttributes
from paramiko.sftp_client import SFTPClient

_AT_ONCE = 256  # more only fill buffers
MOST_SECONDS = 60  # for one answer
_LARGEST_PACKET = 1 << 20
_MOST_EMPTY = 100  # answers without a name, one after the other


class Session(SFTPClient):
    """A session. Paths are absolute; errors are OSError or SSHException."""

    # What paramiko gives to subclasses, and its stubs leave out.
    _request: Callable[..., tuple[int, Message]]
    _async_request: Callable[..., int]
    _read_response: Callable[[], object]
    _convert_status: Callable[[Message], None]
    sock: Channel

    def entries(self, path: str, most: int) -> list[SFTPAttributes]:
        """Return what is in a folder, sorted by name; more than ``most`` are not waited for."""
        kind, answer = self._request(CMD_OPENDIR, path)
        if kind != CMD_HANDLE:
            raise SFTPError("no handle")
        handle = answer.get_binary()
        found: list[SFTPAttributes] = []
        empty = 0
        try:
            while len(found) <= most and empty < _MOST_EMPTY:
                before = len(found)
                found += self._more_entries(handle)
                empty = 0 if len(found) > before else empty + 1
        except EOFError:
            pass
        self._request(CMD_CLOSE, handle)
        return sorted(found, key=lambda each: each.filename)

    def _more_entries(self, handle: bytes) -> list[SFTPAttributes]:
        kind, answer = self._request(CMD_READDIR, handle)
        if kind != CMD_NAME:
            raise SFTPError("no names")
        found = []
        for _ in range(answer.get_int()):
            if not answer.get_remainder():
                break  # it told more than it sent
            name, shown = (str(answer.get_text()) for _ in range(2))
            found.append(_Attributes.read(answer, name, shown))
        return [each for each in found if each.filename not in {".", ".."}]

    def hard_link(self, old: str, new: str) -> None:
        """Make a hard link (hardlink@openssh.com)."""
        self._request(CMD_EXTENDED, "hardlink@openssh.com", old, new)

    def hard_links(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Make many hard links; return the pairs that could not be linked."""
        requests = [(CMD_EXTENDED, "hardlink@openssh.com", old, new) for old, new in pairs]
        failed = self._ask_all(requests)
        return [pair for at, pair in enumerate(pairs) if at in failed]

    def make_many(self, paths: Sequence[str], mode: int) -> None:
        """Make many folders, whose parents are there; those that are there are fine."""
        # What could not be made is told by whoever writes into it.
        failed = self._ask_all([(CMD_MKDIR, path, SFTPAttributes()) for path in paths])
        modes = _Attributes.with_mode(mode)
        made = [path for at, path in enumerate(paths) if at not in failed]
        self._ask_all([(CMD_SETSTAT, path, modes) for path in made])

    def remove_many(self, paths: Sequence[str]) -> None:
        """Delete many files; those that are not there are fine.

        Raises:
            OSError: a file could not be deleted.

        """
        failed = self._ask_all([(CMD_REMOVE, path) for path in paths])
        for error in failed.values():
            if not isinstance(error, FileNotFoundError):
                raise error

    def has_room(self, path: str) -> bool:
        """Say whether the disk below ``path`` has room (statvfs@openssh.com)."""
        try:
            kind, answer = self._request(CMD_EXTENDED, "statvfs@openssh.com", path)
        except OSError:
            return True  # the server does not tell
        if kind != CMD_EXTENDED_REPLY:
            return True
        _size, fragment, _blocks, _free, available = (answer.get_int64() for _ in range(5))
        return bool(available * fragment > 1 << 16)

    def _ask_all(self, requests: Sequence[tuple[object, ...]]) -> dict[int, OSError]:
        """Send all requests, a bunch at a time, and return the errors by number."""
        answers = _Answers(self)
        for begin in range(0, len(requests), _AT_ONCE):
            bunch = requests[begin : begin + _AT_ONCE]
            for at, (kind, *arguments) in enumerate(bunch, begin):
                answers.waiting[self._async_request(answers, kind, *arguments)] = at
            while answers.waiting:
                self._read_response()
        return answers.errors

    def _read_all(self, n: int) -> bytes:
        """Wait for bytes; a server that stops, or sends a byte now and then, is given up."""
        if n > _LARGEST_PACKET:
            raise SFTPError("garbage")
        end = time.monotonic() + MOST_SECONDS
        out = b""
        while len(out) < n:
            try:
                data = self.sock.recv(n - len(out))
            except TimeoutError as error:
                raise self._give_up() from error
            if not data:
                raise EOFError
            out += data
            if time.monotonic() > end:
                raise self._give_up()
        return out

    def _write_all(self, out: bytes) -> None:
        try:
            self.sock.sendall(out)
        except TimeoutError as error:
            raise self._give_up() from error

    def _give_up(self) -> SSHException:
        self.sock.close()  # so that nothing else waits for it
        return SSHException(f"timed out after {MOST_SECONDS} s")

    def error_in(self, message: Message) -> OSError | None:
        """Return the error that a status tells; None where it tells none."""
        try:
            self._convert_status(message)
        except OSError as error:
            return error
        return None


class _Attributes(SFTPAttributes):
    """Attributes, by what paramiko's stubs leave out."""

    _flags: int
    _from_msg: Callable[[Message, str, str], SFTPAttributes]

    @classmethod
    def read(cls, answer: Message, name: str, shown: str) -> SFTPAttributes:
        """Return the next entry of a list."""
        return cls._from_msg(answer, name, shown)

    @classmethod
    def with_mode(cls, mode: int) -> SFTPAttributes:
        """Return attributes that only set a mode."""
        attributes = cls()
        attributes._flags |= cls.FLAG_PERMISSIONS
        attributes.st_mode = mode
        return attributes


class _Answers:
    """Takes the answers to questions that were asked at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.waiting: dict[int, int] = {}
        self.errors: dict[int, OSError] = {}

    def _async_response(self, kind: int, message: Message, number: int) -> None:
        at = self.waiting.pop(number)
        if kind == CMD_STATUS and (error := self._session.error_in(message)):
            self.errors[at] = error
