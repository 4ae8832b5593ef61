"""Files of the built site, as the preview hands them out."""

import mimetypes
from pathlib import Path
from typing import NamedTuple

_TEXTS = ("text/", "application/json", "application/xml", "application/javascript", "image/svg")
_TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
    ".json": "application/json", ".xml": "application/xml", ".csv": "text/csv",
    ".txt": "text/plain", ".pdf": "application/pdf",
}  # fmt: skip
# Written by us into every page, so its place is known; an attribute there means nothing else.
_HEAD = b"<head>"


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
    parts = address.split("/")
    last = parts.pop()
    # A backslash and a colon are separators on Windows.
    hidden = any(not part or part.startswith(".") for part in parts) or last.startswith(".")
    if not hidden and not set("\\:\0") & set(address):
        path = output.joinpath(*parts, last or "index.html")
        if path.is_file():
            return Found(200, _type_of(path), path.read_bytes())
    missing = output / "404.html"
    return Found(404, _type_of(missing), missing.read_bytes()) if missing.is_file() else None


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


def _type_of(path: Path) -> str:
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    kind = kind or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) else kind
