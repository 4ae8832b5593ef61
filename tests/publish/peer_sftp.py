"""An SFTP server of our own that misbehaves as it is told."""

import socket
import stat
import threading
from collections.abc import Callable
from contextlib import suppress

from paramiko import (
    AUTH_FAILED,
    AUTH_SUCCESSFUL,
    OPEN_SUCCEEDED,
    PKey,
    RSAKey,
    ServerInterface,
    SFTPAttributes,
    SFTPServer,
    SFTPServerInterface,
    Transport,
)

PASSWORD = "geheim"  # noqa: S105


class Peer:
    """A running server.

    Attributes:
        keys: how many keys were offered.
        port: of this machine.
    """

    def __init__(self, files: type[SFTPServerInterface]) -> None:
        self.keys = 0
        self._files = files
        self._key = RSAKey.generate(2048)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.fingerprint = f"SHA256:{self._key.fingerprint.removeprefix('SHA256:')}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                transport = Transport(line)
                transport.add_server_key(self._key)
                transport.set_subsystem_handler("sftp", SFTPServer, self._files)
                with suppress(EOFError):
                    transport.start_server(server=_Doorkeeper(self))


class _Doorkeeper(ServerInterface):
    def __init__(self, peer: Peer) -> None:
        self._peer = peer

    def get_allowed_auths(self, username: str) -> str:
        """Say what opens the door."""
        return "publickey,password"

    def check_auth_publickey(self, username: str, key: PKey) -> int:
        """Refuse every key, and count it."""
        self._peer.keys += 1
        return AUTH_FAILED

    def check_auth_password(self, username: str, password: str) -> int:
        """Take the password, if no key was tried before."""
        right = password == PASSWORD and not self._peer.keys
        return AUTH_SUCCESSFUL if right else AUTH_FAILED

    def check_channel_request(self, kind: str, chanid: int) -> int:
        """Open every channel."""
        return OPEN_SUCCEEDED


def listing(names: Callable[[str], list[tuple[str, int, int]]]) -> type[SFTPServerInterface]:
    """Return files of which a list tells names, modes and sizes; all else is made of it too.

    Args:
        names: gives them for the path of a folder.

    """

    class Files(SFTPServerInterface):
        """What is listed, and nothing behind it."""

        def list_folder(self, path: str) -> list[SFTPAttributes]:
            """List a folder."""
            return [_attributes(*each) for each in names(path)]

        def stat(self, path: str) -> SFTPAttributes:
            """Tell of a file what its folder tells."""
            folder, _, name = path.rpartition("/")
            found = {each[0]: each for each in names(folder or "/")}
            return _attributes(*found.get(name, ("d", stat.S_IFDIR | 0o755, 0)))

        lstat = stat

    return Files


def _attributes(name: str, mode: int, size: int) -> SFTPAttributes:
    attributes = SFTPAttributes()
    attributes.filename, attributes.st_mode, attributes.st_size = name, mode, size
    attributes.st_mtime = attributes.st_atime = attributes.st_uid = attributes.st_gid = 0
    return attributes
