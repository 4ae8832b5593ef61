"""SFTP as paramiko speaks it, with what OpenSSH adds and many requests on the way at once."""

import time
from collections.abc import Callable, Sequence

from paramiko import Channel, SSHException
from paramiko.message import Message
from paramiko.sftp import (
    CMD_CLOSE,
    CMD_EXTENDED,
    CMD_EXTENDED_REPLY,
    CMD_OPENDIR,
    CMD_READDIR,
    CMD_REMOVE,
    CMD_STATUS,
    SFTPError,
)
from paramiko.sftp_attr import SFTPAttributes
from paramiko.sftp_client import SFTPClient

from disclosure.publish.targets.sftp_answers import Answer, Answers, Folder

_AT_ONCE = 256  # more only fill buffers
_ONE_SEND = 1 << 15  # every packet of SSH costs as much as several requests
MOST_SECONDS = 60  # for one answer
_LARGEST_PACKET = 1 << 20
_MOST_UNASKED = 1000  # those to requests that were given up are not waited for


class Session(SFTPClient):
    """A session. Paths are absolute; errors are OSError or SSHException."""

    # What paramiko gives to subclasses, and its stubs leave out.
    _request: Callable[..., tuple[int, Message]]
    _async_request: Callable[..., int]
    _read_response: Callable[[], object]
    _convert_status: Callable[[Message], None]
    sock: Channel
    # Whether requests are gathered, and those that are.
    _gathering = False
    _gathered = b""

    def entries(self, path: str, most: int) -> list[SFTPAttributes]:
        """Return what is in a folder, sorted by name; more than ``most`` are not waited for."""
        (found,) = self.entries_of([path], most)
        if isinstance(found, Exception):
            raise found
        return found

    def entries_of(
        self, paths: Sequence[str], most: int
    ) -> list[list[SFTPAttributes] | OSError | EOFError]:
        """Return what is in each folder, or why it cannot be seen.

        Each is sorted by name; more than ``most`` in one folder are not waited for.
        """
        folders = [Folder(answer) for answer in self.ask_all([(CMD_OPENDIR, p) for p in paths])]
        opened = [folder for folder in folders if folder.error is None]
        reading = opened
        while reading:
            answers = self.ask_all([(CMD_READDIR, folder.handle) for folder in reading])
            pairs = zip(reading, answers, strict=True)
            reading = [folder for folder, answer in pairs if folder.goes_on(answer, most)]
        self.ask_all([(CMD_CLOSE, folder.handle) for folder in opened])
        found = [folder.error or folder.sorted() for folder in folders]
        if len(paths) == 1:
            return found
        # A server may not open so many at once, and has no word for that.
        return [
            self.entries_of([path], most)[0] if type(each) is OSError else each
            for path, each in zip(paths, found, strict=True)
        ]

    def hard_link(self, old: str, new: str) -> None:
        """Make a hard link (hardlink@openssh.com)."""
        self._request(CMD_EXTENDED, "hardlink@openssh.com", old, new)

    def hard_links(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Make many hard links; return the pairs that could not be linked."""
        requests = [(CMD_EXTENDED, "hardlink@openssh.com", old, new) for old, new in pairs]
        answers = self.ask_all(requests)
        return [
            pair
            for pair, answer in zip(pairs, answers, strict=True)
            if isinstance(answer, Exception)
        ]

    def renames(self, pairs: Sequence[tuple[str, str]]) -> list[bool]:
        """Rename over what stands there (posix-rename@openssh.com); say which were renamed."""
        requests = [(CMD_EXTENDED, "posix-rename@openssh.com", old, new) for old, new in pairs]
        return [not isinstance(answer, Exception) for answer in self.ask_all(requests)]

    def remove_many(self, paths: Sequence[str]) -> None:
        """Delete many files; those that are not there are fine.

        Raises:
            OSError: a file could not be deleted.

        """
        for answer in self.ask_all([(CMD_REMOVE, path) for path in paths]):
            if isinstance(answer, Exception) and not isinstance(answer, FileNotFoundError):
                raise answer

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

    def ask_all(self, requests: Sequence[tuple[object, ...]]) -> list[Answer]:
        """Send all requests, a bunch at a time, and return their answers in order.

        Raises:
            SSHException: the connection is broken, or the server answers what was not asked.

        """
        answers = Answers(self._answer_in)
        for begin in range(0, len(requests), _AT_ONCE):
            for kind, *arguments in requests[begin : begin + _AT_ONCE]:
                self._gathering = True
                try:
                    number = self._async_request(answers, kind, *arguments)
                finally:
                    self._gathering = False
                answers.expect(number)
                self._send_gathered(_ONE_SEND)
            self._send_gathered()
            unasked = 0
            while answers.missing:
                before = answers.missing
                self._read_response()
                unasked += answers.missing == before
                if unasked > _MOST_UNASKED:
                    raise SSHException("answers that nobody asked for")
        return answers.in_order()

    def _send_gathered(self, least: int = 1) -> None:
        """Send what was gathered, if that is enough."""
        if len(self._gathered) >= least:
            out, self._gathered = self._gathered, b""
            self._write_all(out)

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
        if self._gathering:
            self._gathered += out
            return
        try:
            self.sock.sendall(out)
        except TimeoutError as error:
            raise self._give_up() from error

    def _give_up(self) -> SSHException:
        self.sock.close()  # so that nothing else waits for it
        return SSHException(f"timed out after {MOST_SECONDS} s")

    def _answer_in(self, kind: int, message: Message) -> Answer:
        """Return an answer; the error where it is a status that tells one."""
        if kind == CMD_STATUS:
            try:
                self._convert_status(message)
            except (OSError, EOFError) as error:
                return error
        return kind, message
