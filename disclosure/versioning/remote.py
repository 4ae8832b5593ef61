"""Fetching: the archive's part of a published site, from its address into a folder."""

import urllib.parse
from pathlib import Path
from typing import Final

from disclosure.archive.checksums import LISTING, TOKEN_FILE, read_listing
from disclosure.archive.log import Entry, read_lines
from disclosure.archive.store import LOG
from disclosure.archive.verify import OFFICE_FILES
from disclosure.errors import OutputError, UsageError
from disclosure.files import explain_os_error, write_file
from disclosure.http.client import Client
from disclosure.http.limits import HttpError, Limits

LIMITS: Final = Limits(answer=256 * 1024**2, total=4 * 1024**3, patience=20, seconds=1800)
_GONE: Final = frozenset({403, 404, 410})
_FOUND: Final = 200
# Of one version: what it must have, and what is attached.
_MOST_FILES: Final = 2000


def fetch_archive(address: str, folder: Path, client: Client) -> None:
    """Fetch what a site publishes of its archive.

    Args:
        address: of the site, or of its archive folder; http or https.
        folder: where to; empty.
        client: bounds how much is fetched, and so how much is written.

    What the server does not have is left out: verifying tells it as missing.

    Raises:
        UsageError: there is no log at that address.
        OutputError: the server cannot be reached, or sends too much, or nothing can be written.

    """
    base = address if address.endswith("/") else address + "/"
    for home in (base + "archive/", base):
        log = fetch(home + LOG, client)
        if log is not None:
            break
    else:
        raise UsageError("verify.no_archive", path=address)
    try:
        write_file(folder / LOG, log)
        for line in read_lines(log):
            if line.entry is not None:
                _fetch_version(home, line.entry, folder, client)
    except OSError as error:
        raise explain_os_error(error, folder) from error


def _fetch_version(home: str, entry: Entry, folder: Path, client: Client) -> None:
    listing = fetch(home + entry.folder + LISTING, client)
    if listing is None:
        return
    write_file(folder / entry.folder / LISTING, listing)
    names = set(read_listing(listing) or ()) - OFFICE_FILES - {LISTING}
    if len(names) > _MOST_FILES:
        raise OutputError("verify.too_large", url=home + entry.folder)
    if entry.stamp:
        names.add(TOKEN_FILE)
    for name in sorted(names):
        data = fetch(home + entry.folder + urllib.parse.quote(name), client)
        if data is not None:
            write_file(folder / entry.folder / name, data)


def fetch(url: str, client: Client) -> bytes | None:
    """Return what stands at an address; None where nothing does.

    Raises:
        OutputError: the server cannot be reached, or sends too much.

    """
    try:
        answer = client.get(url)
    except HttpError as error:
        raise OutputError("verify.unreachable", url=url) from error
    if answer.status in _GONE:
        return None
    if answer.status != _FOUND:
        status = HttpError("http.status", status=str(answer.status))
        raise OutputError("verify.unreachable", url=url) from status
    return answer.body
