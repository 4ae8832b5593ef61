"""The listing: ``sha256sum.txt`` at the root of the site.

It tells anybody with ``sha256sum -c`` whether a copy of the site is whole, and the next build
which files are its own. It does not list itself; ``archive.listing`` writes it.
"""

import re
from pathlib import Path

from disclosure.bounded_reading import read_file
from disclosure.plain_paths import is_plain
from disclosure.render.urls import LISTING

_ROW = re.compile(r"([0-9a-f]{64})  ([^\n]+)")


def read_listing(output: Path) -> dict[str, str]:
    """Return the digests that the site's listing states; empty when there is none.

    Rows that lead out of the site are left out: it may have been tampered with, and it decides
    what may be deleted.
    """
    try:
        text = read_file(output / LISTING).decode()
    except (OSError, UnicodeDecodeError):
        return {}
    rows = (_ROW.fullmatch(line) for line in text.split("\n"))
    return {row[2]: row[1] for row in rows if row and is_plain(row[2])}
