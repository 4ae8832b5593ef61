"""One question over one connection, and its answer, within the bounds of a watch."""

import http.client
import io
import socket
import ssl
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import IO, Final, NamedTuple, cast

from disclosure.http.hosts import Place
from disclosure.http.limits import HttpError, Watch
from disclosure.http.proxy import Proxy, open_tunnel

_BUFFER: Final = 64 * 1024


class Answer(NamedTuple):
    """What came back.

    Attributes:
        status: of HTTP.
        location: where it points to; empty where it points nowhere.
        body: its bytes.
    """

    status: int
    location: str
    body: bytes


class Question(NamedTuple):
    """What is asked of a host.

    Attributes:
        method: of HTTP.
        host: its name, in ASCII.
        port: of the service.
        secure: whether over TLS.
        target: path and query, percent-encoded.
        body: what is sent along.
        headers: further ones.
        proxy: through whom; None for directly.
    """

    method: str
    host: str
    port: int
    secure: bool
    target: str
    body: bytes
    headers: Mapping[str, str]
    proxy: Proxy | None = None

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def ask(question: Question, places: Sequence[Place], watch: Watch) -> Answer:
    """Ask a question and return the answer.

    Raises:
        HttpError: it was not answered, or not within the bounds.

    """
    try:
        with closing(_connect(question, places, watch)) as connection:
            for part in (_head_of(question), question.body):
                connection.settimeout(watch.left())
                connection.sendall(part)
            return _read(question.method, connection, watch)
    except TimeoutError as error:
        raise HttpError("http.slow") from error
    except OSError as error:
        explanation = getattr(error, "verify_message", None) or error.strerror
        reason = str(explanation or type(error).__name__)
        raise HttpError("http.system", reason=reason) from error
    # http.client lets ValueError and its like through where numbers are none.
    except (http.client.HTTPException, ValueError, LookupError, OverflowError) as error:
        raise HttpError("http.garbled") from error


def _connect(question: Question, places: Sequence[Place], watch: Watch) -> socket.socket:
    failed: OSError = ConnectionError("no address")
    for place in places:
        connection = socket.socket(place.family, socket.SOCK_STREAM)
        try:
            connection.settimeout(watch.left())
            connection.connect(place.at)
            return _secured(question, connection, watch) if question.secure else connection
        except OSError as error:
            connection.close()
            failed = error
        except (HttpError, ValueError):
            connection.close()
            raise
    raise failed


def _secured(question: Question, connection: socket.socket, watch: Watch) -> socket.socket:
    if question.proxy is not None:
        host = f"[{question.host}]" if ":" in question.host else question.host
        open_tunnel(connection, question.proxy, f"{host}:{question.port}", watch)
    connection.settimeout(watch.left())
    context = ssl.create_default_context()
    return context.wrap_socket(connection, server_hostname=question.host)


def _head_of(question: Question) -> bytes:
    target, extra = question.target, question.headers
    if question.proxy is not None and not question.secure:
        target = f"http://{question.authority}{target}"
        if question.proxy.login:
            extra = {**extra, "Proxy-Authorization": question.proxy.login}
    headers = {
        "Host": question.authority,
        "User-Agent": "Disclosure",
        "Accept-Encoding": "identity",
        "Connection": "close",
        **extra,
    }
    if question.body:
        headers["Content-Length"] = str(len(question.body))
    rows = [f"{question.method} {target} HTTP/1.1"]
    rows += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(rows) + "\r\n\r\n").encode("ascii")


def _read(method: str, connection: socket.socket, watch: Watch) -> Answer:
    stream: IO[bytes] = io.BufferedReader(_Watched(connection, watch), _BUFFER)
    # http.client wants no more of a socket than the file that it makes.
    source = cast("socket.socket", _Source(stream))
    with closing(http.client.HTTPResponse(source, method=method)) as response:
        response.begin()
        length = response.getheader("Content-Length", "")
        # HTTPResponse takes a length that is no number for none at all.
        if length and not (length.isascii() and length.strip().isdigit()):
            raise HttpError("http.garbled")
        # A redirection, a refusal: what stands in it is of no use, and may have no end.
        is_whole = http.client.OK <= response.status < http.client.MULTIPLE_CHOICES
        body = _body(response) if is_whole and method != "HEAD" else b""
        return Answer(response.status, response.getheader("Location", ""), body)


def _body(response: http.client.HTTPResponse) -> bytes:
    # In blocks: for all of a length that is told, memory would be taken before it comes.
    blocks = []
    while block := response.read(_BUFFER):
        blocks.append(block)
    if response.length:
        raise HttpError("http.garbled")  # it ended too early
    return b"".join(blocks)


class _Source:
    """Stands for a socket that was read into a buffer."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def makefile(self, _mode: str) -> IO[bytes]:
        return self._stream


class _Watched(io.RawIOBase):
    """Bytes of a connection; before each read the watch is asked how long it may take."""

    def __init__(self, connection: socket.socket, watch: Watch) -> None:
        self._connection = connection
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._connection.settimeout(self._watch.left())
        count = self._connection.recv_into(buffer)
        self._watch.take(count)
        return count
