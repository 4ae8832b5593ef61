"""The proxy of the office, where one is set (``http_proxy``, ``https_proxy``, ``no_proxy``)."""

import base64
import socket
import urllib.request
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from disclosure.http.limits import HEAD_BYTES, HttpError, Watch

_USUAL_PORT: Final = 80


class Proxy(NamedTuple):
    """Through whom a host is asked.

    Attributes:
        host: its name.
        port: of the service.
        login: value of ``Proxy-Authorization``; empty where it asks for none.
    """

    host: str
    port: int
    login: str


def proxy_for(scheme: str, host: str) -> Proxy | None:
    """Return the proxy that the system wants for a host; None where it is asked directly.

    Raises:
        HttpError: what is set is no address.

    """
    setting = urllib.request.getproxies().get(scheme, "")
    if not setting or urllib.request.proxy_bypass(host):
        return None
    try:
        parts = urlsplit(setting if "://" in setting else f"http://{setting}")
        port = parts.port or _USUAL_PORT
    except ValueError as error:
        raise HttpError("http.address", address="http_proxy") from error
    if parts.scheme != "http" or not parts.hostname:
        raise HttpError("http.address", address="http_proxy")
    words = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()
    login = f"Basic {base64.b64encode(words).decode()}" if parts.username else ""
    return Proxy(parts.hostname, port, login)


def open_tunnel(connection: socket.socket, proxy: Proxy, target: str, watch: Watch) -> None:
    """Let a proxy connect through to ``host:port``.

    Raises:
        HttpError: it does not.
        OSError: it cannot be asked.

    """
    login = f"Proxy-Authorization: {proxy.login}\r\n" if proxy.login else ""
    head = f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{login}\r\n"
    connection.settimeout(watch.left())
    connection.sendall(head.encode("ascii"))
    answer = b""
    # Byte by byte: what comes behind belongs to the other side already.
    while not answer.endswith(b"\r\n\r\n"):
        connection.settimeout(watch.left())
        byte = connection.recv(1)
        answer += byte
        if not byte or len(answer) > HEAD_BYTES:
            raise HttpError("http.garbled")
    status = answer.split(b"\r\n")[0].split(b" ")[1:2]
    if status != [b"200"]:
        raise HttpError("http.status", status=b"".join(status)[:3].decode("ascii", "replace"))
