"""Reading a BagIt bag (RFC 8493) that holds an archive, or some versions of one."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from disclosure.archive.bag import ALGORITHMS, DECLARATION, PAYLOAD
from disclosure.archive.bounded_reading import digest_of, files_below, read_bounded
from disclosure.archive.verify import Criterion, Fault, unreadable
from disclosure.plain_paths import is_plain

_BAGIT: Final = "bagit.txt"
_LARGEST: Final = 64 * 1024**2
_ROW = re.compile(r"([0-9A-Fa-f]{64,128})[ \t]+\*?([^\r\n]+)")
_ESCAPES: Final = (("%0A", "\n"), ("%0D", "\r"), ("%25", "%"))


class Bag(NamedTuple):
    """A bag as it stands.

    Attributes:
        held: folders of the versions in it, such as ``first/1/``.
        faults: what is not as its manifests say.
    """

    held: frozenset[str]
    faults: tuple[Fault, ...]


def is_bag(folder: Path) -> bool:
    """Say whether a folder is meant to be a bag with an archive in it."""
    return (folder / _BAGIT).is_file() and (folder / PAYLOAD).is_dir()


def read_bag(folder: Path) -> Bag:
    """Check a bag against its manifests; what the archive in it is worth, that does not say."""
    faults: list[Fault] = []
    if read_bounded(folder / _BAGIT, _LARGEST) != DECLARATION:
        faults.append(Fault(Criterion.USABLE, "bag.other", _BAGIT))
    payload: set[str] = set()
    for algorithm in ALGORITHMS:
        for name in (f"manifest-{algorithm}.txt", f"tagmanifest-{algorithm}.txt"):
            rows = _read_manifest(folder / name)
            if rows is None:
                faults.append(Fault(Criterion.USABLE, "bag.manifest", name))
                continue
            faults += _compare(folder, rows, algorithm)
            if name.startswith("manifest"):
                payload |= set(rows)
    standing = {PAYLOAD + name for name in files_below(folder / PAYLOAD)}
    faults += [Fault(Criterion.SAFE, "bag.extra", name) for name in sorted(standing - payload)]
    parts = (name.removeprefix(PAYLOAD).split("/") for name in payload)
    held = frozenset("/".join(each[:2]) + "/" for each in parts if len(each) > 2)
    # Two manifests name the same file: it is reported once.
    return Bag(held, tuple(dict.fromkeys(faults)))


def _read_manifest(path: Path) -> Mapping[str, str] | None:
    """Return the digests by name; None where it is no manifest, or names what is outside."""
    data = read_bounded(path, _LARGEST)
    try:
        lines = data.decode().splitlines() if data is not None else [""]
    except UnicodeDecodeError:
        return None
    found: dict[str, str] = {}
    for line in lines:
        row = _ROW.fullmatch(line)
        if row is None:
            return None
        name = row[2]
        for escape, char in _ESCAPES:
            name = name.replace(escape, char)
        if name in found or not is_plain(name):
            return None
        found[name] = row[1].lower()
    return found


def _compare(folder: Path, rows: Mapping[str, str], algorithm: str) -> Iterator[Fault]:
    for name, digest in sorted(rows.items()):
        fault = unreadable(folder / name, name)
        if fault is None and digest_of(folder / name, algorithm) != digest:
            fault = Fault(Criterion.AUTHENTIC, "bag.changed", name)
        if fault is not None:
            yield fault
