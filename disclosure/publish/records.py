"""What the office knows of its publications: ``content/published/``.

``<target>.txt`` is the listing that was published last, ``log.jsonl`` a line a publication;
``<target>.pending`` names the places that a publication was about to change.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from disclosure.archive.listing import read_listing
from disclosure.files import explain_os_error, replace_file
from disclosure.render import urls
from disclosure.settings import Settings

_LOG = "log.jsonl"


class LocalSite:
    """A built site, ready to be published.

    Attributes:
        listing: bytes of its listing.
        digests: SHA-256 by place, without the listing itself.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.listing = self.read(urls.LISTING)
        self.digests: Mapping[str, str] = read_listing(self.listing) or {}

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


class Records:
    """The records of one project."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.content / "published"

    def listing(self, target: str) -> bytes:
        """Return the listing that was published last to a target; empty for none."""
        try:
            return self._listing(target).read_bytes()
        except OSError:
            return b""

    def latest(self) -> bytes:
        """Return the listing of the last publication anywhere; empty for none."""
        try:
            line = (self._folder / _LOG).read_bytes().splitlines()[-1]
            return self.listing(str(json.loads(line)["target"]))
        except (OSError, ValueError, KeyError, IndexError, TypeError):
            return b""

    def pending(self, target: str) -> frozenset[str]:
        """Return the places that an interrupted publication was about to change."""
        try:
            return frozenset(self._pending(target).read_text("utf-8").splitlines())
        except (OSError, UnicodeDecodeError):
            return frozenset()

    def announce(self, target: str, places: Iterable[str]) -> None:
        """Note the places that are going to be changed, before the first one is.

        Raises:
            OutputError: it cannot be written.

        """
        path = self._pending(target)
        try:
            replace_file(path, "".join(f"{each}\n" for each in places).encode(), durable=True)
        except OSError as error:
            raise explain_os_error(error, path) from error

    def note(self, target: str, listing: bytes, line: Mapping[str, Any]) -> None:
        """Note a publication.

        Args:
            target: its name.
            listing: what stands there now.
            line: what the log is to say of it.

        Raises:
            OutputError: it cannot be written.

        """
        log = self._folder / _LOG
        try:
            replace_file(self._listing(target), listing, durable=True)
            with log.open("ab") as file:
                file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        except OSError as error:
            raise explain_os_error(error, log) from error

    def settle(self, target: str) -> None:
        """Note that nothing is about to be changed any more.

        Raises:
            OutputError: it cannot be noted.

        """
        path = self._pending(target)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, path) from error

    def _listing(self, target: str) -> Path:
        return self._folder / f"{target}.txt"

    def _pending(self, target: str) -> Path:
        return self._folder / f"{target}.pending"
