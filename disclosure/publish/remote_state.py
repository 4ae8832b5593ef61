"""What stands on a target: seen in its lists, and read where that does not tell enough."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from disclosure.archive.checksums import read_listing
from disclosure.files import sha256_hex
from disclosure.publish.local_site import LocalSite
from disclosure.publish.remote_lock import RemoteLock
from disclosure.publish.remote_places import LOCK_FILES, part_of
from disclosure.publish.target import (
    AT_ONCE,
    Bunching,
    RemoteFile,
    Target,
    TargetError,
    list_remote_files,
)
from disclosure.render import urls

Progress = Callable[[int, int], None]
_SOMETHING_ELSE = frozenset({"target.odd", "target.too_large"})


class Before(NamedTuple):
    """What we know of the last publication to a target.

    Attributes:
        listing: that was left there; empty for none.
        marks: of the files as they were left, by place; empty where none is known.
        repair: whether nothing of it is believed, and everything read.
    """

    listing: bytes
    marks: Mapping[str, str]
    repair: bool = False

    @property
    def digests(self) -> Mapping[str, str]:
        """What was left there, the listing among it."""
        if not self.listing:
            return {}
        return {**(read_listing(self.listing) or {}), urls.LISTING: sha256_hex(self.listing)}


class Standing(NamedTuple):
    """What stands on a target.

    Attributes:
        digests: SHA-256 by place, of what stands there and was looked for; empty for what is
            there and surely something else than ours.
        ours: places that we published, and may replace.
        removable: places with what we wrote there, which may be deleted.
        kept: places that we published, and somebody else has changed: not to be deleted.
        parts: files written aside by publications that were interrupted.
        remote_files: all that the target lists.
        trusted: whether the listing there was as we left it, or there never was one.
    """

    digests: Mapping[str, str]
    ours: frozenset[str]
    removable: frozenset[str]
    kept: frozenset[str]
    parts: frozenset[str]
    remote_files: Mapping[str, RemoteFile]
    trusted: bool


def find_standing(
    lock: RemoteLock, site: LocalSite, before: Before, progress: Progress
) -> Standing:
    """Say what stands on a target.

    Args:
        lock: on the target.
        site: that is going to stand there.
        before: what was left there.
        progress: told how many places were read, and of how many.

    Raises:
        TargetError: it cannot be read.

    """
    target, left, wanted = lock.target, before.digests, site.every
    mine = {*left, *lock.pending}
    remote_files = list_remote_files(target, assumed={*wanted, *mine, *lock.unsure})
    there = read_note(target, urls.LISTING) if urls.LISTING in remote_files else None
    trusted = bool(before.listing) and there == before.listing
    listed = {} if trusted or not there else read_listing(there) or {}
    looked_for = remote_files.keys() & {*wanted, *mine, *listed, *lock.unsure}
    digests: dict[str, str] = {}
    if trusted and not before.repair:
        doubted = {*lock.pending, *lock.unsure}
        digests = believed(looked_for - doubted, remote_files, site, before)
    digests |= read_digests(target, sorted(looked_for.difference(digests)), progress)
    matching = {place for place in listed if digests.get(place) == listed[place]}
    ours = {*mine, *lock.unsure, *matching}
    if before.listing or matching or not digests:
        ours.add(urls.LISTING)
    # What somebody else wrote into a listing or a lock there must not get a file deleted.
    gone = (digests.keys() & mine).difference(wanted)
    removable = {
        place
        for place in gone
        if digests[place] and digests[place] in {left.get(place), *lock.pending.get(place, ())}
    }
    return Standing(
        digests,
        frozenset(ours),
        frozenset(removable),
        frozenset(gone - removable),
        _parts(remote_files, lock).difference(wanted, left),
        remote_files,
        trusted or (not before.listing and there is None),
    )


def believed(
    places: Collection[str],
    remote_files: Mapping[str, RemoteFile],
    site: LocalSite,
    before: Before,
    within: str = "",
) -> dict[str, str]:
    """Return the digests of places that need not be read.

    Args:
        places: that were looked for.
        remote_files: what the target tells of them.
        site: that is going to stand there.
        before: what was left there.
        within: the folder on the target, with a final slash, that ``places`` are relative to.

    These are places that are as we left them, by their size and mark; and those that are going
    to be replaced whatever stands there.
    """
    left, wanted = before.digests, site.every
    found = {}
    for place in places:
        if place not in left or place not in wanted:
            continue
        seen = remote_files[within + place]
        if left[place] != wanted[place]:
            found[place] = left[place]
        elif seen.size is not None and seen.size != site.size(place):
            found[place] = ""
        elif before.marks.get(place, seen.mark) == seen.mark:
            found[place] = left[place]
    return found


def read_digests(
    target: Target, places: Collection[str], progress: Progress, within: str = ""
) -> dict[str, str]:
    """Read places, and return the digests of those that are there; empty for what is no file."""
    found = {}
    every = list(places)
    for begin in range(0, len(every), AT_ONCE):
        bunch = every[begin : begin + AT_ONCE]
        held: Mapping[str, bytes] = {}
        if isinstance(target, Bunching):
            held = target.read_many([within + place for place in bunch])
        for done, place in enumerate(bunch, begin + 1):
            digest = _digest(target, within + place, held)
            if digest is not None:
                found[place] = digest
            progress(done, len(every))
    return found


def read_note(target: Target, place: str) -> bytes | None:
    """Return a listing; nothing for what is no file or larger than any of ours."""
    try:
        return target.read(place)
    except TargetError as error:
        if error.code in _SOMETHING_ELSE:
            return b""
        raise


def _digest(target: Target, place: str, held: Mapping[str, bytes]) -> str | None:
    try:
        data = held[place] if place in held else target.read(place)
    except TargetError as error:
        if error.code in _SOMETHING_ELSE:
            return ""
        raise
    return None if data is None else sha256_hex(data)


def _parts(remote_files: Mapping[str, RemoteFile], lock: RemoteLock) -> frozenset[str]:
    meant = {*lock.pending, *lock.unsure, *LOCK_FILES}
    return frozenset(place for place in remote_files if part_of(place) in meant)
