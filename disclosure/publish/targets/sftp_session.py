"""SFTP as paramiko speaks it, with what OpenSSH adds and many questions asked at once."""

from collections.abc import Callable, Sequence

from paramiko.message import Message
from paramiko.sftp import CMD_EXTENDED, CMD_EXTENDED_REPLY, CMD_MKDIR, CMD_REMOVE, CMD_STATUS
from paramiko.sftp_attr import SFTPAttributes
from paramiko.sftp_client import SFTPClient

_AT_ONCE = 256  # more only fill buffers


class Session(SFTPClient):
    """A session. Paths are absolute; errors are OSError or SSHException."""

    # What paramiko gives to subclasses, and its stubs leave out.
    _request: Callable[..., tuple[int, Message]]
    _async_request: Callable[..., int]
    _read_response: Callable[[], object]
    _convert_status: Callable[[Message], None]

    def hard_link(self, old: str, new: str) -> None:
        """Make a hard link (hardlink@openssh.com)."""
        self._request(CMD_EXTENDED, "hardlink@openssh.com", old, new)

    def hard_links(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Make many hard links; return the pairs that could not be linked."""
        requests = [(CMD_EXTENDED, "hardlink@openssh.com", old, new) for old, new in pairs]
        failed = self._ask_all(requests)
        return [pair for at, pair in enumerate(pairs) if at in failed]

    def make_many(self, paths: Sequence[str]) -> None:
        """Make many folders, whose parents are there; those that are there are fine."""
        # What could not be made is told by whoever writes into it.
        self._ask_all([(CMD_MKDIR, path, SFTPAttributes()) for path in paths])

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

    def error_in(self, message: Message) -> OSError | None:
        """Return the error that a status tells; None where it tells none."""
        try:
            self._convert_status(message)
        except OSError as error:
            return error
        return None


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
