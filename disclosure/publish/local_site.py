"""The built site on this machine, as it is about to be published."""

from collections.abc import Mapping
from pathlib import Path

from disclosure.archive.checksums import read_listing
from disclosure.files import explain_os_error, sha256_hex
from disclosure.render import urls


class LocalSite:
    """A built site, ready to be published.

    Attributes:
        listing: bytes of its listing.
        digests: SHA-256 by place, without the listing itself.
        every: the same with the listing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.listing = self.read(urls.LISTING)
        self.digests: Mapping[str, str] = read_listing(self.listing) or {}
        self.every: Mapping[str, str] = {**self.digests, urls.LISTING: sha256_hex(self.listing)}

    def read(self, place: str) -> bytes:
        """Return a file.

        Raises:
            OutputError: it cannot be read.

        """
        path = self._folder / place
        try:
            return path.read_bytes()
        except OSError as error:
            raise explain_os_error(error, path) from error

    def size(self, place: str) -> int | None:
        """Return the size of a file; None where it is not there."""
        try:
            return (self._folder / place).stat().st_size
        except OSError:
            return None
