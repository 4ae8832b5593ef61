"""Publishing file by file: each is written aside and renamed, in an order that breaks no link."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from disclosure.errors import OutputError
from disclosure.publish.local_site import LocalSite
from disclosure.publish.put_files import put_all
from disclosure.publish.remote_lock import RemoteLock
from disclosure.publish.remote_state import Before, Progress, Standing, find_standing
from disclosure.publish.target import Opening, RemoteFile, Target
from disclosure.render.site_order import in_order, in_order_of_removal

_NAMED = 5


class Plan(NamedTuple):
    """What is to be done.

    Attributes:
        write: places, in order.
        delete: places, in order.
        unchanged: how many places stay as they are.
        trusted: whether the target's listing was as we left it.
        kept: places that were ours, and that somebody else has changed; they stay.
        sweep: files that interrupted publications have written aside.
        closed: places that stay as they are and whose modes keep readers out.
        marks: of the files that stand there now, by place.
    """

    write: tuple[str, ...]
    delete: tuple[str, ...]
    unchanged: int
    trusted: bool
    kept: tuple[str, ...]
    sweep: tuple[str, ...]
    closed: tuple[str, ...]
    marks: Mapping[str, str]


def plan_for(lock: RemoteLock, site: LocalSite, before: Before, progress: Progress) -> Plan:
    """Return what a publication would do.

    Args:
        lock: on the target.
        site: what.
        before: what we left there.
        progress: told how many places were looked at.

    Raises:
        OutputError: files that are not ours are in the way.
        TargetError: the target cannot be read.

    """
    digests = site.every
    standing = find_standing(lock, site, before, progress)
    _refuse_foreign(digests, standing)
    write = [place for place in digests if standing.digests.get(place) != digests[place]]
    seen = standing.remote_files
    stay = set(digests).difference(write)
    return Plan(
        in_order(write),
        in_order_of_removal(standing.removable),
        len(stay),
        standing.trusted,
        tuple(sorted(standing.kept)),
        tuple(sorted(standing.parts)),
        tuple(sorted(place for place in stay if seen[place].closed)),
        marks_in(seen, digests),
    )


def replace(lock: RemoteLock, site: LocalSite, plan: Plan, progress: Progress) -> None:
    """Do what was planned, and read back what was written.

    Raises:
        OutputError: a file of the site cannot be read.
        TargetError: the target did not do what it was asked; run again, and it goes on.

    """
    total = len(plan.write) + len(plan.delete)
    if total:
        going = dict.fromkeys(plan.delete, "")
        lock.announce({**{place: site.every[place] for place in plan.write}, **going})
    for done, _ in enumerate(put_all(lock.target, site, plan.write), 1):
        progress(done, total)
    for done, place in enumerate(plan.delete, len(plan.write) + 1):
        lock.target.remove(place)
        progress(done, total)
    for place in plan.sweep:
        lock.target.remove(place)


def marks_in(
    remote_files: Mapping[str, RemoteFile], places: Iterable[str], within: str = ""
) -> Mapping[str, str]:
    """Return the marks of places of the site, below a folder of the target."""
    seen = ((place, remote_files.get(within + place)) for place in places)
    return {
        place: remote_file.mark
        for place, remote_file in seen
        if remote_file is not None and remote_file.mark
    }


def open_to_readers(target: Target, places: Iterable[str]) -> tuple[str, ...]:
    """Let everybody read places, and return those whose modes could not be set.

    Raises:
        TargetError: the target cannot be reached.

    """
    if not isinstance(target, Opening):
        return tuple(places)
    return tuple(place for place in places if not target.open_to_readers(place))


def _refuse_foreign(digests: Mapping[str, str], standing: Standing) -> None:
    foreign = [
        place
        for place, digest in digests.items()
        if place in standing.digests
        and place not in standing.ours
        and standing.digests[place] != digest
    ]
    if foreign:
        raise OutputError(
            "publish.foreign", count=str(len(foreign)), places="、".join(foreign[:_NAMED])
        )
