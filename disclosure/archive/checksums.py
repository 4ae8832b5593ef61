"""``sha256sum.txt`` of a version: every other file of its folder, checked by ``sha256sum -c``."""

import io
import re
from collections.abc import Iterable, Mapping

from disclosure.files import sha256_hex
from disclosure.plain_paths import is_plain

LISTING = "sha256sum.txt"
# The time-stamp token (RFC 3161) of the listing; the log holds its digest.
TOKEN_FILE = "sha256sum.txt.tsr"  # noqa: S105 - no password
_LONGEST_NAME = 1000  # what every system can still write below a folder
_ROW = re.compile(r"^(?P<digest>[0-9a-f]{64})  (?P<name>.+)$", re.MULTILINE)


def make_listing(files: Mapping[str, bytes]) -> bytes:
    """Return the listing of ``files``, sorted by name."""
    return listing_bytes({name: sha256_hex(data) for name, data in files.items()})


def listing_bytes(digests: Mapping[str, str]) -> bytes:
    """Return the listing of files whose SHA-256 is known, by name."""
    # Row by row: all rows, and again as text and as bytes, are the most that a large site takes.
    listing = io.BytesIO()
    listing.writelines(f"{digests[name]}  {name}\n".encode() for name in sorted(digests))
    return listing.getvalue()


def read_listing(data: bytes) -> dict[str, str] | None:
    """Return the digests by name; None when it is no listing of ours.

    One of ours has exactly the bytes that ``listing_bytes`` writes, and plain names only: what
    says the same in another way was not written by us.
    """
    found = plain_rows(data)
    if any(len(name) > _LONGEST_NAME for name in found):
        return None
    if _folders(found) & found.keys():
        return None  # a file cannot be a folder, too
    # Rows that are none, doubled names, another order, a line end too few or too many: all
    # differ here.
    return found if listing_bytes(found) == data else None


def plain_rows(data: bytes) -> dict[str, str]:
    """Return the digests by name of all rows whose name is plain, whatever else is there.

    Of a name that stands twice the last row counts.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return {}
    return {name: digest for digest, name in _ROW.findall(text) if is_plain(name)}


def _folders(names: Iterable[str]) -> set[str]:
    folders: set[str] = set()
    for name in names:
        above = name.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    return folders
