"""ftplib, for servers as they are: other encodings, endless replies, TLS that must be resumed."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from ftplib import FTP, FTP_TLS
from socket import IPPROTO_TCP, SHUT_RDWR, TCP_NODELAY, socket
from typing import Literal

from disclosure.publish.targets.bounds import TooLargeError

_BLOCK = 65536
_MOST_LINES = 1000
_GOODBYE_SECONDS = 1.0


class PlainWire(FTP):
    """A connection whose names are bytes in ``encoding``; others come as lone surrogates."""

    _data: socket | None = None
    _is_cut = False

    def putline(self, line: str) -> None:
        """Send a command."""
        if any(char in line for char in "\r\n\0"):
            raise ValueError(f"a newline in {line.partition(' ')[0]}")
        self._control().sendall(f"{line}\r\n".encode(self.encoding, "surrogateescape"))

    def getline(self) -> str:
        """Return a line of a reply."""
        if self._is_cut:
            raise EOFError
        if self.file is not None and self.file.errors == "strict":
            self.file.reconfigure(errors="surrogateescape")  # type: ignore[attr-defined]
        return super().getline()

    def getmultiline(self) -> str:
        """Return a reply, which may have many lines, but not without end."""
        lines = [self.getline()]
        code, more = lines[0][:3], lines[0][3:4] == "-"
        while more:
            lines.append(self.getline())
            if len(lines) > _MOST_LINES:
                raise TooLargeError(f"> {_MOST_LINES} lines")
            more = lines[-1][:3] != code or lines[-1][3:4] == "-"
        return "\n".join(lines)

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket, int | None]:
        """Begin a transfer."""
        connection, size = super().ntransfercmd(cmd, rest)
        self._keep(connection)
        return connection, size

    def receive(self, command: str, kind: Literal["A", "I"], take: Callable[[bytes], None]) -> None:
        """Give what a command sends to ``take``, as text (A) or as it is (I)."""
        self.voidcmd(f"TYPE {kind}")
        with self.transfercmd(command) as connection:
            while data := connection.recv(_BLOCK):
                take(data)
            if isinstance(connection, ssl.SSLSocket):
                connection.unwrap()
        self.voidresp()

    def cut(self) -> None:
        """End what waits on this connection, from another thread, and whatever would follow."""
        # First, or a connection that is just being made would be met neither here nor there.
        self._is_cut = True
        for each in (self.sock, self._data):
            with suppress(OSError, ValueError):
                if each is not None:
                    # Not SSLSocket's own, which takes the encryption away from who is reading.
                    socket.shutdown(each, SHUT_RDWR)

    def _keep(self, connection: socket) -> None:
        self._data = connection
        if self._is_cut:
            connection.close()
            raise EOFError

    def _control(self) -> socket:
        if self.sock is None:
            raise EOFError
        return self.sock


class SecureWire(PlainWire, FTP_TLS):
    """Many servers take a data connection only with the TLS session of the login."""

    def __init__(self, context: ssl.SSLContext) -> None:
        context.sslsocket_class = _Socket
        super().__init__(context=context)

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket, int | None]:
        """Begin a transfer, encrypted."""
        # Past FTP_TLS, which would begin a session of its own.
        connection, size = FTP.ntransfercmd(self, cmd, rest)  # noqa: S321
        self._keep(connection)
        # The goodbye of TLS is small and would wait for the receipt of what was before it.
        connection.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
        secured = self.context.wrap_socket(connection, server_hostname=self.host, session=session)
        self._keep(secured)
        return secured, size


class _Socket(ssl.SSLSocket):
    """Windows servers do not answer the goodbye of a data connection; their reply does count."""

    def unwrap(self) -> socket:
        self.settimeout(_GOODBYE_SECONDS)
        with suppress(OSError):
            super().unwrap()
        return self
