"""Servers that answer what no server should, each a few threads of the tests."""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from typing import TypeVar

Send = Callable[[bytes], None]
Data = bytes | Callable[[Send], None]
Case = TypeVar("Case")


def at_once(do: Callable[[Case], object], cases: Iterable[Case]) -> None:
    """Do something with every case, many at a time, for most of it is waiting for a server.

    Raises:
        Exception: what the first case raised that failed.

    """
    with ThreadPoolExecutor(16) as pool:
        for done in [pool.submit(do, case) for case in cases]:
            done.result()


class Raw:
    """Listens on a port of this machine and gives each connection to a function."""

    def __init__(self, serve: Callable[[socket.socket], None]) -> None:
        self._serve = serve
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections, and end those that are open."""
        for each in (self._listener, *self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                self._open.append(line)
                threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with suppress(OSError, ValueError), line:
            self._serve(line)


def drip(send: Send) -> None:
    """Send a byte, and another, and another."""
    for _ in range(1000):
        send(b"x")
        time.sleep(0.05)


def endless(send: Send, piece: bytes = b"x" * 65536) -> None:
    """Send until nobody listens any more."""
    while True:
        send(piece)


def silent(send: Send) -> None:
    """Send nothing."""
    time.sleep(30)


USUAL_FTP: Mapping[str, bytes] = {
    "": b"220 hello\r\n",
    "USER": b"331 password?\r\n",
    "PASS": b"230 welcome\r\n",
    "FEAT": b"211-Features\r\n UTF8\r\n MLST\r\n211 End\r\n",
    "PWD": b'257 "/" is here\r\n',
    "SIZE": b"550 no such file\r\n",
    "QUIT": b"221 bye\r\n",
    "RNFR": b"350 go on\r\n",
    "RETR": b"150 here\r\n",
    "MLSD": b"150 here\r\n",
    "LIST": b"150 here\r\n",
    "STOR": b"150 give\r\n",
    "DONE": b"226 done\r\n",
}


class HostileFtp(Raw):
    """Answers commands as FTP servers do, but for those that a test replaces.

    Args:
        answers: bytes, or what sends them, by command; the banner under an empty name, the end
            of a transfer under DONE, what is transferred under DATA.

    """

    def __init__(self, answers: Mapping[str, Data]) -> None:
        self._answers = {**USUAL_FTP, **answers}
        super().__init__(self._talk)

    def _say(self, line: socket.socket, verb: str) -> None:
        answer = self._answers.get(verb, b"200 fine\r\n")
        if callable(answer):
            answer(line.sendall)
        else:
            line.sendall(answer)

    def _talk(self, line: socket.socket) -> None:
        with ExitStack() as listeners:
            self._talk_with(line, listeners)

    def _talk_with(self, line: socket.socket, listeners: ExitStack) -> None:
        self._say(line, "")
        data: socket.socket | None = None
        for command in _lines(line):
            verb = command.split(b" ")[0].decode("latin-1").upper()
            if verb in {"PASV", "EPSV"} and verb not in self._answers:
                data = listeners.enter_context(socket.create_server(("127.0.0.1", 0)))
                self._open.append(data)
                high, low = divmod(data.getsockname()[1], 256)
                line.sendall(f"227 Entering (127,0,0,1,{high},{low})\r\n".encode())
                continue
            self._say(line, verb)
            if verb in {"RETR", "MLSD", "LIST", "STOR"} and data is not None:
                self._transfer(data, is_upload=verb == "STOR")
                self._say(line, "DONE")

    def _transfer(self, listener: socket.socket, *, is_upload: bool) -> None:
        listener.settimeout(2)
        with suppress(OSError), listener.accept()[0] as line:
            if is_upload:
                while line.recv(65536):
                    pass
                return
            answer = self._answers.get("DATA", b"")
            if callable(answer):
                answer(line.sendall)
            else:
                line.sendall(answer)


class HostileHttp(Raw):
    """Answers requests by their method, and 200 without a body to those that a test leaves."""

    def __init__(self, answers: Mapping[str, Data]) -> None:
        self._answers = answers
        super().__init__(self._talk)

    def _talk(self, line: socket.socket) -> None:
        for method in _requests(line):
            answer = self._answers.get(method, self._answers.get("*", page(b"")))
            if callable(answer):
                answer(line.sendall)
            else:
                line.sendall(answer)


def page(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Return an answer of HTTP."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers)
    return (
        "".join(f"{line}\r\n" for line in lines).encode("utf-8", "surrogateescape") + b"\r\n" + body
    )


def _lines(line: socket.socket) -> Iterator[bytes]:
    with line.makefile("rb") as file:
        for each in file:
            yield each.strip()


def _requests(line: socket.socket) -> Iterator[str]:
    with line.makefile("rb") as file:
        for first in file:
            length = 0
            for header in iter(file.readline, b"\r\n"):
                if not header:
                    return
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            file.read(length)
            yield first.split(b" ")[0].decode()
