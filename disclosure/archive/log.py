"""The log: one line of JSON for every sealed version, each holding the digest of the one before.

A changed, lost, doubled or moved line breaks the chain; the digest of the last line (the head)
proves that nothing was cut off the end.
"""

import json
import re
from typing import Any, NamedTuple

from disclosure.files import sha256_hex

# A slug is a folder's name; what is no slug must not lead out of the archive.
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Entry(NamedTuple):
    """One line.

    Attributes:
        slug: of the notice.
        number: of the version, from 1.
        sealed: when, ISO 8601 in China's time.
        reason: why there is a new version.
        note: what is new, in words.
        title: of the notice, as sealed.
        content: digest of ``notice.json``.
        listing: digest of the version's ``sha256sum.txt``.
        stamp: digest of its time-stamp token; empty where none was asked for.
        previous: digest of the line before; empty on the first.
    """

    slug: str
    number: int
    sealed: str
    reason: str
    note: str
    title: str
    content: str
    listing: str
    stamp: str
    previous: str

    @property
    def folder(self) -> str:
        """The version's folder in the archive, with a final slash."""
        return f"{self.slug}/{self.number}/"


class Line(NamedTuple):
    """One line as it stands in the file.

    Attributes:
        data: its bytes, without the line end.
        entry: what it says; None when it cannot be read.
    """

    data: bytes
    entry: Entry | None

    @property
    def digest(self) -> str:
        """What the next line must hold."""
        return sha256_hex(self.data)


def entry_line(entry: Entry) -> bytes:
    """Return the line of ``entry``, with its line end."""
    return json.dumps(entry._asdict(), ensure_ascii=False).encode() + b"\n"


def read_lines(data: bytes) -> tuple[Line, ...]:
    """Return the lines of a log; what stands behind the last line end is a line, too."""
    rows = data.split(b"\n")
    if rows[-1] == b"":
        rows.pop()
    return tuple(Line(row, _entry(row)) for row in rows)


def head_of(lines: tuple[Line, ...]) -> str:
    """Return the digest of the last line; empty for an empty log."""
    return lines[-1].digest if lines else ""


def _entry(row: bytes) -> Entry | None:
    try:
        values: Any = json.loads(row)
        if not isinstance(values, dict) or tuple(values) != Entry._fields:
            return None
        entry = Entry(**values)
    except (ValueError, TypeError, RecursionError):
        return None
    texts = (value for name, value in values.items() if name != "number")
    good = isinstance(entry.number, int) and all(isinstance(text, str) for text in texts)
    good = good and entry.number > 0 and _SLUG.fullmatch(entry.slug) is not None
    # Written another way it would be another line with the same meaning.
    return entry if good and entry_line(entry) == row + b"\n" else None
