"""Fetching: the archive's part of a published site, from its address into a folder."""

import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from disclosure.archive.listing import LISTING, STAMP, read_listing
from disclosure.archive.log import Entry, read_lines
from disclosure.archive.store import LOG
from disclosure.archive.verify import OFFICE_FILES
from disclosure.errors import OutputError, UsageError
from disclosure.files import write_file

_SECONDS = 30
_LARGEST_FILE = 256 * 1024**2
_LARGEST_ARCHIVE = 4 * 1024**3
_GONE = frozenset({403, 404, 410})


def fetch_archive(address: str, folder: Path) -> None:
    """Fetch what a site publishes of its archive.

    Args:
        address: of the site, or of its archive folder; http or https.
        folder: where to; empty.

    What the server does not have is left out: verifying tells it as missing.

    Raises:
        UsageError: there is no log at that address.
        OutputError: the server cannot be reached, or sends too much.

    """
    base = address if address.endswith("/") else address + "/"
    for home in (urllib.parse.urljoin(base, "archive/"), base):
        log = fetch(home + LOG)
        if log is not None:
            break
    else:
        raise UsageError("verify.no_archive", path=address)
    write_file(folder / LOG, log)
    left = _LARGEST_ARCHIVE
    for line in read_lines(log):
        if line.entry is not None:
            left -= _fetch_version(home, line.entry, folder)
            if left < 0:
                raise OutputError("verify.too_large", url=address)


def _fetch_version(home: str, entry: Entry, folder: Path) -> int:
    """Fetch one version and return how many bytes it has."""
    listing = fetch(home + entry.folder + LISTING)
    if listing is None:
        return 0
    write_file(folder / entry.folder / LISTING, listing)
    names = set(read_listing(listing) or ()) - OFFICE_FILES
    if entry.stamp:
        names.add(STAMP)
    size = 0
    for name in sorted(names):
        data = fetch(home + entry.folder + urllib.parse.quote(name))
        # A name with a drive or a stream in it would be somewhere else on Windows.
        if data is not None and ":" not in name:
            write_file(folder / entry.folder / name, data)
            size += len(data)
    return size


def fetch(url: str) -> bytes | None:
    """Return what stands at an address; None where nothing does.

    Raises:
        OutputError: the server cannot be reached, or sends too much.

    """
    try:
        with urllib.request.urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310 - http(s) only
            data: bytes = answer.read(_LARGEST_FILE + 1)
    except urllib.error.HTTPError as error:
        if error.code in _GONE:
            return None
        raise OutputError("verify.unreachable", url=url, reason=f"HTTP {error.code}") from error
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "reason", error)) or type(error).__name__
        raise OutputError("verify.unreachable", url=url, reason=reason) from error
    if len(data) > _LARGEST_FILE:
        raise OutputError("verify.too_large", url=url)
    return data
