"""Verify: everything that the log and the listings say, recomputed.

Each fault is named with its file or line, under one of the four heads of 档案法实施条例 40条:
真实性 (is it what was sealed), 完整性 (is all of it there), 可用性 (can it be read), 安全性
(has anything been put in).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from disclosure.archive.bounded_reading import digest_of, files_below, read_bounded, read_json
from disclosure.archive.checksums import LISTING, TOKEN_FILE, read_listing
from disclosure.archive.line_ends import GAINED, line_end_damage
from disclosure.archive.log import Entry, Line, read_lines
from disclosure.archive.store import LOG
from disclosure.files import sha256_hex
from disclosure.plain_paths import is_regular_file

RECORD = "record.json"
# Who signed, what was found while writing, remarks in the source: kept, but not published.
OFFICE_FILES = frozenset({"notice.yaml", "site.yaml", "reviews.yaml", "check.html", "check.json"})
# Without these it is no version; what else it has is attached to it.
REQUIRED = OFFICE_FILES | {
    *("index.html", "notice.json", "notice.txt", "ledger.csv", "metrics.csv", RECORD),
}
_LARGEST_LOG = 256 * 1024**2
_LARGEST_LISTING = 16 * 1024**2
# What the log says of a version, its own record says too.
_ALSO_IN_RECORD = ("slug", "number", "sealed", "reason", "note", "title", "content", "previous")


class Criterion(StrEnum):
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

    head: Criterion
    code: str
    place: str


def verify(
    folder: Path, head: str = "", *, published: bool = False, held: Collection[str] | None = None
) -> tuple[tuple[Line, ...], tuple[Fault, ...]]:
    """Check an archive, or a published copy of one.

    Args:
        folder: holds the log and the versions.
        head: digest of the last line known from elsewhere; empty when none is.
        published: a copy as the site has it, without ``OFFICE_FILES``, among pages of the site.
        held: folders of the versions that the copy should have; None when that is all of them.

    Returns:
        The log, and everything that is wrong, in the order of the log.

    """
    if (folder / LOG).is_symlink():
        return (), (Fault(Criterion.SAFE, "archive.link", LOG),)
    data = read_bounded(folder / LOG, _LARGEST_LOG)
    if data is None and (folder / LOG).exists():
        return (), (Fault(Criterion.USABLE, "archive.no_log", LOG),)
    lines = read_lines(data or b"")
    expected = [(n, line.entry) for n, line in enumerate(lines, 1) if line.entry is not None]
    faults = [*_chain(lines)]
    for number, entry in expected:
        if held is None or entry.folder in held:
            faults += _version(folder, entry, f"{LOG}:{number}", published)
    if not published:
        faults += _unlogged(folder, lines)
    if head and head not in {line.digest for line in lines}:
        faults.append(Fault(Criterion.WHOLE, "archive.tail", LOG))
    return lines, tuple(faults)


def _chain(lines: Sequence[Line]) -> Iterator[Fault]:
    before = ""
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        place = f"{LOG}:{number}"
        entry = line.entry
        if entry is None:
            code = GAINED if line.data.endswith(b"\r") else "archive.line"
            yield Fault(Criterion.USABLE, code, place)
        elif entry.previous != before:
            yield Fault(Criterion.AUTHENTIC, "archive.chain", place)
        if entry is not None:
            if entry.number != numbers.get(entry.slug, 0) + 1:
                yield Fault(Criterion.WHOLE, "archive.number", place)
            numbers[entry.slug] = entry.number
        before = line.digest


def _version(folder: Path, entry: Entry, place: str, published: bool) -> Iterator[Fault]:
    home = folder / entry.folder
    for each in (home.parent, home):
        if each.is_symlink():
            shown = each.relative_to(folder).as_posix()
            yield Fault(Criterion.SAFE, "archive.link", f"{shown}/")
            return
    if fault := unreadable(home / LISTING, entry.folder + LISTING):
        yield fault
        return
    listing = read_bounded(home / LISTING, _LARGEST_LISTING) or b""
    digests = read_listing(listing)
    if digests is not None and {LISTING, TOKEN_FILE} & set(digests):
        digests = None  # neither can be in it
    if sha256_hex(listing) != entry.listing:
        code = line_end_damage(listing, entry.listing) or "archive.changed"
        yield Fault(Criterion.AUTHENTIC, code, entry.folder + LISTING)
    elif digests is None:
        # The log names it, so it was sealed by a program that is none of ours, or forged.
        yield Fault(Criterion.AUTHENTIC, "archive.listing", entry.folder + LISTING)
    if digests is None:
        return
    for name in sorted(REQUIRED - set(digests)):
        yield Fault(Criterion.WHOLE, "archive.unlisted", entry.folder + name)
    stamped = {TOKEN_FILE: entry.stamp} if entry.stamp else {}
    yield from _files(home, entry.folder, digests | stamped, published)
    if not _record_agrees(read_bounded(home / RECORD), entry, digests):
        yield Fault(Criterion.AUTHENTIC, "archive.record", place)


def _files(home: Path, shown: str, digests: Mapping[str, str], published: bool) -> Iterator[Fault]:
    standing = set(files_below(home)) - {LISTING}
    for name, digest in digests.items():
        if published and name in OFFICE_FILES and name not in standing:
            continue
        fault = unreadable(home / name, shown + name)
        if fault is None and digest_of(home / name) != digest:
            code = line_end_damage(read_bounded(home / name) or b"", digest) or "archive.changed"
            fault = Fault(Criterion.AUTHENTIC, code, shown + name)
        if fault is not None:
            yield fault
    for name in sorted(standing - set(digests)):
        yield Fault(Criterion.SAFE, "archive.extra", shown + name)


def unreadable(path: Path, shown: str) -> Fault | None:
    """Return what keeps a file from being read; None where it is one with bytes."""
    try:
        if path.is_symlink():
            return Fault(Criterion.SAFE, "archive.link", shown)
        if is_regular_file(path):
            return None
        code = "archive.not_file" if path.exists() else "archive.missing"
    except OSError:  # a name longer than the system takes
        code = "archive.missing"
    return Fault(Criterion.WHOLE, code, shown)


def _record_agrees(record: bytes | None, entry: Entry, digests: Mapping[str, str]) -> bool:
    """Say whether ``record.json`` says the same as the log and as the listing."""
    if record is None:
        return True  # reported as missing
    try:
        values = read_json(record)
        agrees = all(values["log"][name] == getattr(entry, name) for name in _ALSO_IN_RECORD)
        listed = {each["名称"]: each["sha256"] for each in values["文件"]}
    except (ValueError, KeyError, TypeError):
        return False
    return agrees and listed == {name: digests[name] for name in digests if name != RECORD}


def _unlogged(folder: Path, lines: Sequence[Line]) -> Iterator[Fault]:
    logged = {line.entry.folder for line in lines if line.entry}
    for name in sorted(files_below(folder)):
        version = "/".join(name.split("/")[:2]) + "/"
        # A version's folder that is a link is reported with the version.
        known = name == LOG or version in logged
        if not known and f"{name}/" not in logged:
            yield Fault(Criterion.SAFE, "archive.extra", name)
