"""The log: one line of JSON for every sealed version, each holding the digest of the one before.

A changed, lost, doubled or moved line breaks the chain; the digest of the last line (the head)
proves that nothing was cut off the end.
"""

import json
import re
import unicodedata
from datetime import UTC, datetime
from typing import Any, NamedTuple

from disclosure.archive.bounded_reading import read_json
from disclosure.files import sha256_hex

# A slug is a folder's name; what is no slug must not lead out of the archive.
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_SLUG = 200
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", re.ASCII)
_MOST_VERSIONS = 1_000_000
# Controls, halves of surrogate pairs, line and paragraph separators: no loader lets them in.
_NEVER = frozenset({"Cc", "Cs", "Zl", "Zp"})
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


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
    """Return what a line says; None unless each of its values can be what we wrote."""
    try:
        values: Any = read_json(row)
        if not isinstance(values, dict) or tuple(values) != Entry._fields:
            return None
        entry = Entry(**values)
        # Written another way it would be another line with the same meaning.
        good = _is_typed(entry) and entry_line(entry) == row + b"\n"
    except (ValueError, TypeError, RecursionError):
        return None
    return entry if good else None


def _is_typed(entry: Entry) -> bool:
    texts = (value for name, value in entry._asdict().items() if name != "number")
    return (
        type(entry.number) is int
        and 0 < entry.number <= _MOST_VERSIONS
        and all(isinstance(text, str) for text in texts)
        and len(entry.slug) <= _LONGEST_SLUG
        and _SLUG.fullmatch(entry.slug) is not None
        and _is_moment(entry.sealed)
        and all(_is_text(text) for text in (entry.reason, entry.note, entry.title))
        and all(_DIGEST.fullmatch(digest) for digest in (entry.content, entry.listing))
        and all(not digest or _DIGEST.fullmatch(digest) for digest in (entry.stamp, entry.previous))
    )


def _is_moment(text: str) -> bool:
    """Say whether it is a second of the calendar, in China's time and in UTC."""
    try:
        moment = datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
        return moment is not None and bool(moment.astimezone(UTC))
    except (ValueError, OverflowError):
        return False


def _is_text(text: str) -> bool:
    return bool(text) and not any(
        char != "\t" and (unicodedata.category(char) in _NEVER or char in _HIDDEN) for char in text
    )
