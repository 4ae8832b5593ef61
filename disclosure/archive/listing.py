"""``sha256sum.txt`` of a version: every other file of its folder, checked by ``sha256sum -c``."""

import re
from collections.abc import Mapping

from disclosure.files import sha256_hex

LISTING = "sha256sum.txt"
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>[^\\\n\r\0/][^\\\n\r\0]*)")


def make_listing(files: Mapping[str, bytes]) -> bytes:
    """Return the listing of ``files``, sorted by name."""
    rows = (f"{sha256_hex(files[name])}  {name}\n" for name in sorted(files))
    return "".join(rows).encode()


def read_listing(data: bytes) -> dict[str, str] | None:
    """Return the digests by name; None when it is no listing of ours."""
    try:
        rows = data.decode().split("\n")
    except UnicodeDecodeError:
        return None
    if rows.pop() != "":
        return None
    found: dict[str, str] = {}
    for row in rows:
        match = _LINE.fullmatch(row)
        if match is None or match["name"] in found or ".." in match["name"].split("/"):
            return None
        found[match["name"]] = match["digest"]
    return found
