"""What stands on a target, compared with what was published there."""

from collections.abc import Mapping
from contextlib import closing
from typing import NamedTuple
from urllib.parse import quote

from disclosure.archive.checksums import read_listing
from disclosure.errors import UsageError
from disclosure.files import sha256_hex
from disclosure.http.client import Client
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.project.settings import Settings
from disclosure.publish.history import Records
from disclosure.publish.remote_places import LOCK_FILES
from disclosure.publish.remote_state import Progress, read_digests
from disclosure.publish.switch_release import CURRENT
from disclosure.publish.target import list_remote_files
from disclosure.publish.targets.registry import open_target
from disclosure.render import urls
from disclosure.versioning.remote import LIMITS, fetch


class Compared(NamedTuple):
    """What is found on a target.

    Attributes:
        same: how many files are as they were published.
        changed: places that hold other bytes.
        missing: places that hold nothing.
        foreign: places that were not published from here.
        closed: places that the web server cannot read, by their modes or those of their folders.
    """

    same: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    foreign: tuple[str, ...]
    closed: tuple[str, ...] = ()


def compare_target(target: PublishTarget, settings: Settings, progress: Progress) -> Compared:
    """Read every file that was published to a target.

    Raises:
        UsageError: nothing was published there from here.
        ExtraError: packages are missing.
        TargetError: it cannot be read.

    """
    published = _published(Records(settings).listing(target.name))
    if not published:
        raise UsageError("publish.nothing_yet", name=target.name)
    base = f"{CURRENT}/" if target.mode is Mode.RELEASE else ""
    with closing(open_target(target, settings)) as place:
        remote_files = list_remote_files(place, base, [base + each for each in published])
        standing = {each.removeprefix(base) for each in remote_files}
        found = _compare(
            published,
            read_digests(place, sorted(standing.intersection(published)), progress, base),
        )
    closed = (each for each in published if each in standing and remote_files[base + each].closed)
    foreign = standing.difference(published, LOCK_FILES)
    return found._replace(foreign=tuple(sorted(foreign)), closed=tuple(sorted(closed)))


def compare_address(address: str, settings: Settings, progress: Progress) -> Compared | None:
    """Fetch every file of the last publication from a site's address.

    Files that were not published from here cannot be seen from outside.

    Returns:
        None where nothing was published from here.

    Raises:
        OutputError: the server cannot be reached.

    """
    published = _published(Records(settings).latest())
    if not published:
        return None
    base = address if address.endswith("/") else address + "/"
    client = Client(LIMITS)
    digests = {}
    for done, each in enumerate(sorted(published), 1):
        data = fetch(base + quote(each), client)
        if data is not None:
            digests[each] = sha256_hex(data)
        progress(done, len(published))
    return _compare(published, digests)


def _published(listing: bytes) -> dict[str, str]:
    digests = read_listing(listing)
    return {**digests, urls.LISTING: sha256_hex(listing)} if digests else {}


def _compare(published: Mapping[str, str], found: Mapping[str, str]) -> Compared:
    missing = sorted(published.keys() - found.keys())
    changed = sorted(place for place in found if found[place] != published[place])
    same = len(published) - len(changed) - len(missing)
    return Compared(same, tuple(changed), tuple(missing), ())
