"""What stands on a target, compared with what was published there."""

from contextlib import closing
from typing import NamedTuple

from disclosure.archive.listing import read_listing
from disclosure.errors import UsageError
from disclosure.files import sha256_hex
from disclosure.model.publishing import Mode, PublishTarget
from disclosure.publish.claim import CLAIM
from disclosure.publish.opening import open_target
from disclosure.publish.records import Records
from disclosure.publish.releasing import CURRENT
from disclosure.publish.standing import Watch
from disclosure.render import urls
from disclosure.settings import Settings


class Compared(NamedTuple):
    """What is found on a target.

    Attributes:
        same: how many files are as they were published.
        changed: places that hold other bytes.
        missing: places that hold nothing.
        foreign: places that were not published from here.
    """

    same: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    foreign: tuple[str, ...]


def compare_target(target: PublishTarget, settings: Settings, watch: Watch) -> Compared:
    """Read every file that was published to a target.

    Raises:
        UsageError: nothing was published there from here.
        ExtraError: packages are missing.
        TargetError: it cannot be read.

    """
    listing = Records(settings).listing(target.name)
    published = read_listing(listing)
    if not listing or published is None:
        raise UsageError("publish.nothing_yet", name=target.name)
    published[urls.LISTING] = sha256_hex(listing)
    base = f"{CURRENT}/" if target.mode is Mode.RELEASE else ""
    changed, missing = [], []
    with closing(open_target(target, settings)) as place:
        for done, each in enumerate(sorted(published), 1):
            data = place.read(base + each)
            if data is None:
                missing.append(each)
            elif sha256_hex(data) != published[each]:
                changed.append(each)
            watch(done, len(published))
        standing = {each.removeprefix(base) for each in place.places(base)}
    foreign = tuple(sorted(standing - set(published) - {CLAIM}))
    same = len(published) - len(changed) - len(missing)
    return Compared(same, tuple(changed), tuple(missing), foreign)
