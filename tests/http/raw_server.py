"""A server that answers with any bytes at all, as slowly as wanted."""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

Answerer = Callable[[str], Iterable[bytes]]


class RawServer:
    """Listens on this machine; counts what it was asked."""

    def __init__(self, answer: Answerer, host: str = "127.0.0.1") -> None:
        self.answer = answer
        self.asked: list[str] = []
        self._listener = socket.create_server((host, 0))
        self.port = self._listener.getsockname()[1]
        self.address = f"http://{host}:{self.port}/"
        self._stopped = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Stop listening, and whatever is being answered."""
        self._stopped.set()
        self._listener.close()

    def wait(self, seconds: float) -> None:
        """Wait between two bytes of an answer, unless the server is closed."""
        self._stopped.wait(seconds)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(4096)
                if not piece:
                    return
                head += piece
            path = head.split(b" ")[1].decode("ascii")
            self.asked.append(path)
            for piece in self.answer(path):
                if self._stopped.is_set():
                    return
                connection.sendall(piece)


@contextmanager
def raw_server(answer: Answerer, **options: Any) -> Iterator[RawServer]:
    """Give a server while the block runs."""
    server = RawServer(answer, **options)
    try:
        yield server
    finally:
        server.close()


def plain(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Return a right answer."""
    rows = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(rows).encode() + body
