"""Verify: everything that the log and the listings say, recomputed.

Each fault is named with its file or line, under one of the four heads of 档案法实施条例 40条:
真实性 (is it what was sealed), 完整性 (is all of it there), 可用性 (can it be read), 安全性
(has anything been put in).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from disclosure.archive.line_ends import GAINED, line_end_damage
from disclosure.archive.listing import LISTING, STAMP, read_listing
from disclosure.archive.log import Entry, Line, read_lines
from disclosure.archive.store import LOG
from disclosure.files import sha256_hex

RECORD = "record.json"
# Who signed, what was found while writing, remarks in the source: kept, but not published.
OFFICE_FILES = frozenset({"notice.yaml", "site.yaml", "reviews.yaml", "check.html", "check.json"})
# What the log says of a version, its own record says too.
_TOLD_TWICE = ("slug", "number", "sealed", "reason", "note", "title", "content", "previous")


class Head(StrEnum):
    """What a fault is against."""

    AUTHENTIC = "真实性"
    WHOLE = "完整性"
    USABLE = "可用性"
    SAFE = "安全性"


class Fault(NamedTuple):
    """One thing that is not as it was sealed.

    Attributes:
        head: what it is against.
        code: message code.
        place: file, relative to the archive, or ``log.jsonl:<line>``.
    """

    head: Head
    code: str
    place: str


def verify(
    folder: Path, head: str = "", *, published: bool = False
) -> tuple[tuple[Line, ...], tuple[Fault, ...]]:
    """Check an archive, or a published copy of one.

    Args:
        folder: holds the log and the versions.
        head: digest of the last line known from elsewhere; empty when none is.
        published: a copy as the site has it, without ``OFFICE_FILES``, among pages of the site.

    Returns:
        The log, and everything that is wrong, in the order of the log.

    """
    try:
        lines = read_lines((folder / LOG).read_bytes())
    except FileNotFoundError:
        lines = ()
    except OSError:
        return (), (Fault(Head.USABLE, "archive.no_log", LOG),)
    faults = [*_chain(lines), *_versions(folder, lines, published)]
    if not published:
        faults += _unlogged(folder, lines)
    if head and head not in {line.digest for line in lines}:
        faults.append(Fault(Head.WHOLE, "archive.tail", LOG))
    return lines, tuple(faults)


def _chain(lines: Sequence[Line]) -> Iterator[Fault]:
    before = ""
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        place = f"{LOG}:{number}"
        entry = line.entry
        if entry is None:
            code = GAINED if line.data.endswith(b"\r") else "archive.line"
            yield Fault(Head.USABLE, code, place)
        elif entry.previous != before:
            yield Fault(Head.AUTHENTIC, "archive.chain", place)
        if entry is not None:
            if entry.number != numbers.get(entry.slug, 0) + 1:
                yield Fault(Head.WHOLE, "archive.number", place)
            numbers[entry.slug] = entry.number
        before = line.digest


def _versions(folder: Path, lines: Sequence[Line], published: bool) -> Iterator[Fault]:
    for number, line in enumerate(lines, 1):
        if line.entry is not None:
            yield from _version(folder, line.entry, f"{LOG}:{number}", published)


def _version(folder: Path, entry: Entry, place: str, published: bool) -> Iterator[Fault]:
    home = folder / entry.folder
    listing = _read(home / LISTING)
    if listing is None:
        yield Fault(Head.WHOLE, "archive.missing", entry.folder + LISTING)
        return
    digests = read_listing(listing)
    if sha256_hex(listing) != entry.listing:
        code = line_end_damage(listing, entry.listing) or "archive.changed"
        yield Fault(Head.AUTHENTIC, code, entry.folder + LISTING)
    if digests is None:
        return
    if entry.stamp:
        digests[STAMP] = entry.stamp
    yield from _files(home, entry.folder, digests, published)
    if not _record_agrees(_read(home / RECORD), entry):
        yield Fault(Head.AUTHENTIC, "archive.record", place)


def _files(home: Path, shown: str, digests: Mapping[str, str], published: bool) -> Iterator[Fault]:
    standing = set(_files_in(home)) - {LISTING}
    for name, digest in digests.items():
        data = _read(home / name) if name in standing else None
        if data is None and published and name in OFFICE_FILES:
            continue
        if data is None:
            yield Fault(Head.WHOLE, "archive.missing", shown + name)
        elif sha256_hex(data) != digest:
            code = line_end_damage(data, digest) or "archive.changed"
            yield Fault(Head.AUTHENTIC, code, shown + name)
    for name in sorted(standing - set(digests)):
        yield Fault(Head.SAFE, "archive.extra", shown + name)


def _record_agrees(record: bytes | None, entry: Entry) -> bool:
    if record is None:
        return True  # told as missing
    try:
        told = json.loads(record)["log"]
        return all(told[name] == getattr(entry, name) for name in _TOLD_TWICE)
    except (ValueError, KeyError, TypeError):
        return False


def _unlogged(folder: Path, lines: Sequence[Line]) -> Iterator[Fault]:
    logged = {line.entry.folder for line in lines if line.entry}
    known = {LOG}
    for name in _files_in(folder):
        parts = name.split("/")
        if "/".join(parts[:2]) + "/" not in logged and name not in known:
            yield Fault(Head.SAFE, "archive.extra", name)


def _files_in(folder: Path) -> list[str]:
    """Return the files below a folder; links count as files, for they are none of ours."""
    if not folder.is_dir():
        return []
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    )


def _read(path: Path) -> bytes | None:
    try:
        return None if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
