"""Servers to publish to, each a process of its own, started and ended by the tests."""

import contextlib
import itertools
import os
import select
import socket
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.required import peer, program

HERE = Path(__file__).parent
PASSWORD = "秘密 word"  # noqa: S105


class Server:
    """A process that listens on a port of this machine.

    Args:
        command: what to run; ``{port}`` stands for a free port.
        log: file for what it says.
        port: one that was found to be free before.

    """

    def __init__(self, *command: str | Path, log: Path, port: int = 0) -> None:
        self.port = port or free_port()
        self.command = [str(part).replace("{port}", str(self.port)) for part in command]
        self.log = log
        self.start()

    def start(self) -> Self:
        """Start, or start again on the same port; return when it listens."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log)
        for _ in range(600):
            if self.process.poll() is not None:
                break
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return self
            time.sleep(0.05)
        self.stop()
        raise RuntimeError(self.log.read_text("utf-8", "replace"))

    def stop(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """End the process at once."""
        self.stop()


# A port is not given twice in a row: its last server may still be leaving.
_TURNS = itertools.count()


def free_port() -> int:
    """Return a port of this machine on which nobody listens.

    Each process of tests has ports of its own, below those that the system gives away: between
    this and the server's start, another process might else be given the same.
    """
    first = 12_000 + os.getpid() % 200 * 100
    for number in _TURNS:
        port = first + number % 100
        with socket.socket() as found, contextlib.suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def ftp_server(root: Path, *options: str) -> Server:
    """Start pyftpdlib; see peer_ftp.py for the options."""
    root.mkdir(exist_ok=True)
    command = (peer("python"), HERE / "peer_ftp.py", "--port", "{port}", "--root", root)
    return Server(*command, *options, log=root.parent / "ftp.log")


def webdav_server(root: Path, *options: str) -> Server:
    """Start wsgidav; see peer_webdav.py for the options."""
    root.mkdir(exist_ok=True)
    command = (peer("python"), HERE / "peer_webdav.py", "--port", "{port}", "--root", root)
    return Server(*command, *options, log=root.parent / "webdav.log")


def s3_server(folder: Path) -> Server:
    """Start moto, which keeps everything in memory and lets everybody in until told otherwise."""
    # So that a listing of few objects has several pages, as one of thousands has.
    pages = (program("env"), "MOTO_S3_DEFAULT_MAX_KEYS=10")
    command = (*pages, peer("moto_server"), "-H", "127.0.0.1", "-p", "{port}")
    return Server(*command, log=folder / "s3.log")


def make_certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Make a certificate for a name or an address that nobody else has signed.

    Returns:
        The certificate, and a file with certificate and key.

    """
    certificate, key, both = (folder / each for each in ("cert.pem", "key.pem", "both.pem"))
    kind = "IP" if name[0].isdigit() else "DNS"
    options = ("-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test")
    names = ("-addext", f"subjectAltName={kind}:{name}")
    subprocess.run(
        [program("openssl"), "req", "-x509", *options, *names, "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    both.write_bytes(certificate.read_bytes() + key.read_bytes())
    return certificate, both


class Cutter:
    """Passes bytes on to a port, and cuts the line after some of them."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.after: int | None = None
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def cut(self) -> None:
        """Cut all lines that are open."""
        for line in self._open:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                self._open.append(near)
                threading.Thread(target=self._pass, args=(near,), daemon=True).start()

    def _pass(self, near: socket.socket) -> None:
        passed = 0
        with near, suppress(OSError), socket.create_connection(("127.0.0.1", self._port)) as far:
            while True:
                for ready in select.select([near, far], [], [])[0]:
                    data = ready.recv(65536)
                    passed += len(data) if ready is near else 0
                    if not data or (self.after is not None and passed > self.after):
                        return
                    (far if ready is near else near).sendall(data)
