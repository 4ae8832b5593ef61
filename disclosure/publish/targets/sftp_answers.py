"""What an SFTP server answers: taken as it comes, and what paramiko's stubs leave out."""

from collections.abc import Callable

from paramiko import SSHException
from paramiko.message import Message
from paramiko.sftp import CMD_ATTRS, CMD_DATA, CMD_HANDLE, CMD_NAME
from paramiko.sftp_attr import SFTPAttributes

# The kind of an answer and what it holds, or the error that its status tells.
Answer = tuple[int, Message] | OSError | EOFError

_MOST_EMPTY = 100  # answers without a name, one after the other


class Attributes(SFTPAttributes):
    """Attributes, by what paramiko's stubs leave out."""

    _flags: int
    _from_msg: Callable[..., SFTPAttributes]

    @classmethod
    def read(cls, answer: Message, name: str = "", shown: str = "") -> SFTPAttributes:
        """Return the attributes that come next in an answer."""
        return cls._from_msg(answer, name, shown)

    @classmethod
    def with_mode(cls, mode: int) -> SFTPAttributes:
        """Return attributes that only set a mode."""
        attributes = cls()
        attributes._flags |= cls.FLAG_PERMISSIONS
        attributes.st_mode = mode
        return attributes


class Answers:
    """Takes the answers to requests that are on the way together."""

    def __init__(self, read: Callable[[int, Message], Answer]) -> None:
        self._read = read
        self._numbers: list[int] = []
        self._came: dict[int, Answer] = {}

    @property
    def missing(self) -> int:
        """How many answers have not come."""
        return len(self._numbers) - len(self._came)

    def expect(self, number: int) -> None:
        """Wait for the answer to the request of that number, too."""
        self._numbers.append(number)

    def in_order(self) -> list[Answer]:
        """Return the answers in the order of their requests."""
        return [self._came[number] for number in self._numbers]

    def _async_response(self, kind: int, message: Message, number: int) -> None:
        self._came[number] = self._read(kind, message)


class Folder:
    """A folder that is being read.

    Attributes:
        handle: of the opened folder.
        error: why it cannot be seen; None where it can.
    """

    def __init__(self, opened: Answer) -> None:
        self.handle = b""
        self.error: OSError | EOFError | None = None
        self._found: list[SFTPAttributes] = []
        self._empty = 0
        if isinstance(opened, Exception):
            self.error = opened
        else:
            self.handle = handle_in(opened)

    def goes_on(self, answer: Answer, most: int) -> bool:
        """Take the next names, and say whether to ask for more of them."""
        if isinstance(answer, EOFError):
            return False
        if isinstance(answer, OSError):
            self.error = answer
            return False
        kind, message = answer
        if kind != CMD_NAME:
            raise SSHException("no names")
        before = len(self._found)
        for _ in range(message.get_int()):
            if not message.get_remainder():
                break  # it told more than it sent
            name, shown = (str(message.get_text()) for _ in range(2))
            entry = Attributes.read(message, name, shown)
            if name not in {".", ".."}:
                self._found.append(entry)
        self._empty = 0 if len(self._found) > before else self._empty + 1
        return len(self._found) <= most and self._empty < _MOST_EMPTY

    def sorted(self) -> list[SFTPAttributes]:
        """Return what is in it, by name."""
        return sorted(self._found, key=lambda entry: entry.filename)


def handle_in(answer: tuple[int, Message]) -> bytes:
    """Return the handle that was asked for.

    Raises:
        SSHException: it is something else.

    """
    kind, message = answer
    if kind != CMD_HANDLE:
        raise SSHException("no handle")
    return bytes(message.get_binary())


def attributes_in(answer: Answer) -> SFTPAttributes:
    """Return the attributes that were asked for; empty ones where it is something else."""
    if isinstance(answer, Exception) or answer[0] != CMD_ATTRS:
        return SFTPAttributes()
    return Attributes.read(answer[1])


def data_in(answer: Answer) -> bytes:
    """Return the bytes that were asked for; none where it is something else."""
    if isinstance(answer, Exception) or answer[0] != CMD_DATA:
        return b""
    return bytes(answer[1].get_binary())
