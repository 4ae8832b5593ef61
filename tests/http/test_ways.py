"""TLS, and the proxy of the office."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from disclosure.http.client import Client
from disclosure.http.hosts import is_public
from disclosure.http.limits import HttpError, Limits
from tests.http.raw_server import plain, raw_server
from tests.required import program

LIMITS = Limits(answer=100_000, total=1_000_000, patience=5, seconds=30)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a key and a certificate of this machine, in one file."""
    folder = tmp_path_factory.mktemp("tls")
    words = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9999", "-subj", "/CN=x"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "own.pem"]
    command = [program("openssl"), "req", *words, *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    whole = folder / "both.pem"
    whole.write_bytes((folder / "own.pem").read_bytes() + (folder / "key.pem").read_bytes())
    return whole


@pytest.fixture
def secure(certificate: Path) -> Iterator[int]:
    """Serve over TLS; give the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                plain_connection, _ = listener.accept()
            except OSError:
                return
            with suppress(OSError), plain_connection:
                plain_connection.settimeout(5)
                with context.wrap_socket(plain_connection, server_side=True) as connection:
                    connection.recv(9999)
                    connection.sendall(plain(b"secret"))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def test_certificates(secure: int, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system trusts is taken, anything else refused with the reason."""
    address = f"https://127.0.0.1:{secure}/"
    with pytest.raises(HttpError) as refused:
        Client(LIMITS).get(address)
    assert "self" in refused.value.params["reason"]
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert Client(LIMITS).get(address).body == b"secret"
    with pytest.raises(HttpError) as refused:
        Client(LIMITS).get(address.replace("127.0.0.1", "localhost"))
    assert refused.value.code == "http.system"


def test_handshake_without_end() -> None:
    """A server that says nothing to a TLS greeting is too slow; one that talks is none."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(HttpError, match=r"http\.slow"):
            Client(LIMITS._replace(patience=0.3)).get(address)


def through(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    """Set a proxy with a login."""
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://us%40er:secret@127.0.0.1:{port}")
    monkeypatch.setenv("no_proxy", "own.example")


def test_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain addresses go to the proxy whole; what is excepted does not."""
    with raw_server(lambda path: [plain(path.encode())]) as proxy:
        through(monkeypatch, proxy.port)
        assert Client(LIMITS).get("http://a.invalid:81/x?y").body == b"http://a.invalid:81/x?y"
        with pytest.raises(HttpError):
            Client(LIMITS).get("http://own.example:1/")
        inner = Client(LIMITS, lambda _, address: is_public(address))
        with pytest.raises(HttpError, match=r"http\.inner"):
            inner.get("http://127.1/")
        assert proxy.asked == ["http://a.invalid:81/x?y"]


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 407 x\r\n\r\n", b"GARBAGE\r\n\r\n", b"", b"x" * 99_999, b"\r\n\r\n"]
)
def test_tunnel_refused(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that lets nobody through is told."""
    with raw_server(lambda _: [answer]) as proxy:
        through(monkeypatch, proxy.port)
        with pytest.raises(HttpError):
            Client(LIMITS).get("https://a.invalid/")
        assert proxy.asked == ["a.invalid:443"]


def test_tunnel(secure: int, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a tunnel the certificate is that of the host, not of the proxy."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        ours, _ = listener.accept()
        assert ours.recv(9999).startswith(b"CONNECT 127.0.0.1:")
        theirs = socket.create_connection(("127.0.0.1", secure))
        ours.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = threading.Thread(target=pump, args=(theirs, ours), daemon=True)
        back.start()
        pump(ours, theirs)
        back.join(5)
        ours.close()
        theirs.close()

    def pump(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(9999):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    through(monkeypatch, listener.getsockname()[1])
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert Client(LIMITS).get(f"https://127.0.0.1:{secure}/").body == b"secret"
    thread.join(5)
    listener.close()
