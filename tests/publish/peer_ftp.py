"""An FTP server for the tests, run by the peers' Python: pyftpdlib, with the ways of others."""

import argparse
import os
import sys
from typing import IO

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.filesystems import AbstractedFS
from pyftpdlib.handlers import DTPHandler, FTPHandler, TLS_FTPHandler
from pyftpdlib.log import logger
from pyftpdlib.servers import FTPServer


class Files(AbstractedFS):
    """Writes at once: with a buffer, pyftpdlib stumbles over the second error of a full disk."""

    def open(self, filename: str, mode: str) -> IO[bytes]:
        """Open a file."""
        return open(filename, mode, buffering=0)  # noqa: PTH123


class WindowsFiles(Files):
    """Refuses to rename over a file."""

    def rename(self, src: str, dst: str) -> None:
        """Rename, or refuse."""
        if os.path.exists(dst):  # noqa: PTH110
            raise FileExistsError(17, "Cannot create a file when that file already exists")
        super().rename(src, dst)


class Honest(DTPHandler):
    """Says that the disk is full, where pyftpdlib says None."""

    def handle_error(self) -> None:
        """Answer as RFC 959 has it."""
        error = sys.exc_info()[1]
        if isinstance(error and error.__cause__, OSError):
            self._resp = (f"552 {error.__cause__.strerror}.", logger.warning)
            self.close()
        else:
            super().handle_error()


class Dying(DTPHandler):
    """Ends the whole server in the middle of an upload."""

    def handle_read(self) -> None:
        """Take some bytes, then die."""
        super().handle_read()
        if self.get_transmitted_bytes() > 100_000:
            os._exit(1)

    handle_read_event = handle_read


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--root", required=True)
    parser.add_argument("--rights", default="elradfmwMT")
    parser.add_argument("--certificate")
    parser.add_argument("--password", default="秘密 word")
    parser.add_argument("--banner", default="欢迎使用")
    parser.add_argument("--encoding", default="utf-8")
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--windows", action="store_true")
    parser.add_argument("--dying", action="store_true")
    parser.add_argument("--umask", type=lambda text: int(text, 8))
    parser.add_argument("--idle", type=int, default=300)
    asked = parser.parse_args()

    if asked.umask is not None:
        os.umask(asked.umask)
    handler = TLS_FTPHandler if asked.certificate else FTPHandler
    if asked.certificate:
        handler.certfile = asked.certificate
        handler.tls_control_required = handler.tls_data_required = True
    handler.authorizer = DummyAuthorizer()
    handler.authorizer.add_user("www", asked.password, asked.root, perm=asked.rights)
    handler.banner = asked.banner
    handler.encoding = asked.encoding
    handler.timeout = asked.idle
    handler.abstracted_fs = WindowsFiles if asked.windows else Files
    if not asked.certificate:
        handler.dtp_handler = Dying if asked.dying else Honest
    handler.proto_cmds = {k: v for k, v in handler.proto_cmds.items() if k not in asked.without}
    FTPServer(("127.0.0.1", asked.port), handler).serve_forever()


main()
