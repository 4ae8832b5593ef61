"""Files of the built site, as the preview hands them out."""

from pathlib import Path
from typing import NamedTuple

from disclosure.media_types import served_type
from disclosure.plain_paths import below, is_regular_file

# Written by us into every page, so its place is known; an attribute there means nothing else.
_HEAD = b"<head>"
_LONGEST = 1024  # characters of an address; Windows takes less


class Found(NamedTuple):
    """One file, ready to send."""

    status: int
    kind: str
    content: bytes


def find_file(output: Path, address: str) -> Found | None:
    """Return the file for an address; the 404 page where there is none, None without one.

    Args:
        output: the built site.
        address: decoded path below the site's root, without its first slash. What leads
            outside, or to a hidden file, is not found.
    """
    path = place_of(output, address)
    if path is not None and is_regular_file(path):
        return Found(200, served_type(path.name), path.read_bytes())
    missing = output / "404.html"
    return (
        Found(404, served_type(missing.name), missing.read_bytes()) if missing.is_file() else None
    )


def place_of(output: Path, address: str) -> Path | None:
    """Return where the file for an address would stand; None for an address that has no file.

    Nothing outside the site is looked at, or the answer would tell what stands there; on
    Windows a mere question can lead to another machine.
    """
    name = f"{address}index.html" if address.endswith("/") or not address else address
    if len(name) > _LONGEST or any(part.startswith(".") for part in name.split("/")):
        return None
    return below(output, name)


def is_folder(output: Path, address: str) -> bool:
    """Say whether a page stands in the folder of this address, which lacks its last slash."""
    page = place_of(output, f"{address}/") if address and not address.endswith("/") else None
    return page is not None and is_regular_file(page)


def with_script(content: bytes, script: bytes) -> bytes:
    """Return a page with ``script`` first in its head, wherever the head is and ends."""
    head, found, rest = content.partition(_HEAD)
    return head + found + script + rest if found else script + content


def waiting_page(title: str) -> bytes:
    """Return what stands where no page was ever built; the script says why."""
    from html import escape

    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n<main><h1>{escape(title)}</h1></main>\n"
        "</body>\n</html>\n"
    ).encode()
