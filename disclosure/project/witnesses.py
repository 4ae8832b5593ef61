"""Witnesses: what was noted elsewhere of the archive, so that it cannot vanish unseen.

The log proves itself, but not that it is there. The built site holds a copy of it, and each
publication noted the digest of its last line.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from disclosure.archive.log import Line, read_lines
from disclosure.diagnostics import Diagnostic, Level
from disclosure.errors import OutputError
from disclosure.files import sha256_hex
from disclosure.plain_paths import is_regular_file
from disclosure.project.settings import ARCHIVE_LOG, Settings
from disclosure.render.urls import LISTING

_DIGEST_LENGTH = 64
_ROW = re.compile(rb"^([0-9a-f]{64})  archive/log\.jsonl$", re.MULTILINE)


def refuse_vanished(settings: Settings) -> None:
    """Refuse to go on where the archive has lost versions.

    Raises:
        OutputError: says which, who knows of them, and how to get them back.

    """
    if found := find_vanished(settings):
        raise OutputError(found.code, **dict(found.params))


def find_vanished(settings: Settings) -> Diagnostic | None:
    """Return an error where the archive has lost what others know of; None where it has not."""
    known = {line.digest for line in _lines(settings.content / ARCHIVE_LOG)}
    known |= {""} if known else set()
    shown = settings.display_path(settings.content / "archive")
    for witness, digest in _heads(settings):
        if digest not in known:
            params = (("path", shown.as_posix()), ("witness", witness.as_posix()))
            return Diagnostic(shown, 0, 0, Level.ERROR, "archive.vanished", params)
    return None


def _heads(settings: Settings) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield who knows of a version, and the digest of its line; empty for just any version."""
    site = settings.output / ARCHIVE_LOG
    listed = _listed_log(settings.output / LISTING)
    lines = _lines(site)
    if lines and sha256_hex(b"".join(line.data + b"\n" for line in lines)) == listed:
        yield settings.display_path(site), lines[-1].digest
    elif listed:
        # A copy that somebody has spoilt is no witness, and the build mends it; but there was one.
        yield settings.display_path(settings.output / LISTING), ""
    log = settings.content / "published" / "log.jsonl"
    for head in _published_heads(log.read_bytes() if is_regular_file(log) else b""):
        yield settings.display_path(log), head


def _listed_log(listing: Path) -> str:
    """Return the digest of the log that the site's listing states; empty where it has none."""
    found = _ROW.search(listing.read_bytes()) if is_regular_file(listing) else None
    return found[1].decode() if found else ""


def _published_heads(data: bytes) -> Iterator[str]:
    for row in data.splitlines():
        try:
            head = json.loads(row).get("head", "")
        except (ValueError, AttributeError, RecursionError):
            continue
        if isinstance(head, str) and len(head) == _DIGEST_LENGTH:
            yield head


def _lines(path: Path) -> tuple[Line, ...]:
    try:
        return read_lines(path.read_bytes()) if is_regular_file(path) else ()
    except OSError:
        return ()
