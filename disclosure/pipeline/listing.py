"""The listing: ``sha256sum.txt`` at the root of the site.

It tells anybody with ``sha256sum -c`` whether a copy of the site is whole, and the next build
which files are its own. It does not list itself; ``archive.listing`` writes it.
"""

import re
from pathlib import Path

from disclosure.render.urls import LISTING

_ROW = re.compile(r"([0-9a-f]{64})  ([^\n]+)")


def read_listing(output: Path) -> dict[str, str]:
    """Return the digests that the site's listing states; empty when there is none."""
    try:
        text = (output / LISTING).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    rows = (_ROW.fullmatch(line) for line in text.splitlines())
    return {row[2]: row[1] for row in rows if row and _is_inside(row[2])}


def _is_inside(url: str) -> bool:
    # The listing may have been tampered with; it decides what may be deleted.
    parts = url.split("/")
    return not url.startswith("/") and ".." not in parts and "" not in parts and "\\" not in url
