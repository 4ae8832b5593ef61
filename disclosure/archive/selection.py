"""What is handed over: versions of an archive that verified, with all their files."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from disclosure.archive.checksums import LISTING, TOKEN_FILE, read_listing
from disclosure.archive.log import Entry
from disclosure.archive.names import name_faults
from disclosure.archive.store import LOG, Store
from disclosure.archive.verify import RECORD
from disclosure.bounded_reading import read_file
from disclosure.errors import OutputError
from disclosure.files import sha256_hex


class Item(NamedTuple):
    """One file of the archive.

    Attributes:
        name: path in the archive, with slashes.
        path: where it lies.
        digest: its SHA-256 as listed; empty for a file that no listing names.
    """

    name: str
    path: Path
    digest: str

    def read(self) -> bytes:
        """Return its bytes.

        Raises:
            OSError: it cannot be read.
            OutputError: it was changed after the archive was verified.

        """
        data = read_file(self.path)
        if self.digest and sha256_hex(data) != self.digest:
            raise OutputError("export.changed", path=self.name)
        return data


class Version(NamedTuple):
    """A sealed version.

    Attributes:
        entry: its line of the log.
        record: its ``record.json``.
        items: every file in its folder, by name in that folder, sorted.
    """

    entry: Entry
    record: Mapping[str, Any]
    items: Mapping[str, Item]

    @property
    def sealed(self) -> datetime:
        """When it was sealed, in UTC."""
        return datetime.fromisoformat(self.entry.sealed).astimezone(UTC)

    def field(self, name: str) -> str:
        """Return a field of the record as one line; empty where it has none."""
        value = self.record.get(name, "")
        values = value if isinstance(value, list) else [value]
        return " ".join("；".join(str(each) for each in values).split())


class Selection(NamedTuple):
    """What was asked for.

    Attributes:
        versions: in the order of the log; at least one.
        log: the whole log, which proves them.
        whole: whether these are all versions of the archive.
    """

    versions: tuple[Version, ...]
    log: Item
    whole: bool

    @property
    def items(self) -> tuple[Item, ...]:
        """Every file, by name."""
        every = [item for version in self.versions for item in version.items.values()]
        return tuple(sorted([*every, self.log]))

    @property
    def last(self) -> Version:
        """The version that was sealed last."""
        return max(self.versions, key=lambda version: version.sealed)


def select(store: Store, entries: tuple[Entry, ...]) -> Selection:
    """Return these versions of a verified archive.

    Raises:
        OSError: a file cannot be read.
        OutputError: a name or time would not be understood everywhere, or is meant to harm.

    """
    log = store.folder / LOG
    selection = Selection(
        tuple(_version(store, entry) for entry in entries),
        Item(LOG, log, sha256_hex(read_file(log))),
        len(entries) == len(store.lines()),
    )
    _check_names(item.name for item in selection.items)
    return selection


def _version(store: Store, entry: Entry) -> Version:
    # Before anything is read: the name could lead out of the archive.
    _check_names([entry.folder + RECORD])
    home = store.folder / entry.folder
    listed = {**(read_listing(store.read(entry, LISTING)) or {}), LISTING: entry.listing}
    if entry.stamp:
        listed[TOKEN_FILE] = entry.stamp
    standing = sorted(path for path in home.rglob("*") if path.is_file())
    names = {path.relative_to(home).as_posix(): path for path in standing}
    items = {
        name: Item(entry.folder + name, path, listed.get(name, ""))
        for name, path in sorted(names.items())
    }
    version = Version(entry, json.loads(store.read(entry, RECORD)), items)
    try:
        _ = version.sealed
    except (ValueError, OverflowError):
        raise OutputError("export.time", path=entry.folder, time=entry.sealed) from None
    return version


def _check_names(names: Iterable[str]) -> None:
    """Refuse what does not mean the same file on every system."""
    for fault in name_faults(names):
        if fault.other:
            raise OutputError("export.same_name", path=fault.name, other=fault.other)
        raise OutputError("export.name", path=fault.name)
