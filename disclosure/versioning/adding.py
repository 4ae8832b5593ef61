"""Adding a version to the archive, whatever it is made from."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from disclosure.archive.checksums import LISTING, TOKEN_FILE
from disclosure.archive.log import Entry
from disclosure.archive.store import Store
from disclosure.clock import moment_in_china
from disclosure.errors import UsageError
from disclosure.files import sha256_hex
from disclosure.project.sealed_archive import archive_lock
from disclosure.project.settings import Settings
from disclosure.project.witnesses import refuse_vanished
from disclosure.versioning.provenance import this_maker
from disclosure.versioning.version_files import Material, SealedBefore, make_version

Stamping = Callable[[bytes], bytes]
_PRINTED_NOTE = 400


class Sealed(NamedTuple):
    """A version that was just sealed, and the digest that proves the log up to it."""

    entry: Entry
    head: str


class Prepared(NamedTuple):
    """A version that is going to be sealed.

    Attributes:
        entry: its line; listing and stamp are added.
        material: what it is made from.
        before: what is known of it where it was sealed before.
    """

    entry: Entry
    material: Material
    before: SealedBefore = SealedBefore()


def add(
    prepare: Callable[[Store], Prepared],
    settings: Settings,
    stamping: Stamping | None,
) -> Sealed:
    """Make a version and add it.

    Args:
        prepare: says what version, of the archive as it is while nobody else adds to it.
        settings: the project.
        stamping: gives the time-stamp token of a listing; None for none.

    Raises:
        OutputError: versions have vanished from the archive, it cannot be written, or there is
            no token.

    """
    with archive_lock(settings) as store:
        refuse_vanished(settings)
        entry, material, before = prepare(store)
        files = make_version(material, entry, settings, this_maker(settings.templates), before)
        entry = entry._replace(listing=sha256_hex(files[LISTING]))
        if stamping is None:
            return Sealed(entry, store.append(entry, files))
    # Nobody else waits while the authority is asked; if meanwhile another version was sealed,
    # this one does not follow the log any more and is not added.
    files[TOKEN_FILE] = stamping(files[LISTING])
    entry = entry._replace(stamp=sha256_hex(files[TOKEN_FILE]))
    with archive_lock(settings) as store:
        return Sealed(entry, store.append(entry, files))


def refuse_note(note: str) -> None:
    """Refuse a note that says nothing or cannot be printed.

    Raises:
        UsageError: it is empty, too long or of several lines.

    """
    if not note.strip() or not note.isprintable() or len(note) > _PRINTED_NOTE:
        raise UsageError("seal.note", limit=str(_PRINTED_NOTE))


def moment_after(before: Sequence[Entry]) -> tuple[str, str]:
    """Return the time to seal at, and what the note must add where the clock says another.

    No version is dated before an earlier one of the notice. A clock that was ahead must not
    block everybody until that day, and whoever reads the log must see it.
    """
    now = moment_in_china()
    last = max((each.sealed for each in before), default="")
    return (now, "") if now >= last else (last, f"（定版时电脑时间为 {now}，早于上一版）")
