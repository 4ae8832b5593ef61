"""A WebDAV server for the tests, run by the peers' Python: wsgidav on cheroot."""

import argparse
import io
from collections.abc import Iterable
from typing import IO

from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server
from wsgidav.dav_error import HTTP_FORBIDDEN, HTTP_INSUFFICIENT_STORAGE, DAVError
from wsgidav.fs_dav_provider import FileResource
from wsgidav.wsgidav_app import WsgiDAVApp


class Honest(io.FileIO):
    """Says that the disk is full as RFC 4918 has it, where wsgidav says 500."""

    def writelines(self, lines: Iterable[bytes]) -> None:
        """Write, or say why not."""
        try:
            super().writelines(lines)
        except OSError as error:
            raise DAVError(HTTP_INSUFFICIENT_STORAGE) from error


def begin_write(resource: FileResource, *, content_type: str | None = None) -> IO[bytes]:
    """Open a file as wsgidav does."""
    if resource.provider.readonly:
        raise DAVError(HTTP_FORBIDDEN)
    return Honest(resource._file_path, "wb")


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--root", required=True)
    parser.add_argument("--certificate")
    parser.add_argument("--user", default="www")
    parser.add_argument("--password", default="秘密 word")
    parser.add_argument("--digest", action="store_true")
    parser.add_argument("--read-only", action="store_true")
    parser.add_argument("--idle", type=int, default=60)
    asked = parser.parse_args()

    FileResource.begin_write = begin_write
    users = {asked.user: {"password": asked.password}} if asked.user else True
    config = {
        "provider_mapping": {"/": {"root": asked.root, "readonly": asked.read_only}},
        "simple_dc": {"user_mapping": {"*": users}},
        "http_authenticator": {
            "accept_basic": not asked.digest,
            "accept_digest": asked.digest,
            "default_to_digest": asked.digest,
        },
        # Its check compares names that were decoded in two ways; only ASCII ones get through.
        "hotfixes": {"digest_skip_uri_check": True},
        "lock_storage": False,
        "verbose": 3,
    }
    server = Server(("127.0.0.1", asked.port), WsgiDAVApp(config), timeout=asked.idle)
    if asked.certificate:
        server.ssl_adapter = BuiltinSSLAdapter(asked.certificate, asked.certificate)
    server.start()


main()
